-- The confirmations as they were known at a moment.
create macro confirmations_at(known_at) as table
select * exclude (recorded_at, superseded_at, batch)
from register.confirmations
where recorded_at <= known_at
    and (superseded_at is null or superseded_at > known_at);
