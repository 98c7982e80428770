-- A meeting held without a theme; the themes page leaves it out. Where the register has one, that is told.
select
    source, row, 'themes' as name, 'no_theme' as code, null as suggestion,
    null as details
from open_meetings
where status = 'held' and themes = [] and date is not null
  and (source, row, 'themes') not in (select (source, row, name) from problems where code = 'value_emptied')
