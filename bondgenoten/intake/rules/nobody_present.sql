-- A meeting that was held with nobody there.
select
    source, row, 'present_citizens' as name, 'nobody_present' as code, null as suggestion,
    null as details
from sound_meetings
where status = 'held'
  and present_police = 0 and present_municipality = 0 and present_citizens = 0
  and (source, row) not in (select (source, row) from problems where is_error)
