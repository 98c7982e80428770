-- A meeting held while the network was paused: it counts, but one of the two may be wrong. After the end
-- that the register has of a pause and the upload has not, only that is.
select
    m.source, m.row, 'date' as name, 'held_in_pause' as code, null as suggestion,
    map {
        'other_from': strftime(min(p.paused_from), '%d-%m-%Y'),
        'other_until': coalesce(strftime(nullif(arg_min(p.paused_until, p.paused_from), date '9999-12-31'), '%d-%m-%Y'), '')
    } as details
from open_meetings m
join pauses_after p
  on p.network_id = m.network_id and m.date between p.paused_from and p.paused_until
 and not (p.paused_until = date '9999-12-31' and coalesce(m.date > p.known_until, false))
where m.status = 'held' and m.date <= (select as_of from upload)
group by m.source, m.row
