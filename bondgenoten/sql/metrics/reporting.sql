-- Whether each expected basisteam confirmed each quarter that has ended, and in time (definition 10).
create macro reporting(as_of, known_at) as table
select
    quarter, r.basisteam, team.name, team.district, deadline, first_covering_on, is_complete, is_on_time,
    deadline < as_of as is_due, r.starts_on, team.sort_order as place
from quarter_is_confirmed(as_of, known_at) as r
asof join register.basisteams as team
    on r.basisteam = team.basisteam and r.ends_on >= team.valid_from
where r.ends_on < as_of;
