-- The networks as they were known at a moment; null `only_networks` means all of them.
create macro networks_at(known_at, only_networks) as table
select * exclude (recorded_at, superseded_at, batch)
from register.networks
where recorded_at <= known_at
    and (superseded_at is null or superseded_at > known_at)
    and (only_networks is null or network_id in (select unnest(only_networks)));
