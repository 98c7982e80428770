-- A meeting held or planned while its network did not exist.
select
    m.source, m.row, 'date' as name, 'outside_life' as code, null as suggestion,
    map {
        'started_on': strftime(l.started_on, '%d-%m-%Y'),
        'ended_on': coalesce(strftime(l.ended_on, '%d-%m-%Y'), '')
    } as details
from open_meetings m join lives l using (network_id)
where m.status in ('held', 'planned')
  and (m.date < l.started_on or m.date > l.ended_on)
  and not (m.status = 'held' and m.date > (select as_of from upload))
