-- How far the roll-out got with each basisteam in force: never reached, reached and lost, or reached;
-- and how many of the networks started at least 24 months ago are maintained (definition 6).
create macro reach(as_of, known_at) as table
with networks as (
    select *, counts_as = 'ACTIVE' as is_active, maintained_as <> 'TOO_YOUNG' as is_seasoned
    from evidence_networks(as_of, known_at)
    where counts_as <> 'NOT_STARTED'
)
select
    team.basisteam, team.name, team.district,
    case
        when count(network_id) = 0 then 'NEVER'
        when count(*) filter (is_active) = 0 then 'LOST'
        else 'REACHED'
    end as reached,
    min(started_on) as first_started_on,
    case when count(*) filter (is_active) = 0
        then max(least(coalesce(ended_on, as_of), as_of)) filter (network_id is not null)
    end as last_active_on,
    count(*) filter (is_active) as active_networks,
    count(*) filter (is_seasoned) as seasoned,
    count(*) filter (maintained_as = 'MAINTAINED') as maintained,
    team.sort_order as place
from basisteams_in_force(as_of) as team
left join networks on networks.basisteam = team.basisteam
group by all;
