-- The meetings each network has planned in each calendar year from first to last: those still to come
-- on an active day, and those whose day has passed without a word.
create macro planned_in_years(first_year, last_year, as_of, known_at, only_networks) as table
select
    network_id,
    year(date) as year,
    count(*) filter (is_active and date >= as_of) as planned,
    count(*) filter (date < as_of) as to_confirm
from planned_meetings(known_at, only_networks)
where date between make_date(first_year, 1, 1) and make_date(last_year, 12, 31)
group by all;
