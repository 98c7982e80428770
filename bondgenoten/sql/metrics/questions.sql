-- What the data leave open, a row a question: a planned meeting never confirmed, a held one without a
-- theme or inside a pause, both of the last 24 months, and a network of more than ten members.
create macro questions(as_of, known_at, only_networks) as table
with asked as (
    select
        m.network_id, stay.name, stay.basisteam, m.date,
        unnest(list_filter([
            case when m.status = 'planned' and m.date < as_of then 'NEVER_CONFIRMED' end,
            case when m.status = 'held' and m.date <= as_of and len(m.themes) = 0 then 'NO_THEME' end,
            case when m.status = 'held' and m.date between life_from and least(life_until, as_of)
                and active_days(life_from, life_until, pauses, m.date, m.date) = 0 then 'HELD_IN_PAUSE' end
        ], lambda question: question is not null)) as question
    from meetings_at(known_at, only_networks) as m
    join stays(known_at, only_networks) as stay
        on stay.network_id = m.network_id and as_of between member_from and member_until
    where m.date > (as_of - interval 2 year)::date and m.date <= as_of
        and (m.status = 'planned' or len(m.themes) = 0 or len(pauses) > 0)
    union all
    select network_id, name, basisteam, null, 'MORE_THAN_TEN'
    from composition(as_of, known_at, only_networks) where not at_most_ten
)
select
    question, network_id, asked.name, asked.basisteam, team.district, date,
    team.name as basisteam_name, team.sort_order as place
from asked
left join teams_on(as_of) as team on team.basisteam = asked.basisteam;
