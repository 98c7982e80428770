-- A network number that stands neither in the upload nor in the register.
with strange as (
    select distinct network_id from open_{kind}
    where network_id is not null and network_id not in (select network_id from lives)
),
few as (select network_id from strange where (select count(*) from strange) <= 50),
-- A few strange numbers are typing errors, worth a suggestion; many are a forgotten file. Where several
-- known ones are as near, as in a series, none is more likely than the others.
near as (
    select network_id, first(known) as suggestion
    from (
        select s.network_id, l.network_id as known,
            -- 7 and 007 are hardly alike to the eye of a computer.
            if(
                regexp_replace(lower(s.network_id), '(^|[^0-9])0+([0-9])', '\1\2', 'g')
                = regexp_replace(lower(l.network_id), '(^|[^0-9])0+([0-9])', '\1\2', 'g'),
                0.99, jaro_winkler_similarity(lower(s.network_id), lower(l.network_id))
            ) as likeness
        from few s cross join (select distinct network_id from lives) l
        where likeness >= 0.85
        qualify likeness > max(likeness) over (partition by s.network_id) - 0.005
    )
    group by network_id
    having count(*) = 1
)
select
    o.source, o.row, 'network_id' as name, 'unknown_network' as code, n.suggestion,
    -- Only a number that differs in capitals alone is sure to be the same: any other is a guess.
    map {{'mend': if(lower(o.network_id) = lower(n.suggestion), n.suggestion, null)}} as details
from open_{kind} o
join strange s using (network_id)
left join near n using (network_id)
