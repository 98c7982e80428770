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
-- By the last quarter that is covered whole.
given as (
    select
        basisteam,
        date_trunc('quarter', covers_until + 1)::date - 1 as ends_on,
        min(confirmed_on) as confirmed_on
    from confirmations_at(known_at)
    where confirmed_on <= as_of
    group by all
),
-- Who covers a quarter, covers those before it.
covered as (
    select
        expected.* exclude (ends_on, basisteam), ends_on, basisteam,
        min(confirmed_on) over (partition by basisteam order by ends_on desc) as first_covering_on
    from expected full join given using (basisteam, ends_on)
)
select
    quarter, starts_on, ends_on, deadline, basisteam, first_covering_on,
    first_covering_on is not null as is_complete,
    coalesce(first_covering_on <= deadline, false) as is_on_time
from covered
where quarter is not null;
