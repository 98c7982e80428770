-- The basisteam and the life of every network as they will be after this upload; one that moved by the
-- reference data is of the team that it moved to.
with moved as (
    select network_id, arg_max(to_basisteam, moved_on) as basisteam
    from register.moves, upload
    where moved_on <= as_of
    group by network_id
),
networks as (
    select network_id, basisteam, started_on, ended_on from sound_networks
    union all
    select network_id, basisteam, started_on, ended_on
    from register.networks
    where superseded_at is null
      and network_id not in (select network_id from sound_networks)
)
select network_id, coalesce(m.basisteam, n.basisteam) as basisteam, started_on, ended_on
from networks n left join moved m using (network_id)
