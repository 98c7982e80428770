-- Data said to be confirmed on a day that has not come yet: until then the confirmation counts nowhere.
select
    source, row, 'confirmed_on' as name, 'confirmed_ahead' as code, null as suggestion,
    null as details
from open_confirmations
where confirmed_on > (select as_of from upload)
  and (source, row) not in (select (source, row) from problems)
