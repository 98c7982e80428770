-- Rows of networks and meetings that are not used as they stand: while there are any, nobody can say
-- what a basisteam lacks.
select source, row from upload_networks where is_faulty
union all
select source, row from upload_meetings where is_faulty
union all
select source, row
from problems
where is_error
  and source in (select source from upload_networks union all select source from upload_meetings)
union all
select source, row from held_back
