-- What each network-year holds in meetings: dates held and counts, by the as-of date.
create macro meetings_of_network_years(first_year, last_year, as_of, known_at, only_network) as table
select
    y.network_id,
    y.year,
    list(m.date order by m.date) filter (is_held and m.date >= y.year_starts_on and m.date <= y.counted_until) as held_dates,
    count(*) filter (is_held and m.date >= y.year_starts_on and m.date <= y.counted_until and m.kind = 'urgent') as urgent,
    count(*) filter (
        m.status = 'planned' and m.date between y.planned_from and y.last_day
        and active_days(y.life_from, y.life_until, y.pauses, m.date, m.date) = 1
    ) as planned,
    min(m.date) filter (m.status = 'planned' and m.date >= as_of) as next_planned_on,
    count(*) filter (m.status = 'planned' and m.date < as_of and m.date between y.year_starts_on and y.year_ends_on) as to_confirm,
    max(m.date) filter (is_held and m.date <= as_of) as last_held_on,
    count(*) filter (
        is_held and m.date <= least(as_of, y.year_ends_on)
        and m.date > (least(as_of, y.year_ends_on) - interval 1 year)::date
    ) as rolling_held
from network_years(first_year, last_year, as_of, known_at, only_network) as y
join (
    select * from meetings_at(known_at, only_network) where status in ('held', 'planned')
) as m using (network_id)
cross join lateral (
    select m.status = 'held' and m.date between y.life_from and y.life_until as is_held
)
group by y.network_id, y.year;
