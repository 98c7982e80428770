-- The meetings as they were known at a moment; `only_network` null means those of all networks.
create macro meetings_at(known_at, only_network) as table
select * exclude (recorded_at, superseded_at, batch)
from register.meetings
where recorded_at <= known_at
    and (superseded_at is null or superseded_at > known_at)
    and (only_network is null or network_id = only_network);
