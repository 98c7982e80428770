-- Meetings held by each network in each of the last 24 months, the running one included, and the days
-- it was active in them. `first_place` and `last_place` number the networks asked for, in the
-- organisation's order; `networks` is how many there are in all.
create macro rhythm(as_of, known_at, only_district, only_basisteam, first_place, last_place) as table
with months as (
    select period as month, starts_on, ends_on
    from calendar('month', as_of)
    where starts_on > as_of - interval 24 month
),
placed as (
    select
        stay.network_id, stay.name, stay.basisteam, team.district, team.name as basisteam_name,
        life_from, life_until, pauses,
        row_number() over (order by team.sort_order nulls last, stay.name, stay.network_id) as place,
        count(*) over () as networks
    from stays(known_at, null) as stay
    left join teams_on(as_of) as team on team.basisteam = stay.basisteam
    where as_of between member_from and member_until
        and life_from <= as_of and life_until >= (select min(starts_on) from months)
        and (only_district is null or team.district = only_district)
        and (only_basisteam is null or stay.basisteam = only_basisteam)
),
shown as (
    from placed where place between first_place and last_place
),
met as (
    select network_id, date_trunc('month', date)::date as starts_on, count(*) as held
    from held_meetings(as_of, known_at, null)
    where date > as_of - interval 25 month and network_id in (select network_id from shown)
    group by all
)
select
    month, network_id, name, basisteam, district,
    coalesce(held, 0)::bigint as held,
    active_days(life_from, life_until, pauses, starts_on, ends_on) as active_days,
    basisteam_name, networks, place, starts_on
from shown cross join months left join met using (network_id, starts_on);
