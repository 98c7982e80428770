-- Each network in each year its life touches: what the norm asks, what was held and planned, and
-- the status that follows (definitions 2 and 3), with the rolling twelve months beside it.
create macro norm(first_year, last_year, as_of, known_at, only_networks) as table
with years as materialized (
    from network_years(first_year, last_year, as_of, known_at, only_networks)
),
counted as (
    select
        y.*,
        around.last_held_on,
        around.next_planned_on,
        coalesce(h.held, 0)::integer as held,
        coalesce(h.urgent, 0)::integer as urgent,
        coalesce(h.rolling_held, 0)::integer as rolling_held,
        coalesce(p.planned, 0)::integer as planned,
        coalesce(p.to_confirm, 0)::integer as to_confirm,
        greatest(h.longest_silence, active_days(
            life_from, life_until, pauses,
            greatest(life_from, year_starts_on) + 1, coalesce(h.first_held_on, counted_until)
        ))::integer as longest_silence,
        active_days(life_from, life_until, pauses, year_starts_on, year_ends_on)::integer as active_days,
        active_days(life_from, life_until, pauses, year_starts_on, as_of) as days_to_date,
        active_days(life_from, life_until, pauses, greatest(as_of + 1, year_starts_on), last_day) as days_left,
        year_ends_on - year_starts_on + 1 as year_days
    from years as y
    left join held_of_network_years('years', first_year, last_year, as_of, known_at, only_networks) as h
        using (network_id, year)
    left join planned_of_network_years('years', first_year, last_year, as_of, known_at, only_networks) as p
        using (network_id, year)
    left join last_and_next_meeting(as_of, known_at, only_networks) as around using (network_id)
),
teams as (
    select y.year, team.basisteam, team.name, team.district, team.sort_order
    from norm_in_years(first_year, last_year) as y
    join register.basisteams as team on team.valid_from <= least(as_of, y.year_ends_on)
    qualify row_number() over (partition by y.year, basisteam order by team.valid_from desc) = 1
),
weighed as (
    select
        *,
        required_meetings(meetings_per_year, active_days, year_days)::integer as required,
        required_meetings(meetings_per_year, days_to_date, year_days)::integer as required_to_date,
        greatest(ceil(days_left / minimum_gap_days), planned)::integer as capacity,
        required_meetings(
            meetings_per_year,
            active_days(life_from, life_until, pauses, rolling_from, rolling_until),
            rolling_until - rolling_from + 1
        )::integer as rolling_required
    from counted
)
select
    network_id,
    w.name,
    w.basisteam,
    teams.district,
    w.year,
    as_of as as_of,
    active_days,
    required,
    held,
    planned,
    greatest(0, required - held - planned) as still_to_plan,
    greatest(0, required - held) as shortfall,
    norm_status(
        required, held, planned,
        coalesce(confirmed_until >= least(last_due_quarter_end(as_of), last_day), false),
        as_of >= last_day, capacity, required_to_date
    ) as status,
    longest_silence,
    active_days(life_from, life_until, pauses, coalesce(last_held_on, life_from) + 1, as_of)
        > dormant_days as dormant,
    teams.name as basisteam_name,
    w.municipality,
    w.started_on,
    w.ended_on,
    active_days(life_from, life_until, pauses, as_of, as_of) = 1 as is_active,
    required_to_date,
    capacity,
    confirmed_until,
    last_held_on,
    next_planned_on,
    to_confirm,
    urgent,
    rolling_required,
    rolling_held,
    case
        when rolling_required = 0 then 'NOT_ASSESSABLE'
        when rolling_held >= rolling_required then 'MET'
        else 'NOT_MET'
    end as rolling_status,
    teams.sort_order as team_order
from weighed as w
left join teams on w.basisteam = teams.basisteam and w.year = teams.year
left join confirmed_until(as_of, known_at) as confirmed on w.basisteam = confirmed.basisteam;
