-- A network of more than ten people: the method asks for ten at most.
select
    source, row, 'members_citizens' as name, 'more_than_ten' as code, null as suggestion,
    map {'total': (members_police + members_municipality + members_citizens)::varchar} as details
from open_networks
where members_police + members_municipality + members_citizens > 10
