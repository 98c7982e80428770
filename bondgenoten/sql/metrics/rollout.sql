-- At each month's end since January 2007: basisteams in force, those of them with an active network,
-- and active networks (definition 6), added up from the rows of rollout_by_team, given by name.
create macro rollout(rollout_by_team_rows, only_district, only_basisteam) as table
select
    month,
    count(*) filter (in_force) as basisteams_in_force,
    count(*) filter (in_force and active_networks > 0) as basisteams_with_network,
    total(active_networks) as active_networks,
    total(networks_started) as networks_started,
    total(networks_ended) as networks_ended,
    month < '2013' as is_carried_back
from query_table(rollout_by_team_rows)
where (only_district is null or district = only_district)
    and (only_basisteam is null or basisteam = only_basisteam)
group by month;
