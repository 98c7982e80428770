-- Networks counted by norm status for the region, each district and each basisteam (definition 4).
-- Every level is counted from the rows of norm, given by name; a basisteam in force has a row, also
-- with no network.
create macro compliance(norm_rows, year, as_of, known_at) as table
with statuses as (
    from query_table(norm_rows)
),
active as (
    select
        basisteam,
        count(*) filter (active_days(life_from, life_until, pauses, as_of, as_of) = 1) as active_networks,
        max(life_until) filter (life_until < as_of) as last_active_on
    from stays(known_at, null)
    where as_of between member_from and member_until
    group by basisteam
),
per_team as (
    select
        basisteam, name, district, unit, sort_order, grid_row, grid_column,
        coalesce(active_networks, 0) as active_networks,
        case when coalesce(active_networks, 0) = 0 then last_active_on end as last_active_on,
        confirmed_until,
        coalesce(confirmed_until >= last_due_quarter_end(as_of), false) as is_confirmed,
        (select quarter from quarters where ends_on = last_due_quarter_end(as_of)) as last_due_quarter
    from teams_on(counts_to(year, as_of))
    left join active using (basisteam)
    left join confirmed_until(as_of, known_at) using (basisteam)
    where in_force or basisteam in (select basisteam from statuses)
),
counted as (
    select
        per_team.*,
        counts.* exclude (basisteam)
    from per_team
    left join (
        select
            basisteam,
            count(*) as networks,
            count(*) filter (status not in ('UNKNOWN', 'NOT_ASSESSABLE')) as assessable,
            count(*) filter (status = 'MET') as met,
            count(*) filter (status = 'UNKNOWN') as unknown,
            count(*) filter (status = 'NOT_ASSESSABLE') as not_assessable,
            sum(shortfall) as shortfall,
            sum(still_to_plan) as still_to_plan,
            count(*) filter (status = 'ON_COURSE') as on_course,
            count(*) filter (status = 'BEHIND_BUT_PLANNED') as behind_but_planned,
            count(*) filter (status = 'TO_PLAN') as to_plan,
            count(*) filter (status = 'OUT_OF_REACH') as out_of_reach,
            count(*) filter (status = 'NOT_MET') as not_met,
            count(*) filter (dormant and is_active) as dormant,
            sum(to_confirm) as to_confirm
        from statuses group by basisteam
    ) as counts using (basisteam)
)
select
    level, key,
    min(case when level = 'basisteam' then name else key end) as name,
    total(networks) as networks,
    total(assessable) as assessable,
    total(met) as met,
    total(unknown) as unknown,
    total(not_assessable) as not_assessable,
    total(shortfall) as shortfall,
    total(still_to_plan) as still_to_plan,
    min(case when level <> 'region' then district end) as district,
    total(on_course) as on_course,
    total(behind_but_planned) as behind_but_planned,
    total(to_plan) as to_plan,
    total(out_of_reach) as out_of_reach,
    total(not_met) as not_met,
    total(dormant) as dormant,
    total(active_networks) as active_networks,
    total(to_confirm) as to_confirm,
    total(met) as lower_met,
    total(assessable) + total(unknown) as lower_of,
    total(met) + total(unknown) as upper_met,
    total(assessable) + total(unknown) as upper_of,
    min(case when level = 'basisteam' then confirmed_until end) as confirmed_until,
    bool_and(is_confirmed) as is_confirmed,
    any_value(last_due_quarter) as last_due_quarter,
    min(case when level = 'basisteam' then grid_row end) as grid_row,
    min(case when level = 'basisteam' then grid_column end) as grid_column,
    min(case when level = 'basisteam' then last_active_on end) as last_active_on,
    count(*) as basisteams_in_force,
    count(*) filter (active_networks > 0) as basisteams_with_network,
    count(*) filter (is_confirmed) as basisteams_confirmed,
    min(sort_order) as place
from counted,
lateral sides(unit, district, basisteam)
group by level, key;
