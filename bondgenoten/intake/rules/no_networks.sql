-- The first confirmation of a basisteam that has no network at all, where no networks came with it: those
-- may be forgotten. Beside networks of others nothing is, and most basisteams of a region have none.
select
    source, row, 'basisteam' as name, 'no_networks' as code, null as suggestion, null as details
from new_confirmations
where is_asked
  and not is_known
  and basisteam not in (select basisteam from teams_after where basisteam is not null)
  and not exists (from upload_networks)
  and not exists (from doubtful)
