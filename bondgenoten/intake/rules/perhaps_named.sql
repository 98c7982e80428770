-- Numbers that stand nowhere else but may be those of networks whose own number is missing or faulty,
-- with the row of that network: what differs only in characters that no number may have, and for each
-- network that has no number to compare with, the number with the most rows that fit in its life.
with lost as (
    select
        source, row, started_on, ended_on,
        (source, row) in (select (source, row) from unnamed) as is_unnamed,
        trim(given) as typed,
        lower(regexp_replace(strip_accents(coalesce(given, '')), '[^A-Za-z0-9]', '', 'g')) as given
    from upload_networks
    where network_id is null
      and (name is not null or basisteam is not null or started_on is not null)
),
strange as (
    select
        network_id, count(*) as number, min(day) as first_day, max(day) as last_day,
        lower(regexp_replace(network_id, '[^A-Za-z0-9]', '', 'g')) as given
    from (
        select network_id, date as day from open_meetings
        union all
        select network_id, paused_from from open_pauses
    )
    where network_id is not null and network_id not in (select network_id from lives)
    group by network_id
),
alike as (
    select
        s.network_id,
        first(l.source order by l.source, l.row) as on_source,
        first(l.row order by l.source, l.row) as on_row
    from strange s join lost l on s.given = l.given and not l.is_unnamed and l.given <> ''
    group by s.network_id
),
-- Where rows bear the number as it was typed, those are the ones that wait. Very many are no slips
-- of the pen, and comparing all with all would take long.
unnamed_lost as (
    select * from lost
    where is_unnamed
      and (select count(*) from lost where is_unnamed) <= 1000
      and not exists (
          from (select given from upload_meetings union all select given from upload_pauses) o
          where trim(o.given) = typed and typed <> ''
      )
),
fitting as (
    select
        s.network_id, s.number,
        first(l.source order by l.source, l.row) as on_source,
        first(l.row order by l.source, l.row) as on_row
    from strange s join unnamed_lost l
      on s.first_day >= coalesce(l.started_on, s.first_day)
     and s.last_day <= coalesce(l.ended_on, s.last_day)
    where s.network_id not in (select network_id from alike)
    group by s.network_id, s.number
    order by s.number desc, s.network_id
    limit (select count(*) from unnamed_lost)
)
select network_id, on_source, on_row from alike
union all
select network_id, on_source, on_row from fitting
