-- The next meeting each network has planned within its life, on the as-of date or after it.
create macro next_planned(as_of, known_at, only_networks) as table
select network_id, min(date) as next_planned_on
from planned_meetings(known_at, only_networks)
where date >= as_of and is_in_life
group by network_id;
