-- Who put the themes forward at held meetings, by year, for the region, districts and basisteams
-- (definition 9), from the year of `since` on. Where more than 30% is unknown, or fewer than ten are known, the shares stay hidden.
create macro agenda(since, as_of, known_at) as table
with by_network as (
    select
        network_id,
        year(date) as year,
        count(*) as meetings,
        count(*) filter (agenda_from = 'community') as community,
        count(*) filter (agenda_from = 'police') as police,
        count(*) filter (agenda_from = 'municipality') as municipality,
        count(*) filter (agenda_from = 'joint') as joint,
        count(agenda_from) as known
    from held_meetings(as_of, known_at, null)
    where date >= date_trunc('year', since)
    group by all
),
held as (
    select
        year::varchar as period, basisteam, sum(meetings) as meetings, sum(community) as community,
        sum(police) as police, sum(municipality) as municipality, sum(joint) as joint,
        sum(known) as known, sum(meetings) - sum(known) as unknown
    from by_network
    join memberships(known_at, null) as member
        on member.network_id = by_network.network_id
        and counts_to(year, as_of) between member_from and member_until
    group by year, basisteam
)
select
    period as year, level, key,
    total(meetings) as meetings_held,
    total(community) as community,
    total(police) as police,
    total(municipality) as municipality,
    total(joint) as joint,
    total(unknown) as unknown,
    total(known) as known,
    10 * total(unknown) > 3 * total(meetings) or total(known) < 10 as is_hidden,
    min(case when level = 'basisteam' then name else key end) as name,
    min(case when level <> 'region' then district end) as district,
    min(sort_order) as place
from teams_over_time('year', since, as_of)
left join held using (period, basisteam),
lateral sides(unit, district, basisteam)
where in_force or held.period is not null
group by period, level, key;
