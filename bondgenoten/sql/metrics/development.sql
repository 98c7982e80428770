-- The norm over rolling twelve months, at each quarter end after `since` and on the as-of date itself:
-- networks in life then, those of them that can be assessed, and those that meet it (definition 3).
create macro development(since, as_of, known_at, only_district, only_basisteam) as table
with days as (
    select ends_on as on_date, (ends_on - interval 1 year)::date + 1 as window_from
    from quarters
    where ends_on > since and ends_on < as_of
    union all
    select as_of, (as_of - interval 1 year)::date + 1
),
scope as (
    select lives.*, days.*
    from days
    join lives(known_at, null) as lives on lives.life_from <= on_date and lives.life_until >= on_date
    join memberships(known_at, null) as member
        on member.network_id = lives.network_id and on_date between member_from and member_until
    where (only_basisteam is null or member.basisteam = only_basisteam)
        and (only_district is null or member.basisteam in (
            select basisteam from teams_on(as_of) where district = only_district
        ))
),
owed as (
    select
        on_date,
        network_id,
        required_meetings(
            norm.meetings_per_year,
            active_days(life_from, life_until, pauses, window_from, on_date),
            on_date - window_from + 1
        ) as required
    from scope
    asof join register.norm as norm on year(scope.on_date) >= norm.year_from
),
held as (
    select days.on_date, m.network_id, count(*) as held
    from held_meetings(as_of, known_at, null) as m
    join days on m.date between days.window_from and days.on_date
    group by days.on_date, m.network_id
)
select
    days.on_date,
    count(network_id) as networks,
    count(*) filter (required > 0) as assessable,
    count(*) filter (required > 0 and coalesce(held, 0) >= required) as met
from days
left join owed using (on_date)
left join held using (on_date, network_id)
group by days.on_date;
