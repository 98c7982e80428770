-- A network that is active, of nobody.
select
    source, row, 'members_citizens' as name, 'no_members' as code, null as suggestion,
    null as details
from open_networks, limits
where members_police + members_municipality + members_citizens = 0
  and as_of between started_on and coalesce(ended_on, as_of)
