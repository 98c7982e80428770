-- What each network has held by the day of each meeting of held_spans, that one counted: the meetings
-- and its active days so far; and of the calendar year the meetings, the urgent ones, the active days
-- by the first, and the most active days from one to the next.
create macro held_so_far(known_at, only_networks) as table
with spans as (
    select
        network_id, date, kind, previous_held_on, next_held_on,
        row_number() over in_time as held,
        active_by(life_from, life_until, pauses, date) as active_by,
        active_by - lag(active_by) over in_time as silent_days
    from held_spans(known_at, only_networks)
    join lives(known_at, only_networks) using (network_id)
    window in_time as (partition by network_id order by date)
)
select
    network_id, date, next_held_on, held, active_by,
    count(*) over in_year as held_in_year,
    count(*) filter (kind = 'urgent') over in_year as urgent_in_year,
    min(active_by) over in_year as first_in_year,
    max(silent_days) filter (year(previous_held_on) = year(date)) over in_year as longest_in_year
from spans
window in_year as (partition by network_id, year(date) order by date);
