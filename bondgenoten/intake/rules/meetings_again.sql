-- Meetings of the upload that the register has too: what it says of them, and the columns that are
-- filled there and empty here.
select
    m.source, m.row, m.network_id, m.date, m.status, m.kind,
    r.status as status_before, r.recorded_at, r.batch,
    r.present_police + r.present_municipality + r.present_citizens is not distinct from 0 as was_nobody,
    list_filter(
        [
            if(len(r.themes) > 0 and len(m.themes) = 0, 'themes', null),
            if(r.agenda_from is not null and m.agenda_from is null, 'agenda_from', null),
            if(r.present_police is not null and m.present_police is null, 'present_police', null),
            if(r.present_municipality is not null and m.present_municipality is null, 'present_municipality', null),
            if(r.present_citizens is not null and m.present_citizens is null, 'present_citizens', null)
        ],
        lambda name: name is not null
    ) as emptied
from sound_meetings m
join register.meetings r
  on r.network_id = m.network_id and r.date = m.date and r.superseded_at is null
