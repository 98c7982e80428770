-- A meeting still planned on a day that has passed: it counts nowhere until it is confirmed. One that
-- was confirmed before is told as that.
select
    source, row, 'date' as name, 'past_planned' as code, null as suggestion,
    null as details
from open_meetings
where status = 'planned'
  and date < (select as_of from upload)
  and (source, row) not in (select (source, row) from problems where code = 'no_longer_held')
