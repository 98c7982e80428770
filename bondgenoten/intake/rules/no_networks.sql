-- The first confirmation of a basisteam that has no network at all: it may, but the file of its networks
-- may be forgotten too.
select
    source, row, 'basisteam' as name, 'no_networks' as code, null as suggestion, null as details
from new_confirmations
where is_asked
  and not is_known
  and basisteam not in (select basisteam from teams_after where basisteam is not null)
  and not exists (from doubtful)
