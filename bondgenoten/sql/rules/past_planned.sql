-- Planned meetings whose day has passed and that were never confirmed (definition 1): they count
-- nowhere until someone says whether they were held.
create macro past_planned(as_of, known_at) as table
select
    m.network_id, network.name, member.basisteam, team.district, m.date, m.kind, m.themes,
    as_of - m.date as days_ago, team.name as basisteam_name, team.sort_order as place
from planned_meetings(known_at, null) as m
join networks_at(known_at, null) as network using (network_id)
join memberships(known_at, null) as member
    on member.network_id = m.network_id and as_of between member_from and member_until
left join teams_on(as_of) as team on team.basisteam = member.basisteam
where m.date < as_of;
