-- Data said to be complete up to a day that has not come yet: unknown would read as known.
select
    source, row, 'covers_until' as name, 'covers_future' as code, null as suggestion,
    null as details
from open_confirmations
where covers_until > (select as_of from upload)
