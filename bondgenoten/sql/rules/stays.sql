-- Each network's life and pauses in each basisteam it belongs to, and from which day to which it does.
-- `place_by_name` numbers the networks by name.
create macro stays(known_at, only_networks) as table
select
    lives.* exclude (basisteam),
    member.basisteam, member_from, member_until,
    dense_rank() over (order by lives.name, lives.network_id) as place_by_name
from lives(known_at, only_networks) as lives
join memberships(known_at, only_networks) as member using (network_id);
