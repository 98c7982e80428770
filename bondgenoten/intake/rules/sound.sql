-- Rows of one kind that can be used: no faulty cell, not a copy, not in conflict, not held back.
select u.*
from upload_{kind} u
where not u.is_faulty
  and (u.source, u.row) not in (
      select (source, row) from doubled_{kind} where place > 1 or is_conflict
  )
  and (u.source, u.row) not in (select (source, row) from held_back)
