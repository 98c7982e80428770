-- Many more people of one side than the network has, or may have, members.
with present as (
    select
        source, row, network_id,
        unnest(['present_police', 'present_municipality', 'present_citizens']) as name,
        unnest([present_police, present_municipality, present_citizens]) as number
    from open_meetings
    where greatest(present_police, present_municipality, present_citizens) > (select most_members from limits)
)
select
    p.source, p.row, p.name, 'many_present' as code, null as suggestion,
    map {'members': l.members::varchar} as details
from present p join lives l using (network_id), limits
where p.number > times_present * greatest(most_members, l.members)
