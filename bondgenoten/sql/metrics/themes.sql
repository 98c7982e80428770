-- Each theme in each quarter: held meetings that had it, of those with any theme, and how far it
-- spread over the networks that met (definition 5). A null district or basisteam means all.
create macro themes(as_of, known_at, only_district, only_basisteam) as table
with scope as (
    select period, starts_on, ends_on, basisteam, in_force
    from teams_over_time('quarter', as_of)
    where (only_district is null or district = only_district)
        and (only_basisteam is null or basisteam = only_basisteam)
),
held as (
    select scope.period, m.network_id, m.themes
    from held_meetings(as_of, known_at, null) as m
    join scope on date_trunc('quarter', m.date) = scope.starts_on
    join memberships(known_at, null) as member
        on member.network_id = m.network_id and member.basisteam = scope.basisteam
        and scope.ends_on between member_from and member_until
),
totals as (
    select period, count(*) as meetings_held, count(*) filter (len(themes) > 0) as with_any,
        count(distinct network_id) as networks
    from held group by period
),
per_network as (
    select period, theme, network_id, count(*) as meetings
    from (select period, network_id, unnest(themes) as theme from held)
    group by period, theme, network_id
),
per_theme as (
    select period, theme, sum(meetings)::bigint as meetings, count(*) as networks,
        max(meetings) as largest
    from per_network group by period, theme
),
unconfirmed as (
    select quarter, count(*) filter (not is_complete) as teams
    from quarter_is_confirmed(as_of, known_at)
    where basisteam in (select basisteam from scope)
    group by quarter
)
select
    calendar.period as quarter,
    theme.theme,
    coalesce(per_theme.meetings, 0) as meetings_with_theme,
    coalesce(with_any, 0) as meetings_with_any_theme,
    coalesce(meetings_held, 0) as meetings_held,
    coalesce(per_theme.networks, 0) as networks_with_theme,
    coalesce(totals.networks, 0) as networks_that_met,
    q.ends_on > as_of or coalesce(unconfirmed.teams > 0, true) as provisional,
    coalesce(per_theme.meetings >= 5 and 2 * largest > per_theme.meetings, false) as is_mainly_one_network,
    calendar.starts_on,
    theme.sort_order as place
from calendar('quarter', as_of) as calendar
join quarters as q on q.quarter = calendar.period
cross join register.themes as theme
left join totals using (period)
left join per_theme on per_theme.period = calendar.period and per_theme.theme = theme.theme
left join unconfirmed on unconfirmed.quarter = calendar.period;
