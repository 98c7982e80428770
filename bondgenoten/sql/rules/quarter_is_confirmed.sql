-- Whether each basisteam expected in a quarter had vouched for all of it by the as-of date; expected
-- is who was in force on at least one day of the quarter (definition 10).
create macro quarter_is_confirmed(as_of, known_at) as table
with expected as (
    select distinct q.quarter, q.starts_on, q.ends_on, q.deadline, team.basisteam
    from quarters as q
    join register.basisteams as team
        on team.valid_from <= q.ends_on and (team.valid_until is null or team.valid_until >= q.starts_on)
    where q.starts_on between date '2007-01-01' and as_of
),
-- The earliest confirmation that reaches up to each day of a confirmation, or beyond.
covering as (
    select basisteam, covers_until,
        min(confirmed_on) over (partition by basisteam order by covers_until desc) as first_covering_on
    from confirmations_at(known_at)
    where confirmed_on <= as_of
)
select
    expected.*,
    first_covering_on,
    first_covering_on is not null as is_complete,
    coalesce(first_covering_on <= deadline, false) as is_on_time
from expected
asof left join covering
    on covering.basisteam = expected.basisteam and covering.covers_until >= expected.ends_on;
