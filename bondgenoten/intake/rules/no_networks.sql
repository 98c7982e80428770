-- The first confirmation of a basisteam that has no network at all, where no networks came with it: those
-- may be forgotten. Beside networks of others nothing is, and most basisteams of a region have none.
with names as (
    select basisteam, max_by(name, valid_from) as name from register.basisteams group by basisteam
)
select
    c.source, c.row, 'basisteam' as name, 'no_networks' as code, null as suggestion,
    map {'team': coalesce(t.name, c.basisteam)} as details
from new_confirmations c left join names t using (basisteam)
where is_asked
  and not is_known
  and basisteam not in (select basisteam from teams_after where basisteam is not null)
  and not exists (from upload_networks)
  and not exists (from doubtful)
