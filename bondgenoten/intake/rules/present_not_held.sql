-- People present at a meeting that was not held, or not yet. One planned for a day that has passed is
-- asked about already, and so is one that was held before.
with present as (
    select
        source, row,
        unnest(['present_police', 'present_municipality', 'present_citizens']) as name,
        unnest([present_police, present_municipality, present_citizens]) as number,
        unnest([1, 2, 3]) as place
    from sound_meetings
    where (status = 'cancelled' or (status = 'planned' and date >= (select as_of from upload)))
      and greatest(present_police, present_municipality, present_citizens) > 0
)
select
    source, row, first(name order by place) as name, 'present_not_held' as code,
    null as suggestion, map {'status': any_value(m.status)} as details
from present p join sound_meetings m using (source, row)
where number > 0
  and (source, name) not in (select (source, name) from absent)
  and (source, row) not in (select (source, row) from problems where is_error or code = 'no_longer_held')
group by source, row
