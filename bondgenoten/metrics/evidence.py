"""The rows behind a figure: counted by what they count as, and listed a page at a time.

The rows are those of the metrics `evidence` and `evidence_networks`; here is only which of them a
figure rests on.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, ClassVar, Protocol

import pandas as pd

from bondgenoten.metrics.few import Source as FewSource
from bondgenoten.metrics.few import few
from bondgenoten.metrics.registry import METRICS

_OF_EVENT = (
    "($event_id::varchar is null or basisteam in "
    "(select basisteam from covered_teams($as_of::date) where event_id = $event_id))"
)
_IN_TIME = "date between $since::date and $until::date"


class Source(FewSource, Protocol):
    """What is needed of a connection to the register."""

    def query(self, sql: str, parameters: dict[str, Any]) -> pd.DataFrame: ...


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
    return dict(source.rows(sql, _values(source, behind)))


def listed(
    source: Source,
    behind: Behind | NetworksBehind,
    *,
    first: int = 0,
    most: int | None = None,
    columns: tuple[str, ...] | None = None,
) -> pd.DataFrame:
    """The rows themselves, in the organisation's order; `most` of them from `first`.

    Where only some `columns` are asked, the others are not read: the themes of a country's meetings
    take longer to read than all the rest.
    """
    metric = METRICS[behind.metric]
    limit = "" if most is None else f" limit {int(most)} offset {int(first)}"
    asked = ", ".join(columns or metric.columns)
    sql = f"select {asked} from {_chosen(behind)} order by {metric.order}{limit}"
    return source.query(sql, _values(source, behind))


def _chosen(behind: Behind | NetworksBehind) -> str:
    metric = METRICS[behind.metric]
    return f"{metric.source} where {' and '.join([*metric.filters, *behind.conditions])}"


def _values(source: Source, behind: Behind | NetworksBehind) -> dict[str, Any]:
    asked = asdict(behind)
    network_id = asked.pop("network_id", None)
    networks = few(source, _chosen(behind), network_id, behind.basisteam)
    return asked | networks | {"known_at": "infinity"}
