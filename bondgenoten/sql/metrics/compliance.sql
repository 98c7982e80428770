-- Networks counted by norm status for the region, each district and each basisteam (definition 4).
-- Every level is counted from the networks; a basisteam in force has a row, also with none.
create macro compliance(year, as_of, known_at) as table
with statuses as (
    from norm(year, year, as_of, known_at, null)
),
active as (
    select
        member.basisteam,
        count(*) filter (active_days(life_from, life_until, pauses, as_of, as_of) = 1) as active_networks,
        max(life_until) filter (life_until < as_of) as last_active_on
    from lives(known_at, null) as lives
    join memberships(known_at, null) as member
        on member.network_id = lives.network_id and as_of between member_from and member_until
    group by member.basisteam
),
per_team as (
    select
        basisteam, name, district, unit, sort_order, grid_row, grid_column,
        coalesce(active_networks, 0) as active_networks,
        case when coalesce(active_networks, 0) = 0 then last_active_on end as last_active_on,
        confirmed_until,
        coalesce(confirmed_until >= last_due_quarter_end(as_of), false) as is_confirmed
    from teams_on(least(as_of, make_date(year, 12, 31)))
    left join active using (basisteam)
    left join confirmed_until(as_of, known_at) using (basisteam)
    where in_force or basisteam in (select basisteam from statuses)
),
sides as (
    select level, key, min(sort_order) as place, list(basisteam) as basisteams,
        sum(active_networks)::bigint as active_networks,
        count(*) as basisteams_in_force,
        count(*) filter (active_networks > 0) as basisteams_with_network,
        count(*) filter (is_confirmed) as basisteams_confirmed,
        min(case when level = 'basisteam' then name else key end) as name,
        min(case when level <> 'region' then district end) as district,
        min(case when level = 'basisteam' then last_active_on end) as last_active_on,
        min(case when level = 'basisteam' then confirmed_until end) as confirmed_until,
        min(case when level = 'basisteam' then grid_row end) as grid_row,
        min(case when level = 'basisteam' then grid_column end) as grid_column
    from per_team,
    lateral (values ('region', unit), ('district', district), ('basisteam', basisteam)) as side(level, key)
    group by level, key
),
counted as (
    select
        level, key,
        count(network_id) as networks,
        count(*) filter (status not in ('UNKNOWN', 'NOT_ASSESSABLE')) as assessable,
        count(*) filter (status = 'MET') as met,
        count(*) filter (status = 'UNKNOWN') as unknown,
        count(*) filter (status = 'NOT_ASSESSABLE') as not_assessable,
        coalesce(sum(shortfall), 0)::bigint as shortfall,
        coalesce(sum(still_to_plan), 0)::bigint as still_to_plan,
        count(*) filter (status = 'ON_COURSE') as on_course,
        count(*) filter (status = 'BEHIND_BUT_PLANNED') as behind_but_planned,
        count(*) filter (status = 'TO_PLAN') as to_plan,
        count(*) filter (status = 'OUT_OF_REACH') as out_of_reach,
        count(*) filter (status = 'NOT_MET') as not_met,
        count(*) filter (dormant and is_active) as dormant,
        coalesce(sum(to_confirm), 0)::bigint as to_confirm
    from sides
    left join statuses on list_contains(sides.basisteams, statuses.basisteam)
    group by level, key
)
select
    level, key, sides.name, networks, assessable, met, unknown, not_assessable, shortfall, still_to_plan,
    sides.district, on_course, behind_but_planned, to_plan, out_of_reach, not_met, counted.dormant,
    sides.active_networks, counted.to_confirm,
    met as lower_met, assessable + unknown as lower_of,
    met + unknown as upper_met, assessable + unknown as upper_of,
    sides.confirmed_until,
    basisteams_confirmed = basisteams_in_force as is_confirmed,
    (select quarter from quarters where ends_on = last_due_quarter_end(as_of)) as last_due_quarter,
    grid_row, grid_column, sides.last_active_on,
    basisteams_in_force, basisteams_with_network, basisteams_confirmed, place
from sides join counted using (level, key);
