-- Who was present at held meetings in each period, where all three counts were recorded, for the
-- region, districts and basisteams (definition 7).
create macro attendance(grain, as_of, known_at) as table
with held as (
    select p.period, p.basisteam, m.*
    from held_meetings(as_of, known_at, null) as m
    join network_periods(grain, as_of, known_at, null) as p
        on p.network_id = m.network_id and p.starts_on = date_trunc(grain, m.date)
)
select
    period, level, key,
    count(held.network_id) as meetings_held,
    count(present_police + present_municipality + present_citizens) as meetings_recorded,
    count(*) filter (present_police >= 1 and present_municipality >= 1 and present_citizens is not null)
        as both_professionals,
    coalesce(sum(present_police) filter (is_recorded), 0)::bigint as present_police,
    coalesce(sum(present_municipality) filter (is_recorded), 0)::bigint as present_municipality,
    coalesce(sum(present_citizens) filter (is_recorded), 0)::bigint as present_citizens,
    min(case when level = 'basisteam' then name else key end) as name,
    min(case when level <> 'region' then district end) as district,
    min(teams.starts_on) as starts_on,
    min(sort_order) as place
from teams_over_time(grain, as_of) as teams
left join held using (period, basisteam),
lateral (values ('region', unit), ('district', district), ('basisteam', basisteam)) as side(level, key),
lateral (select present_police + present_municipality + present_citizens is not null as is_recorded)
where in_force or held.network_id is not null
group by period, level, key;
