-- A row that says something else than the first row with its key.
select
    source, row, '{first}' as name, 'conflicting_rows' as code, null as suggestion,
    map {{'other_source': first_source::varchar, 'other_row': first_row::varchar}} as details
from doubled_{kind}
where is_different
