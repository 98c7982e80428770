-- A day from before the method began.
with days as (
    select source, row, 'started_on' as name, started_on as day from open_networks
    union all
    select source, row, 'covers_until', covers_until from open_confirmations
    union all
    select source, row, 'confirmed_on', confirmed_on from open_confirmations
)
select
    source, row, name, 'before_method' as code, null as suggestion,
    map {'first_day': strftime(first_day, '%d-%m-%Y')} as details
from days, limits
where day < first_day
