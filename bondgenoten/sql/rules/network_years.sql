-- Every network in every calendar year its life touches, with the year's norm and the days that
-- bound its counting, and how many active days it has had by each. `counts_to` is the last day of the
-- year that has come by the as-of date, and `counts_from` the day before its rolling window
-- (counts_to - 1 year, counts_to]. Its basisteam is the one it belongs to on the day it counts to.
create macro network_years(first_year, last_year, as_of, known_at, only_networks) as table
select
    stay.* exclude (member_from, member_until, pauses),
    norm.*,
    year_ends_on - year_starts_on + 1 as days_in_year,
    least(year_ends_on, life_until) as last_day,
    active_by(life_from, life_until, pauses, year_starts_on - 1) as active_before,
    active_by(life_from, life_until, pauses, greatest(life_from, year_starts_on)) as active_at_start,
    active_by(life_from, life_until, pauses, year_ends_on) as active_by_end,
    active_by(life_from, life_until, pauses, as_of) as active_by_now,
    active_by(life_from, life_until, pauses, counts_to) as active_counted,
    active_by(life_from, life_until, pauses, counts_from) as active_before_window,
    active_by(life_from, life_until, pauses, life_from) as active_on_first_day,
    active_days(life_from, life_until, pauses, as_of, as_of) = 1 as is_active
from stays(known_at, only_networks) as stay
join (
    select *, counts_to(year, as_of) as counts_to,
        (counts_to(year, as_of) - interval 1 year)::date as counts_from
    from norm_in_years(first_year, last_year)
) as norm
    on life_from <= year_ends_on and life_until >= year_starts_on
    and counts_to between member_from and member_until;
