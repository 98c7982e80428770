-- Every batch with its files, what became of their rows, and what it did; `touched` names its rows where
-- they are no more than `most`, `declared` what was said to be no personal data, by reason. What undoing brought back,
-- and what it or a withdrawal took back, is counted from the rows themselves: neither has a file.
create macro batch_history(most) as table
with files as (
    select batch, list(file_name order by file_name, sha256) as file_names,
        list(sha256 order by file_name, sha256) as hashes,
        sum(rows_read) as rows_read, sum(rows_new) as rows_new,
        sum(rows_corrected) as rows_corrected, sum(rows_unchanged) as rows_unchanged,
        sum(rows_duplicate) as rows_duplicate, sum(rows_held_back) as rows_held_back,
        sum(rows_rejected) as rows_rejected
    from register.batch_files group by batch
),
effects as (
    select batch, list({effect: effect, before: before, after: after, number: number}) as effects
    from register.batch_effects group by batch
),
declared as (
    select
        batch, list({reason: reason, number: number, file_name: first.file_name, sheet: first.sheet,
        cell: first.cell} order by first.file_name, first.sheet, reason) as declared
    from (
        select
            batch, reason, count(*) as number,
            min({file_name: file_name, sheet: sheet, row: regexp_extract(cell, '\d+')::bigint, cell: cell})
                as first
        from register.declarations group by batch, reason
    )
    group by batch
),
rows as (
    select batch, superseded_at from register.networks
    union all select batch, superseded_at from register.meetings
    union all select batch, superseded_at from register.pauses
    union all select batch, superseded_at from register.confirmations
),
brought as (
    select batch, count(*) as number from rows
    where batch in (select batch from register.batches where undoes is not null)
    group by batch
),
closed as (
    select superseded_at as recorded_at, count(*) as number from rows
    where superseded_at in (
        select recorded_at from register.batches where undoes is not null or source = 'withdrawal'
    )
    group by superseded_at
)
select
    b.batch, b.recorded_at, b.source, b.as_of, b.actor, b.undoes, later.batch as undone_by,
    coalesce(file_names, []) as file_names, coalesce(hashes, []) as hashes,
    coalesce(rows_read, 0)::bigint as rows_read,
    coalesce(rows_new, 0)::bigint as rows_new,
    coalesce(rows_corrected, 0)::bigint as rows_corrected,
    coalesce(rows_unchanged, 0)::bigint as rows_unchanged,
    coalesce(rows_duplicate, 0)::bigint as rows_duplicate,
    coalesce(rows_held_back, 0)::bigint as rows_held_back,
    coalesce(rows_rejected, 0)::bigint as rows_rejected,
    coalesce(brought.number, 0) as rows_brought_back,
    case when b.undoes is not null or b.source = 'withdrawal' then coalesce(closed.number, 0) else 0 end
        as rows_taken_back,
    coalesce(effects, []) as effects,
    coalesce(touched, []) as touched,
    coalesce(declared, []) as declared
from register.batches as b
left join files using (batch)
left join effects using (batch)
left join declared using (batch)
left join rows_touched(most) using (batch)
left join register.batches as later on later.undoes = b.batch
left join brought on brought.batch = b.batch
left join closed on closed.recorded_at = b.recorded_at;
