-- Whether each basisteam expected in a quarter had vouched for all of it by the as-of date; expected
-- is who was in force on at least one day of the quarter (definition 10).
create macro quarter_is_confirmed(as_of, known_at) as table
with expected as (
    select distinct q.quarter, q.starts_on, q.ends_on, q.deadline, team.basisteam
    from quarters as q
    join register.basisteams as team
        on team.valid_from <= q.ends_on and (team.valid_until is null or team.valid_until >= q.starts_on)
    where q.starts_on between date '2007-01-01' and as_of
)
select
    expected.*,
    min(confirmed_on) as first_covering_on,
    count(confirmed_on) > 0 as is_complete,
    coalesce(min(confirmed_on) <= deadline, false) as is_on_time
from expected
left join confirmations_at(known_at) as c
    on c.basisteam = expected.basisteam and c.covers_until >= expected.ends_on and c.confirmed_on <= as_of
group by expected.quarter, expected.starts_on, expected.ends_on, expected.deadline, expected.basisteam;
