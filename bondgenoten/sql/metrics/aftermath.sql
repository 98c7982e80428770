-- What was discussed after each event: held meetings of the basisteams it covers within the days of
-- unrest, by theme (definition 8). A team that did not meet or noted no theme has no row.
create macro aftermath(as_of, known_at, only_event) as table
with held as (
    select event.event_id, event.date as event_date, event.basisteam, event.district, event.place,
        m.network_id, m.date, m.themes
    from covered_teams(as_of) as event
    join norm_in_years(2007, year(as_of)) as norm on norm.year = year(event.date)
    join memberships(known_at, null) as member on member.basisteam = event.basisteam
    join held_meetings(as_of, known_at, null) as m
        on m.network_id = member.network_id
        and m.date between member_from and member_until
        and m.date between event.date and event.date + norm.unrest_days
    where only_event is null or event.event_id = only_event
),
totals as (
    select event_id, basisteam, count(*) as meetings_held,
        count(*) filter (len(themes) > 0) as meetings_with_any_theme
    from held group by event_id, basisteam
)
select
    event_id, event_date as date, basisteam, district, discussed.theme,
    count(*) as meetings_with_theme,
    any_value(meetings_with_any_theme) as meetings_with_any_theme,
    any_value(meetings_held) as meetings_held,
    held.place,
    min(theme.sort_order) as theme_order
from held
join totals using (event_id, basisteam),
lateral (select unnest(held.themes) as theme) as discussed
left join register.themes as theme on theme.theme = discussed.theme
group by event_id, event_date, basisteam, district, discussed.theme, held.place;
