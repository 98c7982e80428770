"""Closing a quarter: its figures become rows that nothing changes, with the hashes that prove it.

Frozen are all figures its review shows: its own, and those of the quarters beside it and in the line.
"""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from bondgenoten import definitions, store
from bondgenoten.periods import BEGAN, Quarter
from bondgenoten.reviews.figures import BY_LEVEL, Count, Figure, Values, shown
from bondgenoten.store.content import content

REFERENCE = ("basisteams", "moves", "municipalities", "areas", "themes", "events", "norm")
HISTORY = ("networks", "meetings", "pauses", "confirmations")

FIRST = Quarter.of(BEGAN)

Periods = dict[Quarter, Values]


class AlreadyClosed(Exception):
    """The quarter was closed before; what was frozen stays."""


class NotOver(Exception):
    """The quarter has not ended on the day of the review, or lies before the method began."""


@dataclass(frozen=True)
class Closed:
    """What is known of a closing: when, on which day, by which definitions, and its hashes."""

    quarter: str
    closed_at: datetime
    as_of: date
    definitions: str
    register_hash: str
    reference_hash: str
    figures_hash: str

    def holds_for(self, other: "Closed") -> bool:
        """Whether a later closing shows these figures too: they stood, and are of the same series."""
        return self.closed_at <= other.closed_at and self.definitions == other.definitions


def close(path: Path, quarter: Quarter, *, as_of: date, closed_at: datetime) -> Closed:
    """Freezes the figures of a quarter as they are known now, in a new version of the register."""
    if not is_reviewable(quarter, as_of):
        raise NotOver(str(quarter))
    with store.writing(path) as draft:
        if closed(draft, quarter):
            raise AlreadyClosed(str(quarter))
        found = _counted(draft, quarter, as_of)
        made = Closed(
            str(quarter), closed_at, as_of, definitions.current(), content(draft, HISTORY),
            content(draft, REFERENCE), figures_hash(quarter, found),
        )  # fmt: skip
        _write(draft, made, found)
    return made


def is_reviewable(quarter: Quarter, as_of: date) -> bool:
    """Whether a quarter has ended, and the method had begun by then."""
    return quarter >= FIRST and quarter.ends_on < as_of


def closed(connection: store.Connection, quarter: Quarter) -> Closed | None:
    """The closing of a quarter, or None where it is open."""
    found = connection.rows("from register.closed_quarters where quarter = ?", [str(quarter)])
    return Closed(*found[0]) if found else None


def frozen(
    connection: store.Connection,
    quarter: Quarter,
    period: Quarter | None = None,
    only: Collection[str] = (),
    of: tuple[str, str] | None = None,
) -> Values:
    """The figures of a closed quarter as they were, in their order; its own, or those it keeps of
    another quarter. Of some metrics, or of all; `of` leaves out other rows of the metrics that count
    by level: its level and key."""
    rows = connection.rows(
        "select metric, key, figure, value from register.closed_figures"
        " where quarter = $quarter and coalesce(period, quarter) = $period"
        " and (metric in $only or $only = [])"
        " and ($of is null or metric not in $by_level or starts_with(key || '|', $of)) order by place",
        {
            "quarter": str(quarter), "period": str(period or quarter), "only": list(only),
            "of": "|".join((*of, "")) if of else None, "by_level": BY_LEVEL,
        },
    )  # fmt: skip
    return {Figure(metric, key, figure): value for metric, key, figure, value in rows}


def kept_by(connection: store.Connection, made: Closed, period: Quarter) -> Closed | None:
    """Whose frozen rows a closed quarter shows of a period: its own, or an earlier closing's.

    None where neither has any: a quarter that was closed before those beside it were kept.
    """
    if str(period) == made.quarter:
        return made
    found = connection.rows(
        "select 1 from register.closed_figures where quarter = ? and period = ? limit 1",
        [made.quarter, str(period)],
    )
    if found:
        return made
    other = closed(connection, period)
    return other if other and other.holds_for(made) else None


def is_untouched(connection: store.Connection, quarter: Quarter) -> bool:
    """Whether the frozen rows are still the ones that were frozen."""
    made = closed(connection, quarter)
    found = {period: frozen(connection, quarter, period) for period in shown(quarter)}
    return made is not None and made.figures_hash == figures_hash(quarter, found)


def reference(connection: store.Connection, quarter: Quarter) -> dict[str, str]:
    """The reference tables a closed quarter was counted with, as text; empty where none were kept."""
    return dict(
        connection.rows(
            "select name, content from register.closed_reference where quarter = ?", [str(quarter)]
        )
    )


def figures_hash(quarter: Quarter, found: Periods) -> str:
    rows = [
        [*figure, value] if period == quarter else [*figure, value, str(period)]
        for period, values in found.items()
        for figure, value in values.items()
    ]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def _counted(draft: store.Draft, quarter: Quarter, as_of: date) -> Periods:
    """The figures of every quarter the review shows, but for those another closing has frozen."""
    count, version = Count(draft, as_of), definitions.current()
    found: Periods = {}
    for period, parts in shown(quarter).items():
        other = closed(draft, period)
        if other is None or other.definitions != version:
            found[period] = count.figures(period, parts)
    return found


def _write(draft: store.Draft, made: Closed, found: Periods) -> None:
    rows = [
        (str(period), figure, value) for period, kept in found.items() for figure, value in kept.items()
    ]  # fmt: skip
    columns = {
        "quarter": [made.quarter] * len(rows),
        "place": list(range(len(rows))),
        "metric": [figure.metric for _, figure, _ in rows],
        "key": [figure.key for _, figure, _ in rows],
        "figure": [figure.figure for _, figure, _ in rows],
        "value": [value for _, _, value in rows],
        "period": [None if period == made.quarter else period for period, _, _ in rows],
    }
    draft.register("frozen", pa.table(columns))
    with draft.transaction():
        names = ", ".join("?" for _ in vars(made))
        draft.execute(
            f"insert into register.closed_quarters values ({names})", list(vars(made).values())
        )
        draft.execute("insert into register.closed_figures by name from frozen")
        for table, kept in (
            ("closed_definitions", definitions.hashes()),
            ("closed_reference", {name: store.written(draft, name) for name in REFERENCE}),
        ):
            for name, told in kept.items():
                draft.execute(
                    f"insert into register.{table} values (?, ?, ?)", [made.quarter, name, told]
                )
