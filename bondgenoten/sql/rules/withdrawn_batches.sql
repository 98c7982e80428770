-- Batches whose rows are no word of their sender at a moment: those that were undone, and those that
-- undo, whose rows only repeat what another batch brought. An undo that was undone itself is none.
create macro withdrawn_batches(known_at) as table
with recursive undone(batch, last, times) as (
    select undoes, batch, 1
    from register.batches where undoes is not null and recorded_at <= known_at
    union all
    select undone.batch, later.batch, times + 1
    from undone join register.batches as later on later.undoes = undone.last
    where later.recorded_at <= known_at
)
select batch from undone group by batch having max(times) % 2 = 1
union
select batch from register.batches where undoes is not null;
