"""Closing a quarter: its figures become rows that nothing changes, with the hashes that prove it."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from bondgenoten import store
from bondgenoten.periods import Quarter
from bondgenoten.reviews.figures import Figure, Values, figures
from bondgenoten.store import opening
from bondgenoten.store.content import content

REFERENCE = ("basisteams", "moves", "municipalities", "areas", "themes", "events", "norm")
HISTORY = ("networks", "meetings", "pauses", "confirmations")


class AlreadyClosed(Exception):
    """The quarter was closed before; what was frozen stays."""


class NotOver(Exception):
    """The quarter has not ended on the day of the review."""


@dataclass(frozen=True)
class Closed:
    """What is known of a closing: when, on which day, and the hashes of that moment."""

    quarter: str
    closed_at: datetime
    as_of: date
    definitions: str
    register_hash: str
    reference_hash: str
    figures_hash: str


def close(path: Path, quarter: Quarter, *, as_of: date, closed_at: datetime) -> Closed:
    """Freezes the figures of a quarter as they are known now, in a new version of the register."""
    if quarter.ends_on >= as_of:
        raise NotOver(str(quarter))
    with store.writing(path) as draft:
        if closed(draft, quarter):
            raise AlreadyClosed(str(quarter))
        found = figures(draft, quarter, as_of)
        made = Closed(
            str(quarter), closed_at, as_of, definitions_hash(), content(draft, HISTORY),
            content(draft, REFERENCE), figures_hash(found),
        )  # fmt: skip
        _write(draft, made, found)
    return made


def closed(connection: store.Connection, quarter: Quarter) -> Closed | None:
    """The closing of a quarter, or None where it is open."""
    found = connection.rows("from register.closed_quarters where quarter = ?", [str(quarter)])
    return Closed(*found[0]) if found else None


def frozen(connection: store.Connection, quarter: Quarter, only: Collection[str] = ()) -> Values:
    """The figures of a closed quarter as they were, in their order; of some metrics, or of all."""
    rows = connection.rows(
        "select metric, key, figure, value from register.closed_figures"
        " where quarter = $quarter and (metric in $only or $only = []) order by place",
        {"quarter": str(quarter), "only": list(only)},
    )
    return {Figure(metric, key, figure): value for metric, key, figure, value in rows}


def is_untouched(connection: store.Connection, quarter: Quarter) -> bool:
    """Whether the frozen rows are still the ones that were frozen."""
    made = closed(connection, quarter)
    return made is not None and made.figures_hash == figures_hash(frozen(connection, quarter))


def definitions() -> dict[str, str]:
    """The SHA-256 of each definition in sql/, by name."""
    return {
        file.stem: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(opening.SQL.glob("*/*.sql"))
    }


def definitions_hash() -> str:
    return _sha256(sorted(definitions().items()))


def figures_hash(found: Values) -> str:
    return _sha256([[*figure, value] for figure, value in found.items()])


def _sha256(content: object) -> str:
    return hashlib.sha256(json.dumps(content, default=str).encode()).hexdigest()


def _write(draft: store.Draft, made: Closed, found: Values) -> None:
    columns = {
        "quarter": [made.quarter] * len(found),
        "place": list(range(len(found))),
        "metric": [figure.metric for figure in found],
        "key": [figure.key for figure in found],
        "figure": [figure.figure for figure in found],
        "value": list(found.values()),
    }
    draft.register("frozen", pa.table(columns))
    with draft.transaction():
        draft.execute(
            "insert into register.closed_quarters values (?, ?, ?, ?, ?, ?, ?)",
            list(made.__dict__.values()),
        )
        draft.execute("insert into register.closed_figures by name from frozen")
        for name, sha256 in definitions().items():
            draft.execute(
                "insert into register.closed_definitions values (?, ?, ?)",
                [made.quarter, name, sha256],
            )
