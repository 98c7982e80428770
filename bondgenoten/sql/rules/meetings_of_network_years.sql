-- What each network-year holds in meetings at the as-of date: the dates held, and counts. A meeting
-- counts as held within the network's life, and as planned on an active day. `years` names the rows of
-- network_years.
create macro meetings_of_network_years(years, first_year, last_year, as_of, known_at, only_networks) as table
with nearby as (
    select network_id, date, status, kind
    from meetings_at(known_at, only_networks)
    where status in ('held', 'planned')
        -- The first year and the twelve months before its last day, or before the as-of date.
        and date >= least(
            make_date(first_year, 1, 1),
            (least(as_of, make_date(first_year, 12, 31)) - interval 1 year)::date + 1
        )
        and date <= make_date(last_year, 12, 31)
),
weighed as (
    select
        network_id, year, life_from, life_until, pauses, year_starts_on, year_ends_on,
        last_day, planned_from, rolling_from, rolling_until, date, status, kind,
        status = 'held' and date between life_from and life_until as is_held,
        date between year_starts_on and counted_until as in_year,
        case when status = 'planned' and date between planned_from and last_day
            then active_days(life_from, life_until, pauses, date, date) = 1
            else false
        end as is_planned
    from query_table(years)
    join nearby using (network_id)
)
select
    network_id,
    year,
    list_sort(list(date) filter (is_held and in_year)) as held_dates,
    count(*) filter (is_held and in_year and kind = 'urgent') as urgent,
    count(*) filter (is_planned) as planned,
    count(*) filter (
        status = 'planned' and date >= year_starts_on and date < least(as_of, year_ends_on + 1)
    ) as to_confirm,
    count(*) filter (is_held and date between rolling_from and rolling_until) as rolling_held
from weighed
group by network_id, year;
