-- Every basisteam there has been by a day, with the name and district it has then, or had last.
create macro teams_on(day) as table
select *, valid_until is null or valid_until >= day as in_force
from register.basisteams
where valid_from <= day
qualify row_number() over (partition by basisteam order by valid_from desc) = 1;
