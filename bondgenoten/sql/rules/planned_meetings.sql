-- Every meeting that is planned, whether its day has come or not.
create macro planned_meetings(known_at, only_networks) as table
from meetings_at(known_at, only_networks) where status = 'planned';
