-- A pause that lies before the start or after the end of its network.
select
    p.source, p.row,
    if(p.paused_from < l.started_on or p.paused_from > l.ended_on, 'paused_from', 'paused_until') as name,
    'outside_life' as code, null as suggestion,
    map {
        'started_on': strftime(l.started_on, '%d-%m-%Y'),
        'ended_on': coalesce(strftime(l.ended_on, '%d-%m-%Y'), '')
    } as details
from open_pauses p join lives l using (network_id)
where (p.paused_until is null or p.paused_until >= p.paused_from)
  and (p.paused_from < l.started_on or p.paused_from > l.ended_on or p.paused_until > l.ended_on)
