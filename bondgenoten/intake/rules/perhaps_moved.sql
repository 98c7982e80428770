-- A new meeting within a week of one of the register that the upload says nothing of: perhaps that one,
-- on another day. A planned one may move to any day; a held one is taken for a corrected date only
-- within the quarter, since a delivery of the next one does not repeat it.
with new as (
    select source, row, network_id, date, status, kind
    from sound_meetings
    where status in ('held', 'planned')
      and (network_id, date) not in (
          select (network_id, date) from register.meetings where superseded_at is null
      )
      and (source, row) not in (select (source, row) from problems where is_error)
),
left_out as (
    select network_id, date, status, kind
    from register.meetings
    where superseded_at is null
      and status in ('held', 'planned')
      and network_id in (select network_id from new)
      and (network_id, date) not in (
          select (network_id, date) from upload_meetings
          where network_id is not null and date is not null
      )
),
near as (
    select
        n.source, n.row, l.date, l.status,
        row_number() over (
            partition by l.network_id, l.date order by abs(n.date - l.date), n.date
        ) as place_of_new,
        row_number() over (
            partition by n.source, n.row order by abs(n.date - l.date), l.date
        ) as place_of_left
    from new n
    join left_out l
      on l.network_id = n.network_id and l.kind = n.kind
     and l.date between n.date - (select days_moved from limits) and n.date + (select days_moved from limits)
    where l.status = 'planned'
       or (n.status = 'held' and date_trunc('quarter', l.date) = date_trunc('quarter', n.date))
)
select
    source, row, 'date' as name, 'perhaps_moved' as code, null as suggestion,
    map {'other_day': strftime(date, '%d-%m-%Y'), 'status': status} as details
from near
where place_of_new = 1 and place_of_left = 1
