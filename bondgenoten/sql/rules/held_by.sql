-- The last meeting each network had held by a day, for every day from the first to the last: it is that
-- from its own date to `held_until`.
create macro held_by(first_day, last_day, known_at, only_networks) as table
select *, coalesce(next_held_on - 1, date '9999-12-31') as held_until
from held_so_far(known_at, only_networks)
where date <= last_day and (next_held_on is null or next_held_on > first_day);
