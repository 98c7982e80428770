-- The life of every network as it will be after this upload.
select network_id, started_on, ended_on from sound_networks
union all
select network_id, started_on, ended_on
from register.networks
where superseded_at is null
  and network_id not in (select network_id from sound_networks)
