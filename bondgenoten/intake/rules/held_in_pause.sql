-- A meeting held while the network was paused: it counts, but one of the two may be wrong.
select
    m.source, m.row, 'date' as name, 'held_in_pause' as code, null as suggestion,
    map {
        'other_from': strftime(min(p.paused_from), '%d-%m-%Y'),
        'other_until': coalesce(strftime(nullif(arg_min(p.paused_until, p.paused_from), date '9999-12-31'), '%d-%m-%Y'), '')
    } as details
from open_meetings m
join pauses_after p
  on p.network_id = m.network_id and m.date between p.paused_from and p.paused_until
where m.status = 'held' and m.date <= (select as_of from upload)
group by m.source, m.row
