-- Every row that was added, corrected or withdrawn after a moment, in the order it was recorded.
create macro changes_since(moment) as table
with rows as (
    select 'networks' as kind, network_id as key, network_id, basisteam, started_on as date,
        recorded_at, superseded_at, batch from register.networks
    union all
    select 'meetings', network_id || ' ' || date, network_id, null, date,
        recorded_at, superseded_at, batch from register.meetings
    union all
    select 'pauses', network_id || ' ' || paused_from, network_id, null, paused_from,
        recorded_at, superseded_at, batch from register.pauses
    union all
    select 'confirmations', basisteam || ' ' || covers_until || ' ' || confirmed_on, null, basisteam,
        covers_until, recorded_at, superseded_at, batch from register.confirmations
),
ordered as (
    select *,
        lag(recorded_at) over same_key as before,
        lead(recorded_at) over same_key as after
    from rows
    window same_key as (partition by kind, key order by recorded_at)
),
changed as (
    select * exclude (before, after), recorded_at as changed_at,
        case when before is null then 'ADDED' else 'CORRECTED' end as change
    from ordered
    union all
    -- a row is withdrawn by the batch of that moment, not by the one that brought it
    select ordered.* exclude (before, after) replace (coalesce(later.batch, ordered.batch) as batch),
        superseded_at, 'WITHDRAWN'
    from ordered
    left join register.batches as later on later.recorded_at = superseded_at and later.batch > 0
    where superseded_at is not null and after is distinct from superseded_at
)
select changed_at, kind, key, network_id, basisteam, date, change, batch
from changed
where changed_at > moment;
