-- Every pause as it will be after this upload; source and row only for those of the upload, with the end
-- that the register has for them.
with known as (select * from register.pauses where superseded_at is null)
select
    p.source, p.row, p.network_id, p.paused_from,
    coalesce(p.paused_until, date '9999-12-31') as paused_until,
    k.paused_until as known_until
from sound_pauses p
left join known k on k.network_id = p.network_id and k.paused_from = p.paused_from
where p.paused_until is null or p.paused_until >= p.paused_from
union all
select null, null, network_id, paused_from, coalesce(paused_until, date '9999-12-31'), null
from known
where (network_id, paused_from) not in (
    select (network_id, paused_from) from upload_pauses
    where network_id is not null and paused_from is not null
)
