"""Every figure by name: `compute` asks a macro of sql/ for its rows, in a stated order.

Which metrics there are stands in registry.py, verdicts that need arithmetic in verdicts.py.
Titles, definitions and units are in the catalogue as `metric.<name>.title`, `.definition` and
`.unit`, column titles as `column.<name>`.
"""

from datetime import date, datetime
from typing import Any, Protocol

import pandas as pd
import pyarrow as pa

from bondgenoten.metrics import few
from bondgenoten.metrics.metric import Metric
from bondgenoten.metrics.question import EVERY_PLACE, Question
from bondgenoten.metrics.registry import METRICS

__all__ = ["EVERY_PLACE", "METRICS", "Metric", "Question", "batches", "compute", "takes_year"]


class Source(few.Source, Protocol):
    """What a metric needs of a connection to the register."""

    def query(
        self, sql: str, parameters: dict[str, Any], **views: pd.DataFrame
    ) -> pd.DataFrame: ...

    def batches(self, sql: str, parameters: dict[str, Any]) -> pa.RecordBatchReader: ...


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
    since: date | None = None,
    grain: str = "quarter",
    places: tuple[int, int] = EVERY_PLACE,
    rows: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The rows of a metric at an as-of date, in its stated order; codes, never words.

    `year` is the as-of date's year unless given; `norm` of one network without a year has a row
    for every year up to it. `since` leaves out the periods that ended before it; `grain` (month,
    quarter, year) is the period of `frequency` and `attendance`; `places` are the first and last
    network of `rhythm`, counted in the organisation's order. `rows` saves asking again for the rows
    of the metric that this one is counted over, whole and of the same year and date. `known_at`
    (UTC) asks what was known then; without it, now. Raises KeyError for a metric that does not
    exist.
    """
    question = Question(
        name, as_of, year, known_at, district, basisteam, network_id, event_id, since, grain, places
    )
    metric = question.metric
    views: dict[str, pd.DataFrame] = {}
    if metric.over:
        asked = (
            compute(source, metric.over, as_of=as_of, year=year, known_at=known_at)
            if rows is None
            else rows
        )
        views[f"{metric.over}_rows"] = asked
    frame = source.query(metric.sql, question.parameters(source), **views)
    return metric.judge(frame)[list(metric.columns)] if metric.judge else frame


def takes_year(name: str) -> bool:
    """Whether a year chooses rows of what is asked; a package of everything has the norm in it."""
    return name not in METRICS or METRICS[name].takes_year


def batches(source: Source, question: Question) -> pa.RecordBatchReader:
    """The rows of `compute`, some at a time; only a metric that is judged as a whole comes whole."""
    metric = question.metric
    if metric.over or metric.judge:
        frame = compute(source, **vars(question))
        return pa.Table.from_pandas(frame, preserve_index=False).to_reader()
    return source.batches(metric.sql, question.parameters(source))
