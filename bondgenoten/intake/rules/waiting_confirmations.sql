-- Confirmations that cannot be kept beside rows of their basisteam that are left out: what would be
-- confirmed is not there. Each waits for the first such row; one of which nobody knows the team counts
-- for all.
with rows as (
    select source, row, network_id, date as day from upload_meetings
    union all
    select source, row, network_id, null from upload_networks
),
left_out as (
    select d.source, d.row, t.basisteam, r.day
    from (select distinct source, row from doubtful) d
    left join rows r on r.source = d.source and r.row = d.row
    left join teams_after t on t.network_id = r.network_id
)
select c.source, c.row, min((l.source, l.row))[1] as on_source, min((l.source, l.row))[2] as on_row
from sound_confirmations c
join left_out l
  on (l.basisteam is null or l.basisteam = c.basisteam) and (l.day is null or l.day <= c.covers_until)
group by c.source, c.row
