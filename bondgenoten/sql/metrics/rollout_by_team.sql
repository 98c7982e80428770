-- Each basisteam at each month's end since January 2007: whether it is in force, its active networks,
-- and those that began and ended in the month (definition 6). The running month ends on the as-of date; months that ended before `since` are left out.
create macro rollout_by_team(since, as_of, known_at) as table
with networks as (
    select period, basisteam,
        count(*) filter (is_active_at_end) as active,
        count(*) filter (is_started) as started,
        count(*) filter (is_ended) as ended
    from network_periods('month', since, as_of, known_at, null)
    group by period, basisteam
)
select
    period as month, basisteam, name, district, in_force,
    coalesce(active, 0) as active_networks,
    coalesce(started, 0) as networks_started,
    coalesce(ended, 0) as networks_ended,
    sort_order as place
from teams_over_time('month', since, as_of)
left join networks using (period, basisteam);
