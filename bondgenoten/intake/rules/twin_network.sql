-- A new network with the name, area and basisteam of another one that is active at the same time.
-- One whose number is nearly that of another has been told of that.
with known as (
    select network_id, name, area, basisteam, started_on, ended_on
    from register.networks
    where superseded_at is null
      and network_id not in (select network_id from upload_networks where network_id is not null)
),
networks as (
    select null as source, null as row, * from known
    union all
    select source, row, network_id, name, area, basisteam, started_on, ended_on
    from sound_networks
),
folded as (
    select
        source, row, network_id, basisteam, started_on, ended_on,
        lower(strip_accents(regexp_replace(name, '\s+', ' ', 'g'))) as name,
        lower(strip_accents(regexp_replace(coalesce(area, ''), '\s+', ' ', 'g'))) as area
    from networks
),
-- Very many of one name are no slip of the pen, and comparing all with all would take long.
few as (
    select name, area, basisteam from folded group by all having count(*) between 2 and 100
)
select
    n.source, n.row, 'name' as name, 'twin_network' as code, null as suggestion,
    map {
        'other': first(o.network_id order by o.source nulls first, o.row)
    } as details
from folded n
join few using (name, area, basisteam)
join folded o using (name, area, basisteam)
where n.source is not null
  and n.network_id <> o.network_id
  and (o.source is null or (o.source, o.row) < (n.source, n.row))
  and n.started_on <= coalesce(o.ended_on, n.started_on)
  and o.started_on <= coalesce(n.ended_on, o.started_on)
  and n.network_id not in (select network_id from register.networks where superseded_at is null)
  and (n.source, n.row) not in (select (source, row) from problems where code = 'alike_network')
group by n.source, n.row
