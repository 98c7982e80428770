-- Current rows that cannot stand beside the others: of a network that is not there or did not exist on
-- that day, and pauses that share a day. The import lets none in; undoing a batch may not leave any.
create macro broken_rows() as table
with networks as (
    select network_id, started_on, coalesce(ended_on, date '9999-12-31') as ended_on
    from register.networks where superseded_at is null
),
pauses as (
    select network_id, paused_from, paused_until from register.pauses where superseded_at is null
),
hanging as (
    select 'meetings' as kind, network_id, date as since, date as until, status <> 'cancelled' as must_fit
    from register.meetings where superseded_at is null
    union all
    select 'pauses', network_id, paused_from, coalesce(paused_until, paused_from), true from pauses
)
select
    case when started_on is null then 'network_gone' else 'life_shortened' end as fault,
    kind, network_id, since as date
from hanging left join networks using (network_id)
where started_on is null or (must_fit and (since < started_on or until > ended_on))
union all
select 'pauses_overlap', 'pauses', first.network_id, second.paused_from
from pauses as first
join pauses as second
    on second.network_id = first.network_id and second.paused_from > first.paused_from
    and second.paused_from <= coalesce(first.paused_until, date '9999-12-31');
