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
from bondgenoten.reviews import restating
from bondgenoten.reviews.figures import Figure, Values, figures


@dataclass(frozen=True)
class Review:
    """One quarter under review, in one scope, on one day."""

    path: Path
    version: str
    quarter: Quarter
    as_of: date
    scope: Scope
    unit: str

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
        return f"{s.level}|{s.basisteam or s.district or self.unit}"

    @property
    def beside(self) -> tuple[Quarter, Quarter, Quarter]:
        """The quarter itself, the one before it, and the same one a year ago."""
        return (
            self.quarter,
            self.quarter.previous,
            Quarter(self.quarter.year - 1, self.quarter.number),
        )

    def values(self, quarter: Quarter) -> Values:
        """The figures of a quarter: as frozen where it is closed, else as they are known now."""
        return _values(self.path, self.version, quarter, self.as_of)

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
def _values(path: Path, version: str, quarter: Quarter, as_of: date) -> Values:
    reader = store.reader(path)
    if reviews.closed(reader, quarter):
        return reviews.frozen(reader, quarter)
    return figures(reader, quarter, as_of)


@st.cache_resource(max_entries=8, show_spinner=False)
def _restatements(path: Path, version: str, quarter: Quarter) -> list[reviews.Restatement]:
    return reviews.restatements(store.reader(path), quarter)
