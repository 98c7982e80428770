-- The last period that a basisteam confirms, where no meeting was held although there are networks that
-- were not paused all along. Of earlier ones, as when years come in at once, nothing is asked.
with periods as (
    select
        c.source, c.row, c.since, coalesce(c.since, date '0001-01-01') as after,
        least(c.covers_until, (select as_of from upload)) as until, t.network_id
    from new_confirmations c join teams_after t using (basisteam)
    where c.is_asked
      and t.started_on <= c.covers_until
      and coalesce(t.ended_on, date '9999-12-31') > coalesce(c.since, date '0001-01-01')
      and not exists (
          from pauses_after p
          where p.network_id = t.network_id
            and p.paused_from <= greatest(t.started_on, coalesce(c.since + 1, t.started_on))
            and p.paused_until >= least(c.covers_until, coalesce(t.ended_on, c.covers_until))
      )
),
held as (
    select network_id, date from sound_meetings where status = 'held'
    union all
    select network_id, date
    from register.meetings
    where superseded_at is null
      and status = 'held'
      and network_id in (select network_id from periods)
      and (network_id, date) not in (
          select (network_id, date) from upload_meetings
          where network_id is not null and date is not null
      )
)
select
    source, row, 'covers_until' as name, 'nothing_held' as code, null as suggestion,
    map {
        'n': count(distinct network_id)::varchar,
        'since': coalesce(strftime(any_value(since), '%d-%m-%Y'), '')
    } as details
from periods
where not exists (from doubtful)
  and (source, row) not in (
      select (p.source, p.row)
      from periods p join held h on h.network_id = p.network_id and h.date > p.after and h.date <= p.until
  )
group by source, row
