-- Each network active on the day of an event that covers its basisteam: was it prepared, and how many
-- days until it first met (definition 8). `is_followed` where the follow-up has passed. Of the events
-- from `since` on; a null network or event means all.
create macro networks_at_events(since, as_of, known_at, only_networks, only_event) as table
with struck as (
    select event.event_id, event.date, event.basisteam, stay.network_id,
        norm.prepared_meetings, norm.prepared_days, norm.first_meeting_days
    from covered_teams(as_of) as event
    join norm_in_years(2007, year(as_of)) as norm on norm.year = year(event.date)
    join stays(known_at, only_networks) as stay
        on stay.basisteam = event.basisteam and event.date between member_from and member_until
        and active_days(life_from, life_until, pauses, event.date, event.date) = 1
    where event.date >= since and (only_event is null or event.event_id = only_event)
),
met as (
    select
        struck.event_id, struck.date, basisteam, struck.network_id, first_meeting_days,
        count(held.date) filter (held.date < struck.date) >= prepared_meetings as is_prepared,
        min(held.date) filter (held.date >= struck.date) - struck.date as first_meeting_after
    from struck
    -- The meetings of the days before, and the first on or after the day itself.
    left join (
        from held_spans(known_at, only_networks) where date <= as_of
    ) as held
        on held.network_id = struck.network_id
        and held.date >= struck.date - prepared_days
        and previous_held_on < struck.date
    group by struck.event_id, struck.date, basisteam, struck.network_id, first_meeting_days,
        prepared_meetings
)
select
    event_id, date, basisteam, network_id,
    is_prepared,
    first_meeting_after,
    date + first_meeting_days <= as_of as is_followed,
    coalesce(first_meeting_after <= first_meeting_days, false) as is_in_time
from met;
