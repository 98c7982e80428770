-- A network that ended in the register and has no end any more, or starts after it: it reads as if it
-- had never stopped, or as if what came before had never been.
select
    n.source, n.row,
    if(n.started_on > r.ended_on, 'started_on', 'ended_on') as name,
    'reopened' as code, null as suggestion,
    map {
        'was_ended': strftime(r.ended_on, '%d-%m-%Y'),
        'again': if(n.started_on > r.ended_on, 'restarted', '')
    } as details
from sound_networks n
join register.networks r on r.network_id = n.network_id and r.superseded_at is null
where r.ended_on is not null
  and (n.ended_on is null or n.started_on > r.ended_on)
  and (n.source, n.row) not in (select (source, row) from problems where is_error)
