-- Each network with its life (an open end is the last day of 9999) and its pauses as one list.
create macro lives(known_at, only_networks) as table
with paused as (
    select network_id, list({
        paused_from: paused_from,
        paused_until: coalesce(paused_until, date '9999-12-31')
    } order by paused_from) as pauses
    from pauses_at(known_at, only_networks)
    group by network_id
)
select
    networks.*,
    networks.started_on as life_from,
    coalesce(networks.ended_on, date '9999-12-31') as life_until,
    coalesce(paused.pauses, []) as pauses
from networks_at(known_at, only_networks) as networks
left join paused using (network_id);
