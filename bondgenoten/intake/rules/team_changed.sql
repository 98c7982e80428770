-- A network that the register has under another basisteam. All its figures go along, also those of
-- before. Of one that moved by the reference data none do: it stays with the team of its last move.
with moved as (
    select network_id, arg_max(to_basisteam, moved_on) as basisteam from register.moves group by network_id
),
names as (
    select basisteam, max_by(name, valid_from) as name from register.basisteams group by basisteam
)
select
    n.source, n.row, 'basisteam' as name, 'team_changed' as code, null as suggestion,
    map {
        'before': coalesce(b.name, r.basisteam),
        'moved': if(m.network_id is null, '', 'moved')
    } as details
from open_networks n
join register.networks r on r.network_id = n.network_id and r.superseded_at is null
left join moved m on m.network_id = n.network_id
left join names b on b.basisteam = coalesce(m.basisteam, r.basisteam)
where n.basisteam <> r.basisteam and n.basisteam <> coalesce(m.basisteam, r.basisteam)
