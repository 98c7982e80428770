-- Each network active on the day of an event that covers its basisteam: was it prepared, and how many
-- days until it first met (definition 8). `is_followed` where the follow-up has passed.
create macro networks_at_events(as_of, known_at, only_network) as table
with struck as (
    select event.*, lives.network_id, norm.prepared_meetings, norm.prepared_days, norm.first_meeting_days
    from covered_teams(as_of) as event
    join norm_in_years(2007, year(as_of)) as norm on norm.year = year(event.date)
    join memberships(known_at, only_network) as member
        on member.basisteam = event.basisteam and event.date between member_from and member_until
    join lives(known_at, only_network) as lives
        on lives.network_id = member.network_id
        and active_days(life_from, life_until, pauses, event.date, event.date) = 1
)
select
    struck.event_id, struck.date, struck.basisteam, struck.network_id,
    count(*) filter (m.date < struck.date and m.date >= struck.date - prepared_days)
        >= any_value(prepared_meetings) as is_prepared,
    min(m.date) filter (m.date >= struck.date) - struck.date as first_meeting_after,
    struck.date + any_value(first_meeting_days) <= as_of as is_followed,
    coalesce(min(m.date) filter (m.date >= struck.date) - struck.date <= any_value(first_meeting_days), false) as is_in_time
from struck
left join held_meetings(as_of, known_at, only_network) as m
    on m.network_id = struck.network_id
    and m.date >= struck.date - prepared_days
group by struck.event_id, struck.date, struck.basisteam, struck.network_id;
