-- Held meetings of each network and year, in peacetime and in the days after an event that covers its
-- basisteam (definition 8): two counts, never a target. From the day `since` on.
create macro peacetime(since, as_of, known_at, only_networks) as table
with windows as (
    select event.basisteam, event.date as opens_on, event.date + norm.unrest_days as closes_on
    from covered_teams(as_of) as event
    join norm_in_years(2007, year(as_of)) as norm on norm.year = year(event.date)
)
select
    m.network_id, year(m.date)::integer as year, member.basisteam,
    count(*) filter (not is_after_event) as in_peacetime,
    count(*) filter (is_after_event) as after_event
from held_meetings(as_of, known_at, only_networks) as m
join memberships(known_at, only_networks) as member
    on member.network_id = m.network_id and m.date between member_from and member_until,
lateral (select exists (
    from windows where windows.basisteam = member.basisteam and m.date between opens_on and closes_on
) as is_after_event)
where m.date >= since
group by all;
