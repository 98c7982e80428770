"""Which figures a review of a quarter holds, and how they are read from the metrics."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd

from bondgenoten import metrics
from bondgenoten.metrics import Source
from bondgenoten.periods import Quarter


class Figure(NamedTuple):
    """The name of one figure: metric, key of its row (parts joined by `|`), column."""

    metric: str
    key: str
    figure: str


@dataclass(frozen=True)
class Part:
    """One metric in the review: what makes a row's key, and which rows are of the quarter.

    `at_end` asks it on the last day of the quarter; otherwise on the day of the review, for what
    is said of a quarter only afterwards (whether it is confirmed).
    """

    metric: str
    key: tuple[str, ...]
    period: str | None = None
    at_end: bool = True

    def asked_on(self, quarter: Quarter, as_of: date) -> date:
        return quarter.ends_on if self.at_end else max(as_of, quarter.ends_on)


PARTS = (
    Part("norm", ("network_id",)),
    Part("compliance", ("level", "key")),
    Part("frequency", ("level", "key"), period="period", at_end=False),
    Part("themes", ("theme",), period="quarter", at_end=False),
    Part("reach", ("basisteam",)),
    Part("composition", ("network_id",)),
    Part("unrest", ("event_id", "basisteam"), period="date"),
    Part("reporting", ("basisteam",), period="quarter", at_end=False),
)
MOVING = ("as_of", "p_value", "name_en")  # not figures of the quarter

Values = dict[Figure, str | None]


def figures(
    source: Source, quarter: Quarter, as_of: date, known_at: datetime | None = None
) -> Values:
    """Every figure of the quarter as text in machine form, in the order of the metrics."""
    found: Values = {}
    for part in PARTS:
        found |= values(part, rows(source, part, quarter, as_of, known_at))
    return found


def values(part: Part, frame: pd.DataFrame) -> Values:
    """Each figure in the rows of one part."""
    found: Values = {}
    columns = [c for c in frame.columns if c not in (*part.key, *MOVING)]
    for row in frame.to_dict("records"):
        key = "|".join(str(row[name]) for name in part.key)
        found |= {Figure(part.metric, key, name): written(row[name]) for name in columns}
    return found


def rows(
    source: Source, part: Part, quarter: Quarter, as_of: date, known_at: datetime | None = None
) -> pd.DataFrame:
    """The rows of one part that are of the quarter."""
    asked = part.asked_on(quarter, as_of)
    return of_quarter(
        part, quarter, metrics.compute(source, part.metric, as_of=asked, known_at=known_at)
    )


def of_quarter(part: Part, quarter: Quarter, frame: pd.DataFrame) -> pd.DataFrame:
    """Those rows of a metric that a review of the quarter holds."""
    if part.period is None:
        return frame
    if part.period == "date":
        days = frame["date"]
        return frame[(days >= quarter.starts_on) & (days <= quarter.ends_on)]
    return frame[frame[part.period] == str(quarter)]


def written(value: Any) -> str | None:
    """A value as the machine CSV has it; None where there is none."""
    if value is None or value is pd.NA:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return "|".join(value) if isinstance(value, list) else str(value)
