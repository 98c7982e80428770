-- Each event up to the as-of date with each basisteam it covers, among those in force on its day.
create macro covered_teams(as_of) as table
select event.* exclude (basisteams, place), event.place as event_place,
    team.basisteam, team.name as basisteam_name, team.district, team.sort_order as place
from named_events() as event
join register.basisteams as team
    on (list_contains(event.basisteams, '*') or list_contains(event.basisteams, team.basisteam))
    and event.date >= team.valid_from and (team.valid_until is null or team.valid_until >= event.date)
where event.date <= as_of;
