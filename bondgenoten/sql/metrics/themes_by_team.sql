-- Each theme in each quarter for each basisteam: held meetings that had it, of those with any theme,
-- and the networks they were held in; `themes` adds these rows up (definition 5). The quarters that end on or after `since`.
create macro themes_by_team(since, as_of, known_at) as table
with held as (
    select date_trunc('quarter', m.date)::date as starts_on, member.basisteam, m.network_id, m.themes
    from held_meetings(as_of, known_at, null) as m
    join memberships(known_at, null) as member
        on member.network_id = m.network_id
        and least((date_trunc('quarter', m.date) + interval 3 month)::date - 1, as_of)
            between member_from and member_until
    where m.date >= date_trunc('quarter', since)
),
totals as (
    select starts_on, basisteam, count(*) as meetings_held,
        count(*) filter (len(themes) > 0) as with_any, count(distinct network_id) as networks
    from held group by starts_on, basisteam
),
per_network as (
    select starts_on, basisteam, theme, network_id, count(*) as meetings
    from (select starts_on, basisteam, network_id, unnest(themes) as theme from held)
    group by starts_on, basisteam, theme, network_id
),
per_theme as (
    select starts_on, basisteam, theme, sum(meetings)::bigint as meetings, count(*) as networks,
        max(meetings) as largest
    from per_network group by starts_on, basisteam, theme
)
select
    team.period as quarter, team.basisteam, team.name, team.district, theme.theme,
    coalesce(per_theme.meetings, 0) as meetings_with_theme,
    coalesce(with_any, 0) as meetings_with_any_theme,
    coalesce(meetings_held, 0) as meetings_held,
    coalesce(per_theme.networks, 0) as networks_with_theme,
    coalesce(totals.networks, 0) as networks_that_met,
    coalesce(largest, 0) as most_of_one_network,
    reported.is_complete as is_confirmed,
    team.starts_on,
    team.sort_order as place,
    theme.sort_order as theme_order
from teams_over_time('quarter', since, as_of) as team
cross join register.themes as theme
left join totals on totals.starts_on = team.starts_on and totals.basisteam = team.basisteam
left join per_theme on per_theme.starts_on = team.starts_on and per_theme.basisteam = team.basisteam
    and per_theme.theme = theme.theme
left join quarter_is_confirmed(as_of, known_at) as reported
    on reported.quarter = team.period and reported.basisteam = team.basisteam
where team.in_force or totals.basisteam is not null or reported.quarter is not null;
