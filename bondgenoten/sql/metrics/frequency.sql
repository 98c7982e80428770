-- Meetings held, the urgent ones among them and the cancelled ones, with the active days of the
-- networks they belong to: the region, each district and each basisteam in each period (definition 1) that ends
-- on or after `since`.
create macro frequency(grain, since, as_of, known_at) as table
with met as (
    select
        network_id,
        date_trunc(grain, date)::date as starts_on,
        count(*) filter (status = 'held') as held,
        count(*) filter (status = 'held' and kind = 'urgent') as urgent,
        count(*) filter (status = 'cancelled') as cancelled
    from meetings_at(known_at, null)
    join networks_at(known_at, null) as n using (network_id)
    where date between date_trunc(grain, since) and as_of and status in ('held', 'cancelled')
        and date >= n.started_on and (n.ended_on is null or date <= n.ended_on)
    group by all
),
per_team as (
    select period, basisteam, sum(active_days) as active_days, sum(held) as held,
        sum(urgent) as urgent, sum(cancelled) as cancelled,
        count(*) filter (is_active_at_end) as active_networks
    from network_periods(grain, since, as_of, known_at, null)
    left join met using (network_id, starts_on)
    group by period, basisteam
)
select
    period, level, key,
    coalesce(sum(held), 0)::bigint as meetings_held,
    coalesce(sum(urgent), 0)::bigint as of_which_urgent,
    coalesce(sum(cancelled), 0)::bigint as cancelled,
    coalesce(sum(active_days), 0)::bigint as active_days,
    365 * coalesce(sum(held), 0)::double / nullif(sum(active_days), 0)::double as per_network_year,
    coalesce(sum(active_networks), 0)::bigint as active_networks,
    min(case when level = 'basisteam' then name else key end) as name,
    min(case when level <> 'region' then district end) as district,
    min(starts_on) as starts_on,
    min(sort_order) as place
from teams_over_time(grain, since, as_of)
left join per_team using (period, basisteam),
lateral sides(unit, district, basisteam)
where in_force or per_team.period is not null
group by period, level, key;
