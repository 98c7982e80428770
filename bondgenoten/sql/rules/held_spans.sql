-- Every meeting held within its network's life, with the dates its network held one before and after:
-- on a day from this one to the next it is the network's last, on a day up to it its first. Before the
-- first of all comes the first day there is.
create macro held_spans(known_at, only_networks) as table
select
    network_id,
    date,
    kind,
    lag(date, 1, date '0001-01-01') over in_time as previous_held_on,
    lead(date) over in_time as next_held_on
from held_in_life(known_at, only_networks)
window in_time as (partition by network_id order by date);
