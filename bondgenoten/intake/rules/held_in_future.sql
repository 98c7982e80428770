-- A meeting held after the as-of date.
select
    source, row, 'date' as name, 'held_in_future' as code, null as suggestion,
    null as details
from open_meetings
where status = 'held' and date > (select as_of from upload)
