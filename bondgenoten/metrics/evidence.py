"""The rows behind a figure: counted by what they count as, and listed a page at a time.

The rows are those of the metrics `evidence` and `evidence_networks`; here is only which of them a
figure rests on.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, ClassVar, Protocol

import pandas as pd

from bondgenoten.metrics.registry import METRICS

_OF_EVENT = (
    "($event_id::varchar is null or basisteam in "
    "(select basisteam from covered_teams($as_of::date) where event_id = $event_id))"
)
# Says nothing that the team itself does not, but spares reading a country for one team.
_OF_TEAM = (
    "network_id in (select network_id from memberships($known_at::timestamp, null) "
    "where basisteam = $basisteam)"
)
_IN_TIME = "date between $since::date and $until::date"


class Source(Protocol):
    """What is needed of a connection to the register."""

    def query(self, sql: str, parameters: Mapping[str, Any]) -> pd.DataFrame: ...

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]: ...


@dataclass(frozen=True)
class Behind:
    """Which figure: the days it counts over, and whose meetings. `grain` is its period."""

    metric: ClassVar[str] = "evidence"
    conditions: ClassVar[tuple[str, ...]] = (_IN_TIME, _OF_EVENT)

    as_of: date
    since: date
    until: date
    district: str | None = None
    basisteam: str | None = None
    network_id: str | None = None
    event_id: str | None = None
    grain: str = "year"


@dataclass(frozen=True)
class NetworksBehind:
    """Which figure: the day it counts on, and whose networks."""

    metric: ClassVar[str] = "evidence_networks"
    conditions: ClassVar[tuple[str, ...]] = (_OF_EVENT,)

    as_of: date
    district: str | None = None
    basisteam: str | None = None
    event_id: str | None = None


def counts(
    source: Source, behind: Behind | NetworksBehind, by: str = "counts_as"
) -> dict[str, int]:
    """How many rows count as what (or by another column of codes), those that count first."""
    sql = (
        f"select {by}, count(*) from {_chosen(behind)} group by {by} order by "
        f"{by} not in ('COUNTED', 'ACTIVE', 'MAINTAINED'), {by} <> 'PLANNED', {by}"
    )
    return dict(source.rows(sql, _values(behind)))


def listed(
    source: Source, behind: Behind | NetworksBehind, *, first: int = 0, most: int | None = None
) -> pd.DataFrame:
    """The rows themselves, in the organisation's order; `most` of them from `first`."""
    metric = METRICS[behind.metric]
    limit = "" if most is None else f" limit {int(most)} offset {int(first)}"
    columns = ", ".join(metric.columns)
    sql = f"select {columns} from {_chosen(behind)} order by {metric.order}{limit}"
    return source.query(sql, _values(behind))


def _chosen(behind: Behind | NetworksBehind) -> str:
    metric = METRICS[behind.metric]
    asked = [*metric.filters, *behind.conditions, *([_OF_TEAM] if behind.basisteam else [])]
    return f"{metric.source} where {' and '.join(asked)}"


def _values(behind: Behind | NetworksBehind) -> dict[str, Any]:
    return asdict(behind) | {"known_at": "infinity"}
