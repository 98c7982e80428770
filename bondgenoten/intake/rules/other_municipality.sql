-- A municipality outside the area of the basisteam, where the reference data say what that area is.
with towns as (
    select basisteam, list(municipality order by municipality) as towns
    from (select unnest(basisteams) as basisteam, municipality from register.municipalities)
    group by basisteam
)
select
    n.source, n.row, 'municipality' as name, 'other_municipality' as code, null as suggestion,
    map {'team': b.name, 'towns': array_to_string(t.towns, ', ')} as details
from open_networks n
join towns t using (basisteam)
join (select basisteam, max_by(name, valid_from) as name from register.basisteams group by basisteam) b
  using (basisteam)
where not list_contains(t.towns, n.municipality)
