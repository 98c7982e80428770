-- The months, quarters or years (`grain`) from the start of 2007 up to the as-of date, also the empty
-- ones; the last one ends on the as-of date.
create macro calendar(grain, as_of) as table
select
    case grain
        when 'month' then strftime(day, '%Y-%m')
        when 'quarter' then year(day) || '-Q' || quarter(day)
        else year(day)::varchar
    end as period,
    day::date as starts_on,
    least((day + case grain
        when 'month' then interval 1 month when 'quarter' then interval 3 month else interval 1 year
    end)::date - 1, as_of) as ends_on
from (
    select unnest(generate_series(date '2007-01-01', as_of, case grain
        when 'month' then interval 1 month when 'quarter' then interval 3 month else interval 1 year
    end)) as day
);
