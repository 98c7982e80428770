-- Each theme in the twelve months up to the as-of date: held meetings that had it, of those with any
-- theme, for the region, districts and basisteams (definition 5, without its quarters).
create macro recent_themes(as_of, known_at) as table
with held as (
    select member.basisteam, m.themes
    from held_meetings(as_of, known_at, null) as m
    join memberships(known_at, null) as member
        on member.network_id = m.network_id and as_of between member_from and member_until
    where m.date > (as_of - interval 1 year)::date
),
totals as (
    select basisteam, count(*) as meetings_held,
        count(*) filter (len(themes) > 0) as meetings_with_any_theme
    from held group by basisteam
),
per_theme as (
    select basisteam, theme, count(*) as meetings
    from (select basisteam, unnest(themes) as theme from held)
    group by basisteam, theme
)
select
    level, key, theme.theme,
    coalesce(sum(per_theme.meetings), 0)::bigint as meetings_with_theme,
    coalesce(sum(meetings_with_any_theme), 0)::bigint as meetings_with_any_theme,
    coalesce(sum(meetings_held), 0)::bigint as meetings_held,
    min(case when level = 'basisteam' then team.name else key end) as name,
    min(case when level <> 'region' then district end) as district,
    min(team.sort_order) as place,
    theme.sort_order as theme_order
from teams_on(as_of) as team
cross join register.themes as theme
left join totals using (basisteam)
left join per_theme on per_theme.basisteam = team.basisteam and per_theme.theme = theme.theme,
lateral sides(unit, district, team.basisteam)
where in_force or totals.basisteam is not null
group by level, key, theme.theme, theme.sort_order;
