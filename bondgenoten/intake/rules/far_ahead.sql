-- A day that lies further ahead than anyone plans, where nothing else is wrong with it.
with days as (
    select source, row, unnest(['started_on', 'ended_on']) as name, unnest([started_on, ended_on]) as day
    from open_networks
    union all
    select source, row, 'date', date from open_meetings
    union all
    select source, row, unnest(['paused_from', 'paused_until']), unnest([paused_from, paused_until])
    from open_pauses
    union all
    select source, row, 'confirmed_on', confirmed_on from open_confirmations
)
select
    source, row, name, 'far_ahead' as code, null as suggestion,
    map {'last_day': strftime(last_day, '%d-%m-%Y')} as details
from days, limits
where day > last_day
  and (source, row, name) not in (select (source, row, name) from problems)
