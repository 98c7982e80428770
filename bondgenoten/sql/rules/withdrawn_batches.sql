-- Batches whose rows are no word of their sender at a moment: those that were undone then, and those
-- that undo, whose rows only repeat what another batch brought.
create macro withdrawn_batches(known_at) as table
select batch from undone_spells()
where undone_from <= known_at and (undone_until > known_at or undone_until = 'infinity')
union
select batch from register.batches where undoes is not null;
