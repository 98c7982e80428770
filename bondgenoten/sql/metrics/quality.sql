-- How each basisteam in force looks after its data: up to when it confirmed them, how many of the last
-- four due quarters in time, and what still asks for a word (definitions 1, 7 and 10). It stopped
-- reporting when it covered a quarter once, but neither of the last two that are due.
create macro quality(as_of, known_at) as table
with due as (
    select basisteam, is_complete, is_on_time,
        row_number() over (partition by basisteam order by starts_on desc) as back
    from quarter_is_confirmed(as_of, known_at) where deadline < as_of
),
reported as (
    select
        basisteam,
        count(*) filter (back <= 4) as due_quarters,
        count(*) filter (back <= 4 and is_on_time) as on_time,
        bool_or(is_complete) and not bool_or(is_complete and back <= 2) as stopped_reporting
    from due group by basisteam
),
waiting as (
    select basisteam, count(*) as number from past_planned(as_of, known_at) group by basisteam
),
left_open as (
    select
        basisteam,
        count(*) filter (question = 'NO_THEME') as held_without_theme,
        count(*) filter (question = 'HELD_IN_PAUSE') as held_in_pause,
        count(*) filter (question = 'MORE_THAN_TEN') as more_than_ten
    from questions(as_of, known_at, null) group by basisteam
),
put as (
    select basisteam, count(*) as number
    from questions_put(as_of, known_at) where not is_answered and not is_withdrawn group by basisteam
)
select
    team.basisteam, team.name, team.district, confirmed_until,
    coalesce(due_quarters, 0) as due_quarters,
    coalesce(on_time, 0) as on_time,
    coalesce(waiting.number, 0) as past_planned,
    coalesce(held_without_theme, 0) as held_without_theme,
    coalesce(held_in_pause, 0) as held_in_pause,
    coalesce(more_than_ten, 0) as more_than_ten,
    coalesce(stopped_reporting, false) as stopped_reporting,
    coalesce(put.number, 0) as open_questions,
    team.sort_order as place
from basisteams_in_force(as_of) as team
left join confirmed_until(as_of, known_at) using (basisteam)
left join reported using (basisteam)
left join waiting using (basisteam)
left join left_open using (basisteam)
left join put using (basisteam);
