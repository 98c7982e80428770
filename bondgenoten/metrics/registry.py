"""Which metrics and tables there are: the macro each asks, its columns, its filters, its order."""

from datetime import date

from bondgenoten import contract
from bondgenoten.metrics import verdicts
from bondgenoten.metrics.columns import AGENDA_SHARES, COMPLIANCE, NORM, SHARES
from bondgenoten.metrics.metric import Metric
from bondgenoten.periods import ORDERED

_AT = "$as_of::date, $known_at::timestamp"
_SINCE = "$since::date"
_KNOWN = "$known_at::timestamp"
_BY_DISTRICT = "($district is null or district = $district)"
_BY_TEAM = "($basisteam is null or basisteam = $basisteam)"

_LEVELS = "case level when 'region' then 1 when 'district' then 2 else 3 end, place, key"
_BY_LEVEL = (_BY_DISTRICT, "($basisteam is null or (level = 'basisteam' and key = $basisteam))")
_SCOPED = "$district::varchar, $basisteam::varchar"
_OF_SCOPE = (
    f"basisteam in (select basisteam from register.basisteams where {_BY_DISTRICT} and {_BY_TEAM})",
)
_ONE = "$network_ids::varchar[]"
# Says no more than _BY_TEAM, but lets the meetings of all other teams be passed over unread.
_OF_TEAM = "$team_network_ids::varchar[]"
_FEW = f"coalesce({_ONE}, {_OF_TEAM})"
_OF_NETWORKS_IN_SCOPE = (
    f"network_id in (select network_id from networks_at({_KNOWN}, {_ONE}) where {_OF_SCOPE[0]})",
)


