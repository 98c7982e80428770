-- Who sits in each network active on the as-of date, in counts, and the four checks (definition 7).
create macro composition(as_of, known_at, only_networks) as table
select
    stay.network_id, stay.name, stay.basisteam, team.district, stay.municipality,
    members_police, members_municipality, members_citizens,
    members_police + members_municipality + members_citizens as members_total,
    members_police + members_municipality + members_citizens <= 10 as at_most_ten,
    members_police = 1 as one_police,
    members_municipality = 1 as one_municipality,
    members_citizens >= 1 as has_citizens,
    team.name as basisteam_name,
    team.sort_order as place,
    place_by_name
from stays(known_at, only_networks) as stay
left join teams_on(as_of) as team on stay.basisteam = team.basisteam
where as_of between member_from and member_until
    and active_days(life_from, life_until, pauses, as_of, as_of) = 1;
