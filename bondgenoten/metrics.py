"""Every figure by name: which macro computes it, what it takes, its columns and its order.

Counting happens in sql/; titles, definitions and units are in the catalogue as
`metric.<name>.title`, `.definition` and `.unit`, column titles as `column.<name>`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

import pandas as pd

from bondgenoten import contract

ORDERED_ON = date(2015, 1, 1)  # since that year every basisteam is to use the method


class Source(Protocol):
    """What a metric needs of a connection to the register."""

    def query(self, sql: str, parameters: dict[str, Any]) -> pd.DataFrame: ...


@dataclass(frozen=True)
class Metric:
    """One metric or table: the macro call that makes its rows, and the columns it shows."""

    name: str
    columns: tuple[str, ...]
    source: str
    order: str
    filters: tuple[str, ...] = ()
    takes_year: bool = False

    @property
    def sql(self) -> str:
        """The query as it runs, all filters named as parameters."""
        where = f" where {' and '.join(self.filters)}" if self.filters else ""
        return f"select {', '.join(self.columns)} from {self.source}{where} order by {self.order}"


_AT = "$as_of::date, $known_at::timestamp"
_KNOWN = "$known_at::timestamp"
_BY_DISTRICT = "($district is null or district = $district)"
_BY_TEAM = "($basisteam is null or basisteam = $basisteam)"

_NORM = (
    "network_id", "name", "basisteam", "district", "year", "as_of", "active_days", "required",
    "held", "planned", "still_to_plan", "shortfall", "status", "longest_silence", "dormant",
    "basisteam_name", "municipality", "started_on", "ended_on", "is_active", "required_to_date",
    "capacity", "confirmed_until", "last_held_on", "next_planned_on", "to_confirm", "urgent",
    "rolling_required", "rolling_held", "rolling_status",
)  # fmt: skip

_COMPLIANCE = (
    "level", "key", "name", "networks", "assessable", "met", "unknown", "not_assessable",
    "shortfall", "still_to_plan", "district", "on_course", "behind_but_planned", "to_plan",
    "out_of_reach", "not_met", "dormant", "active_networks", "to_confirm", "lower_met", "lower_of",
    "upper_met", "upper_of", "confirmed_until", "is_confirmed", "last_due_quarter", "grid_row",
    "grid_column", "last_active_on", "basisteams_in_force", "basisteams_with_network",
    "basisteams_confirmed",
)  # fmt: skip

_OF_SCOPE = (
    f"basisteam in (select basisteam from register.basisteams where {_BY_DISTRICT} and {_BY_TEAM})",
)
_OF_NETWORKS_IN_SCOPE = (
    f"network_id in (select network_id from networks_at({_KNOWN}, $network_id::varchar)"
    f" where {_OF_SCOPE[0]})",
)
_ONE = "$network_id::varchar"


def _table(kind: contract.Kind, macro: str, filters: tuple[str, ...]) -> Metric:
    return Metric(kind.name, kind.names, macro, ", ".join(kind.key), filters)


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric(
            "norm", _NORM, f"norm($first_year::int, $last_year::int, {_AT}, {_ONE})",
            "team_order nulls last, basisteam, name, network_id, year",
            (_BY_DISTRICT, _BY_TEAM), takes_year=True,
        ),
        Metric(
            "compliance", _COMPLIANCE, f"compliance($year::int, {_AT})",
            "case level when 'region' then 1 when 'district' then 2 else 3 end, place, key",
            (_BY_DISTRICT, "($basisteam is null or (level = 'basisteam' and key = $basisteam))"),
            takes_year=True,
        ),
        Metric(
            "development", ("on_date", "networks", "assessable", "met"),
            f"development($since::date, {_AT}, $district::varchar, $basisteam::varchar)", "on_date",
        ),
        _table(contract.NETWORKS, f"networks_at({_KNOWN}, {_ONE})", _OF_SCOPE),
        _table(contract.MEETINGS, f"meetings_at({_KNOWN}, {_ONE})", _OF_NETWORKS_IN_SCOPE),
        _table(contract.PAUSES, f"pauses_at({_KNOWN}, {_ONE})", _OF_NETWORKS_IN_SCOPE),
        _table(contract.CONFIRMATIONS, f"confirmations_at({_KNOWN})", _OF_SCOPE),
    )
}  # fmt: skip


def compute(
    source: Source,
    name: str,
    *,
    as_of: date,
    year: int | None = None,
    known_at: datetime | None = None,
    district: str | None = None,
    basisteam: str | None = None,
    network_id: str | None = None,
    since: date = ORDERED_ON,
) -> pd.DataFrame:
    """The rows of a metric at an as-of date, in its stated order; codes, never words.

    `year` is the as-of date's year unless given; `norm` of one network without a year has a row
    for every year up to it. `since` is where a series over time begins. `known_at` (UTC) asks
    what was known then; without it, now. Raises KeyError for a metric that does not exist.
    """
    metric = METRICS[name]
    only_one = network_id is not None and year is None
    values = {
        "year": year or as_of.year,
        "first_year": 2007 if only_one else year or as_of.year,
        "last_year": year or as_of.year,
        "as_of": as_of,
        "known_at": known_at or "infinity",
        "district": district,
        "basisteam": basisteam,
        "network_id": network_id,
        "since": since,
    }
    return source.query(metric.sql, _used(metric.sql, values))


def _used(sql: str, values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if f"${name}" in sql}


def names() -> Sequence[str]:
    """The metrics and tables, in the order they are offered."""
    return tuple(METRICS)
