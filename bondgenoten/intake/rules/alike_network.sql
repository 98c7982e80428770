-- A new network whose number is that of another but for capitals or the kind of stroke.
with known as (
    select distinct network_id from register.networks where superseded_at is null
),
new as (
    select source, row, network_id
    from open_networks
    where network_id is not null and network_id not in (select network_id from known)
),
numbers as (
    select null as source, null as row, network_id from known
    union all
    select source, row, network_id from new
),
folded as (
    select *, lower(regexp_replace(network_id, '[._-]+', '-', 'g')) as folded from numbers
)
select
    n.source, n.row, 'network_id' as name, 'alike_network' as code,
    first(o.network_id order by o.source nulls first, o.row) as suggestion,
    null as details
from folded n join folded o using (folded)
where n.source is not null
  and n.network_id <> o.network_id
  and (o.source is null or (o.source, o.row) < (n.source, n.row))
group by n.source, n.row
