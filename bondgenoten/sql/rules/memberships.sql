-- Which basisteam each network belongs to, from day to day. A move says so itself; without one it is
-- the team last recorded for the network among those in force on the day, so that a merger or a
-- corrected row never moves a figure of before. What an undone batch recorded does not count. Most
-- have one team ever, and are not looked at further.
create macro memberships(known_at, only_networks) as table
with withdrawn as materialized (
    from withdrawn_batches(known_at)
),
recorded as (
    select network_id, min(basisteam) as basisteam, min(basisteam) = max(basisteam) as is_one
    from register.networks
    where recorded_at <= known_at and (only_networks is null or network_id in (select unnest(only_networks)))
        and network_id not in (select network_id from register.moves)
        and batch not in (from withdrawn)
    group by network_id
),
several as (
    select network_id, basisteam, max(recorded_at) as recorded_at
    from register.networks
    where recorded_at <= known_at
        and network_id in (select network_id from recorded where not is_one)
        and batch not in (from withdrawn)
    group by network_id, basisteam
),
edges as (
    select distinct network_id, unnest([date '0001-01-01', valid_from, valid_until + 1]) as member_from
    from several join register.basisteams using (basisteam)
),
changed as (
    select edges.network_id, member_from, arg_max(several.basisteam, (in_force, recorded_at)) as basisteam
    from edges
    join several using (network_id),
    lateral (select exists (
        from register.basisteams as team
        where team.basisteam = several.basisteam and member_from >= team.valid_from
            and (team.valid_until is null or team.valid_until >= member_from)
    ) as in_force)
    where member_from is not null
    group by edges.network_id, member_from
),
starts as (
    select network_id, moved_on as member_from, to_basisteam as basisteam from register.moves
    union all
    select network_id, date '0001-01-01', arg_min(from_basisteam, moved_on)
    from register.moves group by network_id
    union all
    select network_id, member_from, basisteam from changed
)
select
    network_id,
    basisteam,
    member_from,
    coalesce(lead(member_from) over (partition by network_id order by member_from) - 1,
        date '9999-12-31') as member_until
from starts
union all
select network_id, basisteam, date '0001-01-01', date '9999-12-31' from recorded where is_one;
