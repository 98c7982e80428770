-- Network numbers, as typed, of rows of this upload that cannot be used.
select distinct trim(given) as given
from upload_networks u
where given is not null
  and (
      is_faulty
      or (source, row) in (select (source, row) from doubled_networks where is_conflict)
      or (source, row) in (select (source, row) from problems where is_error)
  )
