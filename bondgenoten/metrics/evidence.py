"""The rows behind a figure: counted by what they count as, and listed a page at a time.

The rows are those of the metric `evidence`; here is only which of them a figure rests on.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Protocol

import pandas as pd

from bondgenoten.metrics.registry import METRICS

_OF_EVENT = (
    "($event_id::varchar is null or basisteam in "
    "(select basisteam from covered_teams($as_of::date) where event_id = $event_id))"
)
_IN_TIME = "date between $since::date and $until::date"


class Source(Protocol):
    """What is needed of a connection to the register."""

    def query(self, sql: str, parameters: Mapping[str, Any]) -> pd.DataFrame: ...

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]: ...


@dataclass(frozen=True)
class Behind:
    """Which figure: the days it counts over, and whose meetings. `grain` is its period."""

    as_of: date
    since: date
    until: date
    district: str | None = None
    basisteam: str | None = None
    network_id: str | None = None
    event_id: str | None = None
    grain: str = "year"


def counts(source: Source, behind: Behind) -> dict[str, int]:
    """How many rows count as what, those that count first, then by code."""
    sql = (
        f"select counts_as, count(*) from {_chosen()} group by counts_as "
        "order by counts_as <> 'COUNTED', counts_as <> 'PLANNED', counts_as"
    )
    return dict(source.rows(sql, _values(behind)))


def listed(
    source: Source, behind: Behind, *, first: int = 0, most: int | None = None
) -> pd.DataFrame:
    """The rows themselves, in the organisation's order and by date; `most` of them from `first`."""
    metric = METRICS["evidence"]
    limit = "" if most is None else f" limit {int(most)} offset {int(first)}"
    sql = f"select {', '.join(metric.columns)} from {_chosen()} order by {metric.order}{limit}"
    return source.query(sql, _values(behind))


def _chosen() -> str:
    metric = METRICS["evidence"]
    return f"{metric.source} where {' and '.join((*metric.filters, _IN_TIME, _OF_EVENT))}"


def _values(behind: Behind) -> dict[str, Any]:
    return asdict(behind) | {"known_at": "infinity"}
