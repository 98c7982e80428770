"""Every figure by name: `compute` asks a macro of sql/ for its rows, in a stated order.

Which metrics there are stands in registry.py, verdicts that need arithmetic in verdicts.py.
Titles, definitions and units are in the catalogue as `metric.<name>.title`, `.definition` and
`.unit`, column titles as `column.<name>`.
"""

from datetime import date, datetime
from typing import Any, Protocol

import pandas as pd

from bondgenoten.metrics.registry import METRICS, Metric

__all__ = ["METRICS", "Metric", "compute"]

ORDERED_ON = date(2015, 1, 1)  # since that year every basisteam is to use the method
ALL = (1, 2**31 - 1)


class Source(Protocol):
    """What a metric needs of a connection to the register."""

    def query(
        self, sql: str, parameters: dict[str, Any], **views: pd.DataFrame
    ) -> pd.DataFrame: ...


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
    event_id: str | None = None,
    since: date = ORDERED_ON,
    grain: str = "quarter",
    places: tuple[int, int] = ALL,
    rows: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The rows of a metric at an as-of date, in its stated order; codes, never words.

    `year` is the as-of date's year unless given; `norm` of one network without a year has a row
    for every year up to it. `since` is where `development` begins; `grain` (month, quarter, year)
    is the period of `frequency` and `attendance`; `places` are the first and last network of `rhythm`,
    counted in the organisation's order. `rows` saves asking again for the rows of the
    metric that this one is counted over, whole and of the same year and date. `known_at` (UTC) asks
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
        "event_id": event_id,
        "since": since,
        "grain": grain,
        "first_place": places[0],
        "last_place": places[1],
    }
    views: dict[str, pd.DataFrame] = {}
    if metric.over:
        asked = (
            compute(source, metric.over, as_of=as_of, year=year, known_at=known_at)
            if rows is None
            else rows
        )
        views[f"{metric.over}_rows"] = asked
    frame = source.query(metric.sql, _used(metric.sql, values), **views)
    return metric.judge(frame)[list(metric.columns)] if metric.judge else frame


def _used(sql: str, values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if f"${name}" in sql}
