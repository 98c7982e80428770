"""Which figures a review of a quarter holds, and how they are counted from the metrics."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from bondgenoten import metrics
from bondgenoten.answers import records
from bondgenoten.metrics import METRICS, Source, verdicts
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
    is said of a quarter only afterwards (whether it is confirmed). `is_beside`: the review shows it
    of the quarter before and the same quarter a year ago as well.
    """

    metric: str
    key: tuple[str, ...]
    period: str | None = None
    at_end: bool = True
    is_beside: bool = True


PARTS = (
    Part("norm", ("network_id",), is_beside=False),
    Part("compliance", ("level", "key")),
    Part("frequency", ("level", "key"), period="period", at_end=False),
    Part("themes", ("level", "key", "theme"), period="quarter", at_end=False),
    Part("reach", ("basisteam",)),
    Part("composition", ("network_id",), is_beside=False),
    Part("unrest", ("event_id", "basisteam"), period="date"),
    Part("reporting", ("basisteam",), period="quarter", at_end=False),
)
BY_LEVEL = [part.metric for part in PARTS if part.key[:2] == ("level", "key")]
MOVING = ("as_of", "p_value")  # not figures of the quarter
HISTORY = 9  # quarters in the line of the frequency: this one back to two years ago

Values = dict[Figure, str | None]
Ask = Callable[[str, date], pd.DataFrame]


def year_ago(quarter: Quarter) -> Quarter:
    return Quarter(quarter.year - 1, quarter.number)


def shown(quarter: Quarter) -> dict[Quarter, tuple[Part, ...]]:
    """The quarters a review shows figures of, the reviewed one first, and which figures."""
    found: dict[Quarter, tuple[Part, ...]] = {quarter: PARTS}
    for _ in range(HISTORY - 1):
        before = list(found)[-1].previous
        is_beside = before in (quarter.previous, year_ago(quarter))
        found[before] = tuple(
            p for p in PARTS if p.metric == "frequency" or (is_beside and p.is_beside)
        )
    return found  # fmt: skip


class Count:
    """Figures as they are counted on one day, from what was known at one moment; asks each metric once.

    `of` leaves out other rows of the metrics that count by level: its level and key.
    """

    def __init__(
        self,
        source: Source,
        as_of: date,
        known_at: datetime | None = None,
        ask: Ask | None = None,
        of: tuple[str, str] | None = None,
    ) -> None:
        self.as_of = as_of
        self._of = of
        self._source = source
        self._ask: Ask = ask or cache(lambda name, day: self._asked(source, name, day, known_at))

    def figures(self, quarter: Quarter, parts: Iterable[Part] = PARTS) -> Values:
        """Every figure of the quarter as text in machine form, in the order of the metrics."""
        found: Values = {}
        for part in parts:
            frame = self._within(self.rows(part, quarter))
            columns = [c for c in frame.columns if c not in (*part.key, *MOVING)]
            for row in records(frame):
                key = "|".join(str(row[name]) for name in part.key)
                found |= {Figure(part.metric, key, name): written(row[name]) for name in columns}
        return found

    def rows(self, part: Part, quarter: Quarter) -> pd.DataFrame:
        """The rows of one part that are of the quarter."""
        day = quarter.ends_on if part.at_end else max(self.as_of, quarter.ends_on)
        if part.metric == "themes":
            return self._themes(quarter, day)
        frame = self._ask(part.metric, day)
        if part.period is None:
            return frame
        if part.period == "date":
            days = frame["date"]
            return frame[(days >= quarter.starts_on) & (days <= quarter.ends_on)]
        return frame[frame[part.period] == str(quarter)]

    def _within(self, frame: pd.DataFrame) -> pd.DataFrame:
        if self._of is None or "level" not in frame:
            return frame
        level, key = self._of
        return frame[(frame["level"] == level) & (frame["key"] == key)]

    def _asked(
        self, source: Source, name: str, day: date, known_at: datetime | None
    ) -> pd.DataFrame:
        rows = self._ask("norm", day) if name == "compliance" else None
        return metrics.compute(source, name, as_of=day, known_at=known_at, rows=rows)

    def _themes(self, quarter: Quarter, day: date) -> pd.DataFrame:
        """Region, districts and basisteams, each judged by itself."""
        counted = self._ask("themes_by_team", day)
        needed = self._reached(
            counted[counted["quarter"].isin([str(quarter), str(year_ago(quarter))])]
        )
        frame = self._source.query(
            "from themes_of_parts('needed', $as_of::date)"
            " order by level_order, place, key, starts_on, theme_order",
            {"as_of": day}, needed=needed,
        )  # fmt: skip
        judged = verdicts.judge_themes(self._within(frame), ("level", "key"))
        names = [name for name in METRICS["themes"].columns if name != "quarter"]
        return judged[judged["quarter"] == str(quarter)][["level", "key", "quarter", *names]]

    def _reached(self, teams: pd.DataFrame) -> pd.DataFrame:
        """The rows of basisteams that the asked part is added up from; all of them where it has none
        in a quarter, since only the others then say that the quarter is there."""
        level, key = self._of or ("region", "")
        own = teams if level == "region" else teams[teams[level] == key]
        return own if own["quarter"].nunique() == teams["quarter"].nunique() else teams


def written(value: Any) -> str | None:
    """A value as the machine CSV has it; None where there is none."""
    if value is None or value is pd.NA:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return "|".join(value) if isinstance(value, list) else str(value)
