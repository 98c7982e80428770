-- Every meeting held by the as-of date within its network's life.
create macro held_meetings(as_of, known_at, only_networks) as table
from held_in_life(known_at, only_networks) where date <= as_of;
