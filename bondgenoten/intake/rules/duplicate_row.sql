-- A row that says the same as an earlier one.
select
    source, row, '{first}' as name, 'duplicate_row' as code, null as suggestion,
    map {{'other_source': first_source::varchar, 'other_row': first_row::varchar}} as details
from doubled_{kind}
where place > 1 and not is_conflict
