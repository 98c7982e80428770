-- Every network in every calendar year its life touches, with the year's norm and the days that
-- bound its counting: `counted_until` is the last day of that year that has come by the as-of date.
-- Its basisteam is the one it belongs to on the last of those days. The rolling window is (t - 1 year, t], with t no later than the end of the year.
create macro network_years(first_year, last_year, as_of, known_at, only_networks) as table
select
    lives.* exclude (basisteam),
    member.basisteam,
    norm.*,
    least(norm.year_ends_on, lives.life_until) as last_day,
    least(as_of, norm.year_ends_on, lives.life_until) as counted_until,
    greatest(as_of, norm.year_starts_on) as planned_from,
    (least(as_of, norm.year_ends_on) - interval 1 year)::date + 1 as rolling_from,
    least(as_of, norm.year_ends_on) as rolling_until
from lives(known_at, only_networks) as lives
join norm_in_years(first_year, last_year) as norm
    on lives.life_from <= norm.year_ends_on and lives.life_until >= norm.year_starts_on
join memberships(known_at, only_networks) as member
    on member.network_id = lives.network_id
    and least(as_of, norm.year_ends_on) between member_from and member_until;
