-- A meeting held without a theme; the themes page leaves it out.
select
    source, row, 'themes' as name, 'no_theme' as code, null as suggestion,
    null as details
from open_meetings
where status = 'held' and themes = [] and date is not null
