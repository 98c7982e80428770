-- A meeting of which the upload leaves cells empty that the register has filled. At one that was cancelled
-- nothing has to stand, at one that is planned nobody can be present yet, and where the register says
-- that nobody was, the numbers may be unknown after all. One that is no longer held is told as that.
with emptied as (
    select
        source, row,
        list_filter(
            emptied,
            lambda name: not starts_with(name, 'present_') or (status = 'held' and not was_nobody)
        ) as emptied
    from meetings_again
    where status <> 'cancelled'
      and (source, row) not in (select (source, row) from problems where is_error or code = 'no_longer_held')
)
select
    source, row, emptied[1] as name, 'value_emptied' as code, null as suggestion,
    map {'emptied': array_to_string(emptied, ',')} as details
from emptied
where len(emptied) > 0
