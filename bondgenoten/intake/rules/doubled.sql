-- Rows of one kind whose key stands in the upload more than once, with the first of them.
-- A row with a faulty cell is left out: what it would have said is not known.
with keyed as (
    select source, row, {key}, row({content}) as content
    from upload_{kind}
    where not is_faulty
      and ({key}) in (
          select ({key}) from upload_{kind} where not is_faulty group by {key} having count(*) > 1
      )
),
placed as (
    select
        source,
        row,
        row_number() over w as place,
        first_value(source) over w as first_source,
        first_value(row) over w as first_row,
        content is distinct from first_value(content) over w as is_different,
        {key}
    from keyed
    window w as (partition by {key} order by source, row)
)
select
    source,
    row,
    place,
    first_source,
    first_row,
    is_different,
    bool_or(is_different) over (partition by {key}) as is_conflict
from placed
