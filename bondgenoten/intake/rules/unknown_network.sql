-- A network number that stands neither in the upload nor in the register.
with strange as (
    select distinct network_id from open_{kind}
    where network_id is not null and network_id not in (select network_id from lives)
),
-- A few strange numbers are typing errors, worth a suggestion; many are a forgotten file.
near as (
    select s.network_id, arg_max(l.network_id, jaro_winkler_similarity(lower(s.network_id), lower(l.network_id))) as suggestion
    from strange s join lives l on jaro_winkler_similarity(lower(s.network_id), lower(l.network_id)) >= 0.85
    where (select count(*) from strange) <= 50
    group by s.network_id
)
select
    o.source, o.row, 'network_id' as name, 'unknown_network' as code, n.suggestion,
    null as details
from open_{kind} o
join strange s using (network_id)
left join near n using (network_id)
