-- A pause that shares a day with an earlier one of the upload, or with one of the register.
select
    p.source, p.row, 'paused_from' as name, 'overlapping_pause' as code, null as suggestion,
    map {
        'other_from': strftime(min(o.paused_from), '%d-%m-%Y'),
        'other_until': coalesce(strftime(nullif(arg_min(o.paused_until, o.paused_from), date '9999-12-31'), '%d-%m-%Y'), '')
    } as details
from pauses_after p
join pauses_after o
  on o.network_id = p.network_id
 and o.paused_from <= p.paused_until
 and p.paused_from <= o.paused_until
 and (o.source is null or (o.paused_from, o.source, o.row) < (p.paused_from, p.source, p.row))
where p.source is not null
group by p.source, p.row
