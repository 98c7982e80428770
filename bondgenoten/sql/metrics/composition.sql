-- Who sits in each network active on the as-of date, in counts, and the four checks (definition 7).
create macro composition(as_of, known_at, only_networks) as table
select
    lives.network_id, lives.name, member.basisteam, team.district, lives.municipality,
    members_police, members_municipality, members_citizens,
    members_police + members_municipality + members_citizens as members_total,
    members_police + members_municipality + members_citizens <= 10 as at_most_ten,
    members_police = 1 as one_police,
    members_municipality = 1 as one_municipality,
    members_citizens >= 1 as has_citizens,
    team.name as basisteam_name,
    team.sort_order as place
from lives(known_at, only_networks) as lives
join memberships(known_at, only_networks) as member
    on member.network_id = lives.network_id and as_of between member_from and member_until
left join teams_on(as_of) as team on member.basisteam = team.basisteam
where active_days(life_from, life_until, pauses, as_of, as_of) = 1;
