-- The last date each network held a meeting by the as-of date, and the next it has planned.
create macro last_and_next_meeting(as_of, known_at, only_networks) as table
with planned as (
    select network_id, min(date) as next_planned_on
    from planned_meetings(known_at, only_networks)
    join lives(known_at, only_networks) using (network_id)
    where date >= as_of and date between life_from and life_until
    group by network_id
)
select network_id, date as last_held_on, next_planned_on
from (
    from held_spans(known_at, only_networks)
    where date <= as_of and (next_held_on is null or next_held_on > as_of)
)
full join planned using (network_id);
