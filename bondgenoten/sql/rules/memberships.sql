-- Which basisteam each network belongs to, from day to day. A move says so itself; without one it is
-- the team last recorded for the network among those in force on the day, so that a merger or a
-- corrected row never moves a figure of before. What an undone batch recorded does not count.
create macro memberships(known_at, only_network) as table
with recorded as (
    select network_id, basisteam, max(recorded_at) as recorded_at
    from register.networks
    where recorded_at <= known_at and (only_network is null or network_id = only_network)
        and batch not in (select batch from withdrawn_batches(known_at))
    group by network_id, basisteam
),
edges as (
    select network_id, unnest([date '0001-01-01', valid_from, valid_until + 1]) as member_from
    from recorded join register.basisteams using (basisteam)
    where network_id in (select network_id from recorded group by network_id having count(*) > 1)
),
changed as (
    select edges.network_id, member_from, arg_max(recorded.basisteam, (in_force, recorded_at)) as basisteam
    from (select distinct * from edges where member_from is not null) as edges
    join recorded using (network_id),
    lateral (select exists (
        from register.basisteams as team
        where team.basisteam = recorded.basisteam and member_from >= team.valid_from
            and (team.valid_until is null or team.valid_until >= member_from)
    ) as in_force)
    group by edges.network_id, member_from
),
starts as (
    select network_id, moved_on as member_from, to_basisteam as basisteam from register.moves
    union all
    select network_id, date '0001-01-01', arg_min(from_basisteam, moved_on)
    from register.moves group by network_id
    union all
    select network_id, member_from, basisteam from changed
    where network_id not in (select network_id from register.moves)
    union all
    select network_id, date '0001-01-01', any_value(basisteam) from recorded
    where network_id not in (select network_id from register.moves)
    group by network_id having count(*) = 1
)
select
    network_id,
    basisteam,
    member_from,
    coalesce(lead(member_from) over (partition by network_id order by member_from) - 1,
        date '9999-12-31') as member_until
from starts;
