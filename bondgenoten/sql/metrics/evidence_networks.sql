-- Every network row behind the figures that count networks: what it counts as on the as-of date, how
-- it stands against the norm over twelve months (definition 3), and whether it is maintained after 24
-- months (definition 6), or why not.
create macro evidence_networks(as_of, known_at) as table
with networks as (
    select
        *,
        active_days(life_from, life_until, pauses, as_of, as_of) = 1 as is_active,
        required_meetings(
            (select meetings_per_year from norm_in_years(year(as_of), year(as_of))),
            active_days(life_from, life_until, pauses, (as_of - interval 1 year)::date + 1, as_of),
            as_of - (as_of - interval 1 year)::date
        )::integer as rolling_required
    from stays(known_at, null)
    where as_of between member_from and member_until
),
met as (
    select network_id, count(*)::integer as held
    from held_meetings(as_of, known_at, null)
    where date > (as_of - interval 1 year)::date
    group by network_id
)
select
    networks.network_id, networks.name, networks.basisteam, team.district,
    networks.started_on, networks.ended_on,
    case
        when life_from > as_of then 'NOT_STARTED'
        when life_until < as_of then 'ENDED'
        when is_active then 'ACTIVE'
        else 'PAUSED'
    end as counts_as,
    rolling_required,
    coalesce(held, 0) as rolling_held,
    case
        when rolling_required = 0 then 'NOT_ASSESSABLE'
        when coalesce(held, 0) >= rolling_required then 'MET'
        else 'NOT_MET'
    end as rolling_status,
    case
        when life_from > (as_of - interval 24 month)::date then 'TOO_YOUNG'
        when not is_active then 'NOT_ACTIVE'
        when coalesce(held, 0) >= rolling_required then 'MAINTAINED'
        else 'BELOW_NORM'
    end as maintained_as,
    team.name as basisteam_name,
    team.sort_order as place
from networks
left join met using (network_id)
left join teams_on(as_of) as team on team.basisteam = networks.basisteam;
