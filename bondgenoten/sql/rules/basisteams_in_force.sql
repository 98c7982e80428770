-- The basisteams that exist on a day, each with the name and district it has then.
create macro basisteams_in_force(day) as table
select * from register.basisteams
where valid_from <= day and (valid_until is null or valid_until >= day);
