-- What each network-year holds in meetings held within the network's life by the as-of date: how many
-- in the year and in its rolling window, and the most active days from one of them to the next, or to
-- the last day that counts. `years` names the rows of network_years.
create macro held_of_network_years(years, first_year, last_year, as_of, known_at, only_networks) as table
with nearby as (
    from held_spans(known_at, only_networks)
    -- The first year and the twelve months before its last day, or before the as-of date.
    where date >= least(
            make_date(first_year, 1, 1),
            (least(as_of, make_date(first_year, 12, 31)) - interval 1 year)::date + 1
        )
        and date <= least(as_of, make_date(last_year, 12, 31))
),
weighed as (
    select
        network_id, year, date, kind,
        date >= year_starts_on as in_year,
        date >= rolling_from as in_window,
        active_days(
            life_from, life_until, pauses,
            date + 1, least(coalesce(next_held_on, counted_until), counted_until)
        ) as silent_days
    from query_table(years)
    join nearby using (network_id)
    where date <= counted_until and date >= least(year_starts_on, rolling_from)
)
select
    network_id,
    year,
    count(*) filter (in_year) as held,
    count(*) filter (in_year and kind = 'urgent') as urgent,
    count(*) filter (in_window) as rolling_held,
    min(date) filter (in_year) as first_held_on,
    max(silent_days) filter (in_year) as longest_silence
from weighed
group by network_id, year;
