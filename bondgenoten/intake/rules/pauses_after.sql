-- Every pause as it will be after this upload; source and row only for those of the upload.
select source, row, network_id, paused_from, coalesce(paused_until, date '9999-12-31') as paused_until
from sound_pauses
where paused_until is null or paused_until >= paused_from
union all
select null, null, network_id, paused_from, coalesce(paused_until, date '9999-12-31')
from register.pauses
where superseded_at is null
  and (network_id, paused_from) not in (
      select (network_id, paused_from) from upload_pauses
      where network_id is not null and paused_from is not null
  )
