-- What each network-year holds in meetings planned: those still to come on an active day, and those
-- whose day has passed without a word. `years` names the rows of network_years.
create macro planned_of_network_years(years, first_year, last_year, as_of, known_at, only_networks) as table
with planned as (
    from planned_meetings(known_at, only_networks)
    where date between make_date(first_year, 1, 1) and make_date(last_year, 12, 31)
)
select
    network_id,
    year,
    count(*) filter (
        date between planned_from and last_day
        and active_days(life_from, life_until, pauses, date, date) = 1
    ) as planned,
    count(*) filter (date < least(as_of, year_ends_on + 1)) as to_confirm
from query_table(years)
join planned using (network_id)
where date between year_starts_on and year_ends_on
group by network_id, year;
