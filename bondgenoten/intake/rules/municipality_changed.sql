-- A network that the register has in another municipality, where nothing else is odd about that cell.
select
    n.source, n.row, 'municipality' as name, 'municipality_changed' as code, null as suggestion,
    map {'before': r.municipality} as details
from open_networks n
join register.networks r on r.network_id = n.network_id and r.superseded_at is null
where n.municipality <> r.municipality
  and (n.source, n.row, 'municipality') not in (select (source, row, name) from problems)
