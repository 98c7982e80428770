-- Every meeting held by the as-of date within its network's life.
create macro held_meetings(as_of, known_at, only_networks) as table
select m.*
from meetings_at(known_at, only_networks) as m
join networks_at(known_at, only_networks) as n using (network_id)
where m.status = 'held' and m.date <= as_of
    and m.date >= n.started_on and (n.ended_on is null or m.date <= n.ended_on);
