-- Data said to be complete up to a day that had not come yet when that was said.
select
    source, row, 'confirmed_on' as name, 'confirmed_early' as code, null as suggestion,
    map {'until': strftime(covers_until, '%d-%m-%Y')} as details
from new_confirmations
where confirmed_on < covers_until
  and (source, row) not in (select (source, row) from problems)
