-- Up to which day each basisteam had confirmed its data at the as-of date.
create macro confirmed_until(as_of, known_at) as table
select basisteam, max(covers_until) as confirmed_until
from confirmations_at(known_at)
where confirmed_on <= as_of
group by basisteam;
