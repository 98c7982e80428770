-- A network of more people than the method asks for.
select
    source, row, 'members_citizens' as name, 'more_than_ten' as code, null as suggestion,
    map {'total': (members_police + members_municipality + members_citizens)::varchar} as details
from open_networks, limits
where members_police + members_municipality + members_citizens > most_members
