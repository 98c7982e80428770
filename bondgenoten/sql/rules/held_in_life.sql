-- Every meeting held within its network's life, whatever the as-of date.
create macro held_in_life(known_at, only_networks) as table
select m.*
from meetings_at(known_at, only_networks) as m
join networks_at(known_at, only_networks) as n using (network_id)
where m.status = 'held' and m.date >= n.started_on and (n.ended_on is null or m.date <= n.ended_on);
