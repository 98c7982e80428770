-- A life or a pause whose last day lies before its first.
select
    source, row, '{until}' as name, 'ends_before_start' as code, null as suggestion,
    map {{'start': strftime({since}, '%d-%m-%Y'), 'start_column': '{since}'}} as details
from open_{kind}
where {until} < {since}
