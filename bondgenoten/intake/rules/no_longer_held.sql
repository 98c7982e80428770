-- A meeting that the register has as held and the upload has not, as in a workbook from before it was
-- held. One that is cancelled for a new one within a week had the wrong date, and is mended (perhaps_moved
-- asks for that).
with lost as (
    select *
    from meetings_again
    where status_before = 'held'
      and status <> 'held'
      and (source, row) not in (select (source, row) from problems where is_error)
),
mended as (
    select l.source, l.row
    from sound_meetings n
    join lost l
      on l.network_id = n.network_id and l.kind = n.kind and l.status = 'cancelled'
     and l.date between n.date - (select days_moved from limits) and n.date + (select days_moved from limits)
    where n.status = 'held'
      and (n.source, n.row) not in (select (source, row) from meetings_again)
      and (n.source, n.row) not in (select (source, row) from problems where is_error)
    qualify row_number() over (partition by n.source, n.row order by abs(l.date - n.date), l.date) = 1
)
select
    source, row, 'status' as name, 'no_longer_held' as code, null as suggestion,
    map {
        'status': status,
        'moment': strftime(recorded_at, '%Y-%m-%dT%H:%M:%S'),
        'batch': batch::varchar,
        'emptied': array_to_string(emptied, ',')
    } as details
from lost
where (source, row) not in (select (source, row) from mended)