def _table(kind: contract.Kind, macro: str, filters: tuple[str, ...]) -> Metric:
    return Metric(kind.name, kind.names, macro, ", ".join(kind.key), filters)


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric(
            "norm", NORM, f"norm($first_year::int, $last_year::int, {_AT}, {_FEW})",
            "team_order nulls last, basisteam, place_by_name, year",
            (_BY_DISTRICT, _BY_TEAM), takes_year=True,
        ),
        Metric(
            "compliance", COMPLIANCE, f"compliance('norm_rows', $year::int, {_AT})",
            _LEVELS, _BY_LEVEL,
            takes_year=True, over="norm",
        ),
        Metric(
            "development",
            ("on_date", "level", "key", "networks", "assessable", "met", "district"),
            f"development({_SINCE}, {_AT})",
            f"on_date, {_LEVELS}",
            _BY_LEVEL,
            since=ORDERED,
        ),
        Metric(
            "frequency",
            ("period", "level", "key", "meetings_held", "of_which_urgent", "cancelled", "active_days",
             "per_network_year", "active_networks", "name", "district"),
            f"frequency($grain::varchar, {_SINCE}, {_AT})", f"starts_on, {_LEVELS}", _BY_LEVEL,
        ),
        Metric(
            "rhythm",
            ("month", "network_id", "name", "basisteam", "district", "held", "active_days",
             "basisteam_name", "networks"),
            f"rhythm({_AT}, {_SCOPED}, $first_place::bigint, $last_place::bigint)",
            "place, starts_on",
        ),
        Metric(
            "themes",
            ("quarter", "theme", "meetings_with_theme", "meetings_with_any_theme", "meetings_held",
             "share", "share_low", "share_high", "networks_with_theme", "networks_that_met",
             "provisional", "is_mainly_one_network", "p_value", "change"),
            f"themes('themes_by_team_rows', $as_of::date, {_SCOPED})", "starts_on, place",
            over="themes_by_team", judge=verdicts.judge_themes, judged=SHARES,
        ),
        Metric(
            "themes_by_team",
            ("quarter", "basisteam", "name", "district", "theme", "meetings_with_theme",
             "meetings_with_any_theme", "meetings_held", "networks_with_theme",
             "networks_that_met", "most_of_one_network", "is_confirmed"),
            f"themes_by_team({_SINCE}, {_AT})", "starts_on, place, basisteam, theme_order",
            (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "rollout",
            ("month", "basisteams_in_force", "basisteams_with_network", "active_networks",
             "networks_started", "networks_ended", "is_carried_back"),
            f"rollout('rollout_by_team_rows', {_SCOPED})", "month",
            over="rollout_by_team",
        ),
        Metric(
            "rollout_by_team",
            ("month", "basisteam", "name", "district", "in_force", "active_networks",
             "networks_started", "networks_ended"),
            f"rollout_by_team({_SINCE}, {_AT})", "month, place, basisteam", (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "reach",
            ("basisteam", "name", "district", "reached", "first_started_on", "last_active_on",
             "active_networks", "seasoned", "maintained"),
            f"reach({_AT})", "place, basisteam", (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "composition",
            ("network_id", "name", "basisteam", "district", "members_police",
             "members_municipality", "members_citizens", "members_total", "at_most_ten",
             "one_police", "one_municipality", "has_citizens", "basisteam_name", "municipality"),
            f"composition({_AT}, {_OF_TEAM})", "place nulls last, place_by_name",
            (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "attendance",
            ("period", "level", "key", "meetings_held", "meetings_recorded", "both_professionals",
             "present_police", "present_municipality", "present_citizens", "name", "district"),
            f"attendance($grain::varchar, {_SINCE}, {_AT})", f"starts_on, {_LEVELS}", _BY_LEVEL,
        ),
        Metric(
            "unrest",
            ("event_id", "date", "name_nl", "event_place", "theme", "basisteam", "district",
             "networks", "prepared", "followed", "in_time", "first_meeting_after", "reach",
             "first_meeting", "basisteam_name", "certainty", "name_en"),
            f"unrest({_SINCE}, {_AT})", "date, event_id, place", (_BY_DISTRICT, _BY_TEAM),
            since=date.min,
        ),
        Metric(
            "networks_at_events",
            ("event_id", "date", "network_id", "basisteam", "is_prepared", "first_meeting_after",
             "is_followed", "is_in_time"),
            f"networks_at_events({_SINCE}, {_AT}, {_FEW}, $event_id::varchar)",
            "date, event_id, network_id", _OF_SCOPE, since=date.min,
        ),
        Metric(
            "aftermath",
            ("event_id", "date", "basisteam", "theme", "meetings_with_theme",
             "meetings_with_any_theme", "meetings_held", "district"),
            f"aftermath({_AT}, $event_id::varchar)", "date, event_id, place, theme_order",
            (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "recent_themes",
            ("level", "key", "theme", "meetings_with_theme", "meetings_with_any_theme",
             "meetings_held", "name", "district"),
            f"recent_themes({_AT})", f"{_LEVELS}, theme_order", _BY_LEVEL,
        ),
        Metric(
            "questions",
            ("question", "network_id", "name", "basisteam", "district", "date", "basisteam_name"),
            f"questions({_AT}, {_OF_TEAM})", "place nulls last, question, date, network_id",
            (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "peacetime", ("network_id", "year", "basisteam", "in_peacetime", "after_event"),
            f"peacetime({_SINCE}, {_AT}, {_FEW})", "network_id, year", _OF_SCOPE,
            since=date.min,
        ),
        Metric(
            "agenda",
            ("year", "level", "key", "meetings_held", *verdicts.SIDES, "unknown", "known",
             "is_hidden", *AGENDA_SHARES, "name", "district"),
            f"agenda({_SINCE}, {_AT})", f"year, {_LEVELS}", _BY_LEVEL,
            judge=verdicts.judge_agenda, judged=AGENDA_SHARES,
        ),
        Metric(
            "evidence",
            ("network_id", "name", "basisteam", "district", "date", "status", "kind", "themes",
             "agenda_from", "counts_as", "basisteam_name", "present_police",
             "present_municipality", "present_citizens"),
            f"evidence($grain::varchar, {_AT}, {_FEW})", "place nulls last, network_id, date",
            (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "evidence_networks",
            ("network_id", "name", "basisteam", "district", "started_on", "ended_on", "counts_as",
             "rolling_required", "rolling_held", "rolling_status", "maintained_as",
             "basisteam_name"),
            f"evidence_networks({_AT})", "place nulls last, name, network_id",
            (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "reporting",
            ("quarter", "basisteam", "name", "district", "deadline", "first_covering_on",
             "is_complete", "is_on_time", "is_due"),
            f"reporting({_AT})", "starts_on, place, basisteam", (_BY_DISTRICT, _BY_TEAM),
        ),
        Metric(
            "quality",
            ("basisteam", "name", "district", "confirmed_until", "due_quarters", "on_time",
             "past_planned", "held_without_theme", "held_in_pause", "more_than_ten",
             "stopped_reporting", "open_questions"),
            f"quality({_AT})", "place, basisteam", (_BY_DISTRICT, _BY_TEAM),
        ),
        _table(contract.NETWORKS, f"networks_at({_KNOWN}, {_ONE})", _OF_SCOPE),
        _table(contract.MEETINGS, f"meetings_at({_KNOWN}, {_ONE})", _OF_NETWORKS_IN_SCOPE),
        _table(contract.PAUSES, f"pauses_at({_KNOWN}, {_ONE})", _OF_NETWORKS_IN_SCOPE),
        _table(contract.CONFIRMATIONS, f"confirmations_at({_KNOWN})", _OF_SCOPE),
    )
}  # fmt: skip
