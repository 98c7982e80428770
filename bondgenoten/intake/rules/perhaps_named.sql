-- Numbers that stand nowhere else but may be those of networks whose own number is missing or faulty:
-- what is written nearly the same, and for each other such network the number with the most rows.
with lost as (
    select row_number() over () as lost, lower(regexp_replace(coalesce(given, ''), '[^A-Za-z0-9]', '', 'g')) as given
    from upload_networks
    where network_id is null
),
strange as (
    select network_id, count(*) as number, lower(regexp_replace(network_id, '[^A-Za-z0-9]', '', 'g')) as given
    from (select network_id from open_meetings union all select network_id from open_pauses)
    where network_id is not null and network_id not in (select network_id from lives)
    group by network_id
),
-- Very many are no typing errors, and comparing all with all would take long.
few as (
    select network_id, given from strange
    where (select count(*) from strange) <= 1000 and (select count(*) from lost) <= 1000
),
alike as (
    select distinct network_id, lost
    from few s join lost l on jaro_winkler_similarity(s.given, l.given) >= 0.92
),
likely as (
    select network_id
    from strange
    where network_id not in (select network_id from alike)
    order by number desc, network_id
    limit (select count(*) from lost where lost not in (select lost from alike))
)
select network_id from alike
union
select network_id from likely
