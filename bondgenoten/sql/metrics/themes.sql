-- Each theme in each quarter: held meetings that had it, of those with any theme, and how far it
-- spread over the networks that met (definition 5), added up from the rows of themes_by_team, given
-- by name. A null district or basisteam means all.
create macro themes(themes_by_team_rows, as_of, only_district, only_basisteam) as table
with counted as (
    select
        quarter, theme,
        total(meetings_with_theme) as meetings_with_theme,
        total(meetings_with_any_theme) as meetings_with_any_theme,
        total(meetings_held) as meetings_held,
        total(networks_with_theme) as networks_with_theme,
        total(networks_that_met) as networks_that_met,
        max(most_of_one_network) as most_of_one_network,
        bool_and(is_confirmed) as is_confirmed
    from query_table(themes_by_team_rows)
    where (only_district is null or district = only_district)
        and (only_basisteam is null or basisteam = only_basisteam)
    group by quarter, theme
)
select
    calendar.period as quarter,
    theme.theme,
    coalesce(meetings_with_theme, 0) as meetings_with_theme,
    coalesce(meetings_with_any_theme, 0) as meetings_with_any_theme,
    coalesce(meetings_held, 0) as meetings_held,
    coalesce(networks_with_theme, 0) as networks_with_theme,
    coalesce(networks_that_met, 0) as networks_that_met,
    q.ends_on > as_of or not coalesce(is_confirmed, false) as provisional,
    coalesce(meetings_with_theme >= 5 and 2 * most_of_one_network > meetings_with_theme, false)
        as is_mainly_one_network,
    calendar.starts_on,
    theme.sort_order as place
from calendar('quarter', as_of) as calendar
join quarters as q on q.quarter = calendar.period
cross join register.themes as theme
left join counted on counted.quarter = calendar.period and counted.theme = theme.theme;
