-- How far the roll-out got with each basisteam in force: never reached, reached and lost, or reached;
-- and how many of the networks started at least 24 months ago are maintained (definition 6).
create macro reach(as_of, known_at) as table
with networks as (
    select
        lives.*,
        member.basisteam as team,
        active_days(life_from, life_until, pauses, as_of, as_of) = 1 as is_active,
        active_days(life_from, life_until, pauses, (as_of - interval 1 year)::date + 1, as_of) as days_active,
        life_from <= (as_of - interval 24 month)::date as is_seasoned
    from lives(known_at, null) as lives
    join memberships(known_at, null) as member
        on member.network_id = lives.network_id and as_of between member_from and member_until
    where life_from <= as_of
),
held as (
    select network_id, count(*) as held
    from held_meetings(as_of, known_at, null)
    where date > (as_of - interval 1 year)::date
    group by network_id
),
judged as (
    select *, is_active and coalesce(held, 0) >= required_meetings(
        (select meetings_per_year from norm_in_years(year(as_of), year(as_of))),
        days_active, as_of - (as_of - interval 1 year)::date
    ) as is_maintained
    from networks left join held using (network_id)
)
select
    team.basisteam, team.name, team.district,
    case
        when count(network_id) = 0 then 'NEVER'
        when count(*) filter (is_active) = 0 then 'LOST'
        else 'REACHED'
    end as reached,
    min(started_on) as first_started_on,
    case when count(*) filter (is_active) = 0 then max(least(life_until, as_of)) filter (network_id is not null) end as last_active_on,
    count(*) filter (is_active) as active_networks,
    count(*) filter (is_seasoned) as seasoned,
    count(*) filter (is_seasoned and is_maintained) as maintained,
    team.sort_order as place
from basisteams_in_force(as_of) as team
left join judged on judged.team = team.basisteam
group by all;
