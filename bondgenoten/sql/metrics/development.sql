-- The norm over rolling twelve months, at each quarter end after `since` and on the as-of date itself,
-- for the region, districts and basisteams: networks in life then, those of them that can be assessed,
-- and those that meet it (definition 3).
create macro development(since, as_of, known_at) as table
with days as (
    select ends_on as on_date, (ends_on - interval 1 year)::date + 1 as window_from
    from quarters
    where ends_on > since and ends_on < as_of
    union all
    select as_of, (as_of - interval 1 year)::date + 1
),
owed as (
    select
        on_date,
        network_id,
        basisteam,
        required_meetings(
            norm.meetings_per_year,
            active_days(life_from, life_until, pauses, window_from, on_date),
            on_date - window_from + 1
        ) as required
    from (select * from days asof join register.norm on year(on_date) >= year_from) as norm
    join stays(known_at, null)
        on on_date between life_from and life_until and on_date between member_from and member_until
),
held as (
    select days.on_date, m.network_id, count(*) as held
    from held_meetings(as_of, known_at, null) as m
    join days on m.date between days.window_from and days.on_date
    group by days.on_date, m.network_id
),
per_team as (
    select
        on_date,
        basisteam,
        count(*) as networks,
        count(*) filter (required > 0) as assessable,
        count(*) filter (required > 0 and coalesce(held, 0) >= required) as met
    from owed
    left join held using (on_date, network_id)
    group by on_date, basisteam
),
teams as (
    select days.on_date, team.*, valid_until is null or valid_until >= days.on_date as in_force
    from days
    join register.basisteams as team on team.valid_from <= days.on_date
    qualify row_number() over (partition by days.on_date, basisteam order by team.valid_from desc) = 1
)
select
    on_date, level, key,
    total(networks) as networks,
    total(assessable) as assessable,
    total(met) as met,
    min(case when level <> 'region' then district end) as district,
    min(sort_order) as place
from teams
left join per_team using (on_date, basisteam),
lateral sides(unit, district, basisteam)
where in_force or per_team.basisteam is not null
group by on_date, level, key;
