-- What each network has held by the day of each meeting of held_spans, those of that day counted: the
-- meetings and its active days so far; and of the calendar year the meetings, the urgent ones, the
-- active days by the first, and the most active days from one to the next.
create macro held_so_far(known_at, only_networks) as table
with spans as (
    select
        network_id, date, kind, next_held_on,
        active_by(life_from, life_until, pauses, date) as active_by,
        case when year(previous_held_on) = year(date)
            then active_by - active_by(life_from, life_until, pauses, previous_held_on)
        end as silent_days
    from held_spans(known_at, only_networks)
    join lives(known_at, only_networks) using (network_id)
)
select
    network_id, date, next_held_on, active_by,
    count(*) over (partition by network_id order by date) as held,
    count(*) over in_year as held_in_year,
    count(*) filter (kind = 'urgent') over in_year as urgent_in_year,
    min(active_by) over in_year as first_in_year,
    max(silent_days) over in_year as longest_in_year
from spans
window in_year as (partition by network_id, year(date) order by date);
