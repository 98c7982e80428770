-- Confirmations that the register does not have yet, with the day up to which was confirmed before
-- (null: never), and whether what a basisteam lacks is asked about at this one: at its last of the
-- upload, unless the register has one that reaches as far, at which it was asked already. One up to a day to come is
-- told as that alone: what it covers is not known before its day is right.
with known as (
    select basisteam, covers_until, confirmed_on from register.confirmations where superseded_at is null
),
said as (
    select source, row, basisteam, covers_until, confirmed_on from sound_confirmations
    where (basisteam, covers_until, confirmed_on) not in (
        select (basisteam, covers_until, confirmed_on) from known
    )
),
earlier as (
    select s.source, s.row, max(k.covers_until) as since
    from said s
    join (select basisteam, covers_until from known union all select basisteam, covers_until from said) k
      on k.basisteam = s.basisteam and k.covers_until < s.covers_until
    group by s.source, s.row
)
select
    s.*, e.since,
    s.basisteam in (select basisteam from known) as is_known,
    row_number() over (partition by basisteam order by covers_until desc, source, row) = 1
        and not exists (
            from known k where k.basisteam = s.basisteam and k.covers_until >= s.covers_until
        ) as is_asked
from said s left join earlier e using (source, row)
where s.covers_until <= (select as_of from upload)
