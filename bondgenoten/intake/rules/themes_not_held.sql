-- Themes of a meeting that was cancelled, unless the register has them from when it was planned. One that
-- was held before is told as that.
select
    m.source, m.row, 'themes' as name, 'themes_not_held' as code, null as suggestion,
    map {'status': m.status} as details
from sound_meetings m
left join register.meetings r
  on r.network_id = m.network_id and r.date = m.date and r.superseded_at is null
where m.status = 'cancelled'
  and len(m.themes) > 0
  and m.themes is distinct from r.themes
  and (m.source, m.row) not in (
      select (source, row) from problems where is_error or code in ('present_not_held', 'no_longer_held')
  )
