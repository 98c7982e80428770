-- Every meeting that is planned, whether its day has come or not: is it within its network's life, and
-- on an active day.
create macro planned_meetings(known_at, only_networks) as table
select
    m.*,
    coalesce(m.date between life_from and life_until, false) as is_in_life,
    coalesce(active_days(life_from, life_until, pauses, m.date, m.date) = 1, false) as is_active
from meetings_at(known_at, only_networks) as m
left join lives(known_at, only_networks) using (network_id)
where m.status = 'planned';
