-- The rows that a batch brought, changed or took away, for each batch that touched no more than `most`:
-- kind, the network or the name of the basisteam, and the date. A question touches what it is about.
create macro rows_touched(most) as table
with rows as (
    select 'networks' as kind, network_id as about, null::date as date, recorded_at, superseded_at
    from register.networks
    union all
    select 'meetings', network_id, date, recorded_at, superseded_at from register.meetings
    union all
    select 'pauses', network_id, paused_from, recorded_at, superseded_at from register.pauses
    union all
    select 'confirmations', basisteam, covers_until, recorded_at, superseded_at
    from register.confirmations
    union all
    select if(date is null, 'networks', 'meetings'), network_id, date, asked_at, withdrawn_at
    from register.put_questions
),
moments as (
    select recorded_at as moment from rows
    union all
    select superseded_at from rows where superseded_at is not null
),
-- one row can be told twice: as the one that ended and as the one that took its place
few as (
    select batch, recorded_at
    from register.batches join moments on moment = recorded_at
    where batch > 0
    group by all
    having count(*) <= 2 * most
),
touched as (
    select batch, kind, about, date from rows join few using (recorded_at)
    union
    select batch, kind, about, date from rows join few on few.recorded_at = rows.superseded_at
),
teams as (select basisteam, arg_max(name, valid_from) as name from register.basisteams group by all)
select
    batch,
    list({kind: kind, about: coalesce(name, about), date: date} order by kind, date, about) as touched
from touched left join teams on kind = 'confirmations' and basisteam = about
group by batch
having count(*) <= most;
