-- Network numbers, as typed, of rows of this upload that cannot be used, and the row of each that has
-- a fault of its own.
with bad as (
    select
        trim(given) as given, source, row,
        is_faulty or (source, row) in (select (source, row) from problems where is_error) as is_told
    from upload_networks
    where given is not null
)
select
    given,
    first(source order by is_told desc, source, row) as on_source,
    first(row order by is_told desc, source, row) as on_row
from bad
where is_told or (source, row) in (select (source, row) from doubled_networks where is_conflict)
group by given
