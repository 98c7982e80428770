"""What the page of a quarter looks at: its figures beside two others, what moved, what was decided.

Cached by version of the register; knows no widgets.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd
import streamlit as st

from bondgenoten import reviews, store
from bondgenoten.answers import Row, Scope, records
from bondgenoten.periods import Quarter
from bondgenoten.reviews import figures, restating
from bondgenoten.reviews.figures import Figure, Values
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
    def key(self) -> str:
        """The key of this scope's row in the metrics that count by level."""
        s = self.scope
        return f"{s.level}|{s.basisteam or s.district or self.register.unit}"

    @property
    def beside(self) -> tuple[Quarter, Quarter, Quarter]:
        """The quarter itself, the one before it, and the same one a year ago."""
        return (
            self.quarter,
            self.quarter.previous,
            Quarter(self.quarter.year - 1, self.quarter.number),
        )

    def values(self, quarter: Quarter) -> Values:
        """The figures shown of any quarter: frozen where it is closed, else as known now."""
        return _values(self.register, self.path, self.version, quarter, self.as_of, SHOWN)

    def of_metric(self, metric: str) -> Values:
        """The figures of one metric in the quarter under review."""
        metrics = SHOWN if metric in SHOWN else ALONE
        found = _values(self.register, self.path, self.version, self.quarter, self.as_of, metrics)
        return {figure: value for figure, value in found.items() if figure.metric == metric}

    def everything(self) -> Values:
        """Every figure of the quarter under review: made on the click, not kept."""
        reader = store.reader(self.path)
        if self.is_closed:
            return reviews.frozen(reader, self.quarter)
        return figures.figures(reader, self.quarter, self.as_of)

    def number(self, quarter: Quarter, metric: str, figure: str) -> float | None:
        """One figure of this scope; None where there is none."""
        value = self.values(quarter).get(Figure(metric, self.key, figure))
        return None if value is None else float(value)

    def has(self, metric: str, figure: str) -> bool:
        return self.number(self.quarter, metric, figure) is not None

    def restatements(self) -> list[reviews.Restatement]:
        return _restatements(self.path, self.version, self.quarter) if self.is_closed else []

    def changes(self) -> pd.DataFrame:
        return restating.changes(store.reader(self.path), self.quarter)

    def decisions(self) -> list[Row]:
        return records(reviews.decisions(store.reader(self.path), self.quarter))

    def still_open(self) -> list[Row]:
        """Decisions of earlier reviews that are not done."""
        rows = records(reviews.decisions(store.reader(self.path)))
        return [row for row in rows if row["quarter"] < str(self.quarter)]


def ended_quarters(as_of: date, first: Quarter) -> list[Quarter]:
    """The quarters that have ended before a day, the latest first."""
    quarter = Quarter.of(as_of).previous
    found = []
    while quarter >= first:
        found.append(quarter)
        quarter = quarter.previous
    return found


@st.cache_resource(max_entries=32, show_spinner=False)
def _values(
    _register: Register,
    path: Path,
    version: str,
    quarter: Quarter,
    as_of: date,
    metrics: tuple[str, ...],
) -> Values:
    reader = store.reader(path)
    if reviews.closed(reader, quarter):
        return reviews.frozen(reader, quarter, metrics)
    found: Values = {}
    for part in figures.PARTS:
        if part.metric in metrics:
            frame = _frame(_register, part.metric, part.asked_on(quarter, as_of))
            found |= figures.values(part, figures.of_quarter(part, quarter, frame))
    return found


def _frame(register: Register, metric: str, as_of: date) -> pd.DataFrame:
    """A metric by way of what is kept: a series asks for one period, wherever the quarter lies."""
    if metric == "frequency":
        return register.frequency("quarter", as_of)
    if metric == "themes":
        return register.themes_of(as_of, Scope())
    return register.figures(metric, as_of)


@st.cache_resource(max_entries=8, show_spinner=False)
def _restatements(path: Path, version: str, quarter: Quarter) -> list[reviews.Restatement]:
    return reviews.restatements(store.reader(path), quarter)
