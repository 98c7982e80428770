"""What the page of a quarter looks at: its figures beside two others, what moved, what was decided.

Cached by version of the register; knows no widgets.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd
import streamlit as st

from bondgenoten import definitions, reviews, store
from bondgenoten.answers import Row, Scope, records
from bondgenoten.paper.review import Edition, Names, reference
from bondgenoten.periods import Quarter
from bondgenoten.reviews import restating
from bondgenoten.reviews.figures import Figure, Values, year_ago
from bondgenoten.ui.data import Register

SHOWN = ("compliance", "frequency", "themes")  # beside the same of two other quarters
ALONE = ("reach", "unrest")  # of the quarter itself; the rest is in the files


@dataclass(frozen=True)
class Review:
    """One quarter under review, in one scope, on one day."""

    register: Register
    quarter: Quarter
    as_of: date
    scope: Scope

    @property
    def path(self) -> Path:
        return self.register.path

    @property
    def version(self) -> str:
        return self.register.version

    @cached_property
    def closing(self) -> reviews.Closed | None:
        return reviews.closed(store.reader(self.path), self.quarter)

    @property
    def is_closed(self) -> bool:
        return self.closing is not None

    @property
    def versions(self) -> tuple[str, str]:
        """The versions of the definitions its figures are of, and of those that run now."""
        now = definitions.current()
        return self.closing.definitions if self.closing else now, now

    @property
    def of(self) -> tuple[str, str]:
        """The level and key of this scope's row in the metrics that count by level."""
        s = self.scope
        return s.level, s.basisteam or s.district or self.register.unit

    @property
    def key(self) -> str:
        return "|".join(self.of)

    @property
    def beside(self) -> tuple[Quarter, Quarter, Quarter]:
        """The quarter itself, the one before it, and the same one a year ago."""
        return self.quarter, self.quarter.previous, year_ago(self.quarter)

    @cached_property
    def _shown(self) -> dict[Quarter, Values]:
        return {quarter: self._values(quarter, SHOWN, self.of) for quarter in self.beside}

    def values(self, quarter: Quarter) -> Values:
        """The figures of this scope in a quarter: frozen where it is closed, else as known now."""
        return self._shown[quarter]

    def of_metric(self, metric: str) -> Values:
        """The figures of one metric in the quarter under review, of every scope."""
        found = self._values(self.quarter, SHOWN if metric in SHOWN else ALONE)
        return {figure: value for figure, value in found.items() if figure.metric == metric}

    def _values(
        self, period: Quarter, metrics: tuple[str, ...], of: tuple[str, str] | None = None
    ) -> Values:
        return _values(
            self.register, self.path, self.version, self.quarter, period, self.as_of, metrics, of
        )

    def everything(self) -> Values:
        """Every figure of the quarter under review: made on the click, not kept."""
        showing = reviews.Showing(store.reader(self.path), self.quarter, self.as_of)
        return showing.values(self.quarter)

    def number(self, quarter: Quarter, metric: str, figure: str) -> float | None:
        """One figure of this scope; None where there is none."""
        value = self.values(quarter).get(Figure(metric, self.key, figure))
        return None if value is None else float(value)

    def has(self, metric: str, figure: str) -> bool:
        return self.number(self.quarter, metric, figure) is not None

    def moved(self, quarter: Quarter, metric: str, figure: str) -> reviews.Restatement | None:
        """What a figure of this scope has become since; None where it stands."""
        wanted = (quarter, Figure(metric, self.key, figure))
        return next((r for r in self.restatements() if (r.period, r.figure) == wanted), None)

    def of_theme(self, quarter: Quarter) -> dict[tuple[str, str], str | None]:
        """The figures of each theme in this scope, by theme and figure."""
        return _by_theme(self.key, self.values(quarter).items())

    def moved_of_theme(self, quarter: Quarter) -> dict[tuple[str, str], str | None]:
        """What has become of those that were restated."""
        found = [(one.figure, one.new) for one in self.restatements() if one.period == quarter]
        return _by_theme(self.key, found)

    def restatements(self) -> list[reviews.Restatement]:
        return _restatements(self.path, self.version, self.quarter) if self.is_closed else []

    def changes(self) -> pd.DataFrame:
        return restating.changes(store.reader(self.path), self.quarter)

    @property
    def edition(self) -> Edition:
        """What the files of this review are named by; a closed quarter keeps its own as-of date."""
        day = self.closing.as_of if self.closing else self.as_of
        content = store.reader(self.path).content
        return Edition(self.quarter, day, self.closing, content, self.restatements())

    @property
    def names(self) -> Names:
        """Basisteams and themes by code, as the paper names them."""
        return _names(self.path, self.version, self.quarter)

    def decisions(self) -> list[Row]:
        return records(reviews.decisions(store.reader(self.path), self.quarter))

    def still_open(self, also: Iterable[int] = ()) -> list[Row]:
        """Decisions of earlier reviews that are not done, and these where they are."""
        rows = records(reviews.decisions(store.reader(self.path), also=also))
        return [row for row in rows if row["quarter"] < str(self.quarter)]


def ended_quarters(as_of: date) -> list[Quarter]:
    """The quarters that can be reviewed on a day, the latest first."""
    quarter = Quarter.of(as_of).previous
    found = []
    while quarter >= reviews.FIRST:
        found.append(quarter)
        quarter = quarter.previous
    return found


def _by_theme(
    key: str, values: Iterable[tuple[Figure, str | None]]
) -> dict[tuple[str, str], str | None]:
    return {
        (figure.key.rpartition("|")[2], figure.figure): value
        for figure, value in values
        if figure.metric == "themes" and figure.key.rpartition("|")[0] == key
    }


@st.cache_resource(max_entries=32, show_spinner=False)
def _values(
    _register: Register,
    path: Path,
    version: str,
    quarter: Quarter,
    period: Quarter,
    as_of: date,
    metrics: tuple[str, ...],
    of: tuple[str, str] | None,
) -> Values:
    beside = (str(period), str(year_ago(period)))

    def ask(metric: str, day: date) -> pd.DataFrame:
        """A metric by way of what is kept: a series is asked once, wherever the quarter lies."""
        kept: dict[str, Callable[[], pd.DataFrame]] = {
            "frequency": lambda: _register.frequency("quarter", day),
            "themes_by_team": lambda: _register.themes_by_team(day, beside),
            "compliance": lambda: _register.compliance(day.year, day),
            "unrest": lambda: _register.unrest(day),
        }
        return kept[metric]() if metric in kept else _register.figures(metric, day)

    reader = store.reader(path)
    return reviews.Showing(reader, quarter, as_of, only=metrics, of=of, ask=ask).values(period)


@st.cache_resource(max_entries=8, show_spinner=False)
def _restatements(path: Path, version: str, quarter: Quarter) -> list[reviews.Restatement]:
    return reviews.restatements(store.reader(path), quarter)


@st.cache_resource(max_entries=8, show_spinner=False)
def _names(path: Path, version: str, quarter: Quarter) -> Names:
    names, _ = reference(store.reader(path), quarter)
    return names
