-- A network whose life no longer holds what the register has of it, unless the upload changes that too.
with kept as (
    select m.network_id, m.date as since, m.date as until
    from register.meetings m
    where m.superseded_at is null
      and m.status in ('held', 'planned')
      and (m.network_id, m.date) not in (
          select (network_id, date) from upload_meetings
          where network_id is not null and date is not null
      )
    union all
    select p.network_id, p.paused_from, coalesce(p.paused_until, p.paused_from)
    from register.pauses p
    where p.superseded_at is null
      and (p.network_id, p.paused_from) not in (
          select (network_id, paused_from) from upload_pauses
          where network_id is not null and paused_from is not null
      )
),
lost as (
    select n.source, n.row, 'ended_on' as name, k.until as day
    from sound_networks n join kept k using (network_id)
    where k.until > n.ended_on and n.ended_on >= n.started_on
    union all
    select n.source, n.row, 'started_on', k.since
    from sound_networks n join kept k using (network_id)
    where k.since < n.started_on
)
select
    source, row, name, 'outside_life' as code, null as suggestion,
    map {'n': count(*)::varchar, 'day': strftime(if(name = 'ended_on', max(day), min(day)), '%d-%m-%Y')} as details
from lost
group by source, row, name
