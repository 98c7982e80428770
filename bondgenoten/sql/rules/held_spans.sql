-- Every meeting held within its network's life, with the date of the next one that its network held:
-- on a day between the two it is the network's last.
create macro held_spans(known_at, only_networks) as table
select
    network_id,
    date,
    kind,
    lead(date) over (partition by network_id order by date) as next_held_on
from held_in_life(known_at, only_networks);
