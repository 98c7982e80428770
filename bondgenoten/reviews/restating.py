"""What has moved since a quarter was closed: the old figure, the new one, and the cause of each step.

The steps are taken one by one, first to today's definitions and structure, then import by import, so
that the differences of the causes always add up to the difference of the figure.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd

from bondgenoten import store
from bondgenoten.periods import Quarter
from bondgenoten.reviews.closing import (
    REFERENCE,
    Closed,
    closed,
    definitions_hash,
    frozen,
)
from bondgenoten.reviews.figures import Figure, Values, figures
from bondgenoten.store.content import content


@dataclass(frozen=True)
class Cause:
    """One step: DEFINITION, STRUCTURE, DEFINITION_AND_STRUCTURE, or IMPORT with its moment."""

    kind: str
    recorded_at: datetime | None
    old: str | None
    new: str | None

    @property
    def difference(self) -> float | None:
        return _difference(self.old, self.new)


@dataclass(frozen=True)
class Restatement:
    """A figure of a closed quarter that reads differently now."""

    figure: Figure
    old: str | None
    new: str | None
    causes: tuple[Cause, ...]

    @property
    def difference(self) -> float | None:
        """New minus old; None for what is no number. What has no value counts as 0."""
        return _difference(self.old, self.new)


def restatements(connection: store.Connection, quarter: Quarter) -> list[Restatement]:
    """Every figure of a closed quarter that has moved, in the order of the review."""
    made = closed(connection, quarter)
    if made is None:
        return []
    old = frozen(connection, quarter)
    moments = _moments(connection, made)
    now = figures(connection, quarter, made.as_of)
    moved = [figure for figure in {**old, **now} if old.get(figure) != now.get(figure)]
    if not moved:
        return []
    steps = [old] + [figures(connection, quarter, made.as_of, moment) for moment in moments]
    kinds = [_rewritten(connection, made)] + ["IMPORT"] * (len(moments) - 1)
    return [_restatement(figure, steps, kinds, moments) for figure in moved]


def changes(connection: store.Connection, quarter: Quarter) -> pd.DataFrame:
    """Every row added, corrected or withdrawn since the quarter was closed, with its batch."""
    made = closed(connection, quarter)
    moment = made.closed_at if made else datetime.max
    return connection.query(
        "from changes_since($moment::timestamp) order by changed_at, kind, key", {"moment": moment}
    )


def _moments(connection: store.Connection, made: Closed) -> list[datetime]:
    rows = connection.rows(
        "select distinct changed_at from changes_since(?::timestamp) order by 1", [made.closed_at]
    )
    return [made.closed_at, *(row[0] for row in rows)]


def _rewritten(connection: store.Connection, made: Closed) -> str:
    other = {
        "DEFINITION": made.definitions != definitions_hash(),
        "STRUCTURE": made.reference_hash != content(connection, REFERENCE),
    }
    return "_AND_".join(kind for kind, differs in other.items() if differs) or "DEFINITION"


def _restatement(
    figure: Figure, steps: list[Values], kinds: list[str], moments: list[datetime]
) -> Restatement:
    values = [step.get(figure) for step in steps]
    causes = [
        Cause(kind, moment if kind == "IMPORT" else None, before, after)
        for (before, after), kind, moment in zip(pairwise(values), kinds, moments, strict=True)
        if before != after
    ]
    return Restatement(figure, values[0], values[-1], tuple(causes))


def _difference(old: str | None, new: str | None) -> float | None:
    try:
        return float(new or 0) - float(old or 0)
    except ValueError:
        return None
