-- Who was present at held meetings in each period, where all three counts were recorded, for the
-- region, districts and basisteams (definition 7); the periods that end on or after `since`.
create macro attendance(grain, since, as_of, known_at) as table
with per_network as (
    select
        network_id,
        date_trunc(grain, date)::date as starts_on,
        count(*) as meetings,
        count(present_police + present_municipality + present_citizens) as recorded,
        count(*) filter (present_police >= 1 and present_municipality >= 1 and present_citizens is not null)
            as both_professionals,
        sum(case when present_municipality + present_citizens is not null then present_police end) as police,
        sum(case when present_police + present_citizens is not null then present_municipality end)
            as municipality,
        sum(case when present_police + present_municipality is not null then present_citizens end) as citizens
    from held_meetings(as_of, known_at, null)
    where date >= date_trunc(grain, since)
    group by all
),
per_team as (
    select
        period, basisteam, sum(meetings) as meetings, sum(recorded) as recorded,
        sum(both_professionals) as both_professionals, sum(police) as police,
        sum(municipality) as municipality, sum(citizens) as citizens
    from network_periods(grain, since, as_of, known_at, null)
    join per_network using (network_id, starts_on)
    group by period, basisteam
)
select
    period, level, key,
    total(meetings) as meetings_held,
    total(recorded) as meetings_recorded,
    total(both_professionals) as both_professionals,
    total(police) as present_police,
    total(municipality) as present_municipality,
    total(citizens) as present_citizens,
    min(case when level = 'basisteam' then name else key end) as name,
    min(case when level <> 'region' then district end) as district,
    min(starts_on) as starts_on,
    min(sort_order) as place
from teams_over_time(grain, since, as_of)
left join per_team using (period, basisteam),
lateral sides(unit, district, basisteam)
where in_force or per_team.period is not null
group by period, level, key;
