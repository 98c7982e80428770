-- A pause that ended in the register and has no end any more: it goes on as if it had never stopped.
select
    source, row, 'paused_until' as name, 'pause_reopened' as code, null as suggestion,
    map {'was_until': strftime(known_until, '%d-%m-%Y')} as details
from pauses_after
where known_until is not null
  and paused_until = date '9999-12-31'
  and (source, row) not in (select (source, row) from problems where is_error)
