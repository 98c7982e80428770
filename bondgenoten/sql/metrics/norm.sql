-- Each network in each year its life touches: what the norm asks, what was held and planned, and
-- the status that follows (definitions 2 and 3), with the rolling twelve months beside it.
create macro norm(first_year, last_year, as_of, known_at, only_networks) as table
with counted as (
    select
        y.*,
        -- Only a year that is over is counted to another day than the as-of date.
        case when counts_to = as_of then latest.date else today.date end as last_held_on,
        case when counts_to = as_of then latest.active_by else today.active_by end as active_by_last,
        next_planned_on,
        year(latest.date) = y.year as is_in_year,
        case when is_in_year then latest.held_in_year else 0 end::integer as held,
        case when is_in_year then latest.urgent_in_year else 0 end::integer as urgent,
        (coalesce(latest.held, 0) - coalesce(earlier.held, 0))::integer as rolling_held,
        coalesce(planned, 0)::integer as planned,
        coalesce(to_confirm, 0)::integer as to_confirm,
        case when is_in_year
            then greatest(
                latest.first_in_year - active_at_start,
                latest.longest_in_year,
                active_counted - latest.active_by
            )
            else greatest(0, active_counted - active_at_start)
        end::integer as longest_silence,
        active_by_now - coalesce(active_by_last, active_on_first_day) > dormant_days as dormant,
        (active_by_end - active_before)::integer as active_days,
        greatest(0, active_by_now - active_before) as days_to_date,
        greatest(0, active_by_end - greatest(active_by_now, active_before)) as days_left,
        active_counted - active_before_window as rolling_days
    from network_years(first_year, last_year, as_of, known_at, only_networks) as y
    left join held_by(
        counts_to(first_year, as_of), counts_to(last_year, as_of), known_at, only_networks
    ) as latest
        on latest.network_id = y.network_id and y.counts_to between latest.date and latest.held_until
    left join held_by(
        (counts_to(first_year, as_of) - interval 1 year)::date,
        (counts_to(last_year, as_of) - interval 1 year)::date,
        known_at, only_networks
    ) as earlier
        on earlier.network_id = y.network_id and y.counts_from between earlier.date and earlier.held_until
    left join held_by(as_of, as_of, known_at, only_networks) as today
        on today.network_id = y.network_id and as_of > counts_to(first_year, as_of)
    left join planned_in_years(first_year, last_year, as_of, known_at, only_networks) as p
        on p.network_id = y.network_id and p.year = y.year
    left join next_planned(as_of, known_at, only_networks) as n on n.network_id = y.network_id
),
teams as (
    select y.year, team.basisteam, team.name, team.district, team.sort_order
    from norm_in_years(first_year, last_year) as y
    join register.basisteams as team on team.valid_from <= counts_to(y.year, as_of)
    qualify row_number() over (partition by y.year, basisteam order by team.valid_from desc) = 1
),
weighed as (
    select
        *,
        required_meetings(meetings_per_year, active_days, days_in_year)::integer as required,
        required_meetings(meetings_per_year, days_to_date, days_in_year)::integer as required_to_date,
        greatest(ceil(days_left / minimum_gap_days), planned)::integer as capacity,
        required_meetings(meetings_per_year, rolling_days, counts_to - counts_from)::integer
            as rolling_required
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
    dormant,
    teams.name as basisteam_name,
    w.municipality,
    w.started_on,
    w.ended_on,
    is_active,
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
    teams.sort_order as team_order,
    place_by_name
from weighed as w
left join teams on w.basisteam = teams.basisteam and w.year = teams.year
left join confirmed_until(as_of, known_at) as confirmed on w.basisteam = confirmed.basisteam;
