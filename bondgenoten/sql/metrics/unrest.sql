-- Each dated event and each basisteam it covers: networks active on the day, those of them prepared,
-- and those that met within the days that count as in time (definition 8). No network is the finding.
-- Of the events from `since` on.
create macro unrest(since, as_of, known_at) as table
select
    event.event_id, event.date, event.theme, event.basisteam, event.district,
    count(n.network_id) as networks,
    count(*) filter (is_prepared) as prepared,
    count(*) filter (is_followed) as followed,
    count(*) filter (is_followed and is_in_time) as in_time,
    min(first_meeting_after) as first_meeting_after,
    case
        when count(n.network_id) = 0 then 'NO_NETWORK'
        when count(*) filter (is_prepared) > 0 then 'PREPARED'
        else 'NETWORK'
    end as reach,
    case
        when count(n.network_id) = 0 then null
        when min(first_meeting_after) is not null then 'CAME_TOGETHER'
        when count(*) filter (is_followed) = 0 then 'TOO_EARLY'
        else 'NOT_YET'
    end as first_meeting,
    event.name_nl, event.event_place, event.basisteam_name, event.certainty, event.name_en, event.place
from covered_teams(as_of) as event
left join networks_at_events(since, as_of, known_at, null, null) as n
    on n.event_id = event.event_id and n.basisteam = event.basisteam
where event.date >= since
group by all;
