-- From when until when each batch was undone; an undo that was undone itself ends the spell. One that
-- lasts ends at infinity, which is also the moment of a question that asks what is known now.
create macro undone_spells() as table
with recursive undone(batch, last, times, moment) as (
    select undoes, batch, 1, recorded_at from register.batches where undoes is not null
    union all
    select undone.batch, later.batch, times + 1, later.recorded_at
    from undone join register.batches as later on later.undoes = undone.last
)
select batch, moment as undone_from, coalesce(until, 'infinity'::timestamp) as undone_until
from (select *, lead(moment) over (partition by batch order by times) as until from undone)
where times % 2 = 1;
