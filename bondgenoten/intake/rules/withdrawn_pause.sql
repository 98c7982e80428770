-- A pause that was withdrawn from the register and comes back with this upload: whoever keeps the pauses
-- of all years in one workbook sends it again each time. Undoing twice what withdrew it is withdrawing.
with recursive withdrawals as (
    select batch, recorded_at, actor from register.batches where source = 'withdrawal'
    union all
    select b.batch, b.recorded_at, b.actor
    from register.batches b join withdrawals w on b.undoes = w.batch
),
gone as (
    select network_id, paused_from, max(superseded_at) as moment
    from register.pauses
    where network_id in (select network_id from sound_pauses)
    group by network_id, paused_from
    having count(*) = count(superseded_at)
)
select
    p.source, p.row, 'paused_from' as name, 'withdrawn_pause' as code, null as suggestion,
    map {
        'moment': strftime(w.recorded_at, '%Y-%m-%dT%H:%M:%S'),
        'who': w.actor,
        'batch': w.batch::varchar
    } as details
from sound_pauses p
join gone g on g.network_id = p.network_id and g.paused_from = p.paused_from
join withdrawals w on w.recorded_at = g.moment
where (p.source, p.row) not in (select (source, row) from problems where is_error)
