-- A confirmation over planned dates of the register that have passed and that nobody confirmed. Those of
-- the upload are told at their own rows.
select
    c.source, c.row, 'covers_until' as name, 'unanswered' as code, null as suggestion,
    map {'n': count(*)::varchar, 'first_day': strftime(min(m.date), '%d-%m-%Y')} as details
from new_confirmations c
join teams_after t using (basisteam)
join register.meetings m
  on m.network_id = t.network_id and m.superseded_at is null and m.status = 'planned'
 and m.date <= c.covers_until and m.date < (select as_of from upload)
where c.is_asked
  and (m.network_id, m.date) not in (
      select (network_id, date) from upload_meetings
      where network_id is not null and date is not null
  )
group by c.source, c.row
