-- Each theme of some quarters for the region, each district and each basisteam, added up from the
-- rows of themes_by_team of those quarters, given by name; counted as in `themes` (definition 5).
create macro themes_of_parts(themes_by_team_rows, as_of) as table
with rows as (
    select *, (select max(unit) from register.basisteams) as unit,
        (select min(sort_order) from register.basisteams as team where team.basisteam = given.basisteam)
            as place
    from query_table(themes_by_team_rows) as given
),
parts as (
    select distinct 'region' as level, unit as key, 1 as level_order, 0 as place from rows
    union all
    select 'district', district, 2, min(place) from rows group by district
    union all
    select 'basisteam', basisteam, 3, min(place) from rows group by basisteam
),
counted as (
    select
        quarter, theme,
        case when grouping(unit) = 0 then 'region' when grouping(district) = 0 then 'district'
            else 'basisteam' end as level,
        coalesce(unit, district, basisteam) as key,
        total(meetings_with_theme) as meetings_with_theme,
        total(meetings_with_any_theme) as meetings_with_any_theme,
        total(meetings_held) as meetings_held,
        total(networks_with_theme) as networks_with_theme,
        total(networks_that_met) as networks_that_met,
        max(most_of_one_network) as most_of_one_network,
        bool_and(is_confirmed) as is_confirmed
    from rows
    group by grouping sets ((quarter, theme, unit), (quarter, theme, district), (quarter, theme, basisteam))
)
select
    part.level, part.key, q.quarter, theme.theme,
    coalesce(meetings_with_theme, 0) as meetings_with_theme,
    coalesce(meetings_with_any_theme, 0) as meetings_with_any_theme,
    coalesce(meetings_held, 0) as meetings_held,
    coalesce(networks_with_theme, 0) as networks_with_theme,
    coalesce(networks_that_met, 0) as networks_that_met,
    q.ends_on > as_of or not coalesce(is_confirmed, false) as provisional,
    coalesce(meetings_with_theme >= 5 and 2 * most_of_one_network > meetings_with_theme, false)
        as is_mainly_one_network,
    part.level_order, part.place, q.starts_on, theme.sort_order as theme_order
from parts as part
cross join (select distinct quarter from rows) as asked
join quarters as q on q.quarter = asked.quarter
cross join register.themes as theme
left join counted on counted.quarter = asked.quarter and counted.theme = theme.theme
    and counted.level = part.level and counted.key = part.key;
