"""What has moved since a quarter was closed: the old figure, the new one, and the cause of each step.

The steps are taken one by one, first to today's definitions, then to today's structure, then import by
import (added rows, corrected, withdrawn), so that the differences of the causes always add up to the
difference of the figure.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd

from bondgenoten import store
from bondgenoten.periods import Quarter
from bondgenoten.reviews import steps
from bondgenoten.reviews.closing import Closed, closed, frozen, kept_by
from bondgenoten.reviews.figures import Count, Figure, Part, Values, shown
from bondgenoten.reviews.steps import Step, counts, rewritten


@dataclass(frozen=True)
class Cause:
    """A step that moved one figure, from old to new."""

    step: Step
    old: str | None
    new: str | None

    @property
    def difference(self) -> float | None:
        return _difference(self.old, self.new)


@dataclass(frozen=True)
class Restatement:
    """A figure of a closed quarter that reads differently now; `period` is the quarter it is of."""

    period: Quarter
    figure: Figure
    old: str | None
    new: str | None
    causes: tuple[Cause, ...]

    @property
    def difference(self) -> float | None:
        """New minus old; None for what is no number. What has no value counts as 0."""
        return _difference(self.old, self.new)


def restatements(connection: store.Connection, quarter: Quarter) -> list[Restatement]:
    """Every figure a closed quarter's review shows that has moved: its own first, then those of the
    quarters beside it, in the order of the review."""
    made = closed(connection, quarter)
    if made is None:
        return []
    found: list[Restatement] = []
    for keeper, periods in _keepers(connection, made).items():
        found += _moved(connection, keeper, periods)
    order = list(shown(quarter))
    return sorted(found, key=lambda one: order.index(one.period))


def changes(connection: store.Connection, quarter: Quarter) -> pd.DataFrame:
    """Every row added, corrected or withdrawn since the quarter was closed, with the batch that did
    it, when, and its files."""
    made = closed(connection, quarter)
    return steps.changes(connection, made.closed_at if made else datetime.max)


def _keepers(
    connection: store.Connection, made: Closed
) -> dict[Closed, dict[Quarter, tuple[Part, ...]]]:
    """The periods of a review by the closing whose frozen rows it shows."""
    found: dict[Closed, dict[Quarter, tuple[Part, ...]]] = {}
    for period, parts in shown(Quarter.parse(made.quarter)).items():
        keeper = kept_by(connection, made, period)
        if keeper:
            found.setdefault(keeper, {})[period] = parts
    return found


def _moved(
    connection: store.Connection, made: Closed, periods: dict[Quarter, tuple[Part, ...]]
) -> list[Restatement]:
    """The figures of some periods that moved since the closing that froze them."""
    kinds = rewritten(connection, made)
    if not kinds and steps.changes(connection, made.closed_at).empty:
        return []
    now, quarter = Count(connection, made.as_of), Quarter.parse(made.quarter)
    values: dict[Quarter, list[Values]] = {}
    moved: dict[Quarter, list[Figure]] = {}
    for period, parts in periods.items():
        old = frozen(connection, quarter, period, [part.metric for part in parts])
        new = now.figures(period, parts)
        if differs := [f for f in {**old, **new} if _is_other(old.get(f), new.get(f))]:
            values[period], moved[period] = [old], differs
    taken: list[Step] = []
    for step, count in counts(connection, made, kinds, now) if moved else ():
        taken.append(step)
        for period, differs in moved.items():
            metrics = {figure.metric for figure in differs}
            again = [part for part in periods[period] if part.metric in metrics]
            values[period].append(count.figures(period, again))
    return [
        _restatement(period, figure, values[period], taken)
        for period, differs in moved.items()
        for figure in differs
    ]


def _restatement(
    period: Quarter, figure: Figure, values: list[Values], taken: list[Step]
) -> Restatement:
    found = [one.get(figure) for one in values]
    causes = [
        Cause(step, before, after)
        for (before, after), step in zip(pairwise(found), taken, strict=True)
        if _is_other(before, after)
    ]
    return Restatement(period, figure, found[0], found[-1], tuple(causes))


def _is_other(old: str | None, new: str | None) -> bool:
    """Whether a figure reads differently; a new row that counts 0 says what no row did."""
    return (old if old != "0" else None) != (new if new != "0" else None)


def _difference(old: str | None, new: str | None) -> float | None:
    try:
        return float(new or 0) - float(old or 0)
    except ValueError:
        return None
