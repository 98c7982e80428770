-- The life and the size of every network as they will be after this upload.
select
    network_id, started_on, ended_on, members_police + members_municipality + members_citizens as members
from sound_networks
union all
select
    network_id, started_on, ended_on, members_police + members_municipality + members_citizens
from register.networks
where superseded_at is null
  and network_id not in (select network_id from sound_networks)
