-- A network whose life no longer holds what the register has of it, unless the upload changes that too.
-- One that starts after its end in the register began again under the number it had.
with kept as (
    select m.network_id, 'meetings' as kind, m.date as since, m.date as until
    from register.meetings m
    where m.superseded_at is null
      and m.status in ('held', 'planned')
      and (m.network_id, m.date) not in (
          select (network_id, date) from upload_meetings
          where network_id is not null and date is not null
      )
    union all
    select p.network_id, 'pauses', p.paused_from, coalesce(p.paused_until, p.paused_from)
    from register.pauses p
    where p.superseded_at is null
      and (p.network_id, p.paused_from) not in (
          select (network_id, paused_from) from upload_pauses
          where network_id is not null and paused_from is not null
      )
),
lost as (
    select n.source, n.row, n.network_id, 'ended_on' as name, n.started_on, k.kind, k.until as day, k.since
    from sound_networks n join kept k using (network_id)
    where k.until > n.ended_on and n.ended_on >= n.started_on
    union all
    select n.source, n.row, n.network_id, 'started_on', n.started_on, k.kind, k.since, k.since
    from sound_networks n join kept k using (network_id)
    where k.since < n.started_on
)
select
    l.source, l.row, l.name, 'outside_life' as code, null as suggestion,
    map {
        'n': count(*)::varchar,
        'day': strftime(if(l.name = 'ended_on', arg_max(l.since, l.day), min(l.day)), '%d-%m-%Y'),
        'kind': if(min(l.kind) = max(l.kind), min(l.kind), 'both'),
        'was_ended': if(
            l.name = 'started_on' and any_value(l.started_on) > any_value(r.ended_on),
            strftime(any_value(r.ended_on), '%d-%m-%Y'), ''
        )
    } as details
from lost l
left join register.networks r on r.network_id = l.network_id and r.superseded_at is null
group by l.source, l.row, l.name
