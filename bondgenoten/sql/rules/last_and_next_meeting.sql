-- The last date each network held a meeting by the as-of date, and the next it has planned.
create macro last_and_next_meeting(as_of, known_at, only_networks) as table
select
    network_id,
    max(date) filter (status = 'held' and date <= as_of) as last_held_on,
    min(date) filter (status = 'planned' and date >= as_of) as next_planned_on
from meetings_at(known_at, only_networks)
join networks_at(known_at, only_networks) using (network_id)
where date between started_on and coalesce(ended_on, date '9999-12-31')
group by network_id;
