-- Every meeting row behind the figures and what it counts as at the as-of date, or why it does not.
-- It stands with the basisteam its network belongs to at the end of its day, month, quarter, year or
-- century (`grain`): the last is for figures that take everyone where they are on the as-of date.
create macro evidence(grain, as_of, known_at, only_networks) as table
select
    m.network_id, stay.name, stay.basisteam, team.district, m.date, m.status, m.kind, m.themes,
    m.agenda_from,
    case
        when m.status = 'planned' and m.date < as_of then 'NEVER_CONFIRMED'
        when m.date not between life_from and life_until then 'OUTSIDE_LIFE'
        when m.status = 'cancelled' and m.date <= as_of then 'CANCELLED'
        when m.status = 'held' and m.date <= as_of then 'COUNTED'
        when m.status <> 'planned' then 'AFTER_AS_OF'
        when active_days(life_from, life_until, pauses, m.date, m.date) = 1 then 'PLANNED'
        else 'PLANNED_IN_PAUSE'
    end as counts_as,
    team.name as basisteam_name,
    m.present_police, m.present_municipality, m.present_citizens,
    team.sort_order as place
from meetings_at(known_at, only_networks) as m
join stays(known_at, only_networks) as stay
    on stay.network_id = m.network_id
    and least(as_of, (date_trunc(grain, m.date) + case grain
        when 'day' then interval 1 day when 'month' then interval 1 month when 'quarter' then interval 3 month
        when 'year' then interval 1 year else interval 100 year
    end)::date - 1) between member_from and member_until
left join teams_on(as_of) as team on team.basisteam = stay.basisteam;
