-- At each month's end since January 2007: basisteams in force, those of them with an active network,
-- and active networks (definition 6). The running month ends on the as-of date.
create macro rollout(as_of, known_at, only_district, only_basisteam) as table
with networks as (
    select period, basisteam,
        count(*) filter (is_active_at_end) as active,
        count(*) filter (is_started) as started,
        count(*) filter (is_ended) as ended
    from network_periods('month', as_of, known_at, null)
    group by period, basisteam
)
select
    period as month,
    count(*) filter (in_force) as basisteams_in_force,
    count(*) filter (in_force and active > 0) as basisteams_with_network,
    coalesce(sum(active), 0)::bigint as active_networks,
    coalesce(sum(started), 0)::bigint as networks_started,
    coalesce(sum(ended), 0)::bigint as networks_ended,
    period < '2013' as is_carried_back
from teams_over_time('month', as_of)
left join networks using (period, basisteam)
where (only_district is null or district = only_district)
    and (only_basisteam is null or basisteam = only_basisteam)
group by period;
