-- The basisteams in each period that ends on or after `since`, with the name and district they have at its end.
create macro teams_over_time(grain, since, as_of) as table
select period, starts_on, ends_on, team.* exclude (valid_from),
    valid_until is null or valid_until >= ends_on as in_force
from calendar(grain, as_of)
join register.basisteams as team on team.valid_from <= ends_on
where ends_on >= since
qualify row_number() over (partition by period, basisteam order by team.valid_from desc) = 1;
