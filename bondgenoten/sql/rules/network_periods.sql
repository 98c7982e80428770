-- Every network in every period its life touches that ends on or after `since`: its basisteam at the end of it and its active days.
create macro network_periods(grain, since, as_of, known_at, only_networks) as table
select
    period, starts_on, ends_on, stay.network_id, stay.basisteam,
    active_days(life_from, life_until, pauses, starts_on, ends_on) as active_days,
    active_days(life_from, life_until, pauses, ends_on, ends_on) = 1 as is_active_at_end,
    life_from between starts_on and ends_on as is_started,
    life_until between starts_on and ends_on as is_ended
from calendar(grain, as_of)
join stays(known_at, only_networks) as stay
    on life_from <= ends_on and life_until >= starts_on and ends_on between member_from and member_until
where ends_on >= since;
