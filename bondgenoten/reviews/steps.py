"""The steps from a closing to now: other definitions, another structure, and each import since.

Figures are counted after each; restating.py lays them side by side.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from bondgenoten import definitions, store
from bondgenoten.periods import Quarter
from bondgenoten.reviews.closing import REFERENCE, Closed, reference
from bondgenoten.reviews.figures import Count
from bondgenoten.store.content import content

# Which rows can move a figure that is asked on a day of the year that ends on $until.
MATTERS = {
    "networks": "started_on <= $until",
    "meetings": "date <= $until",
    "pauses": "paused_from <= $until",
    "confirmations": "confirmed_on <= $until",
}


@dataclass(frozen=True)
class Step:
    """DEFINITION, STRUCTURE, both where they cannot be told apart, or rows of one import that were
    ADDED, CORRECTED or WITHDRAWN: its batches and their files."""

    kind: str
    recorded_at: datetime | None = None
    batches: tuple[int, ...] = ()
    files: tuple[str, ...] = ()
    rows: int = 0


def rewritten(connection: store.Connection, made: Closed) -> list[str]:
    """Which of the definitions and the structure are others than those of the closing."""
    kept = connection.rows(
        "select name, sha256 from register.closed_definitions where quarter = ?", [made.quarter]
    )
    differs = {
        "DEFINITION": (made.definitions, dict(kept)) != (definitions.current(), definitions.hashes()),
        "STRUCTURE": made.reference_hash != content(connection, REFERENCE),
    }  # fmt: skip
    return [kind for kind, is_other in differs.items() if is_other]


def counts(
    connection: store.Connection, made: Closed, kinds: list[str], now: Count
) -> Iterator[tuple[Step, Count]]:
    """Each step since the closing, and the figures as they are counted after it."""
    then = reference(connection, Quarter.parse(made.quarter))
    if len(kinds) == 2 and then:
        with store.supposing(connection, reference=then) as structure_of_then:
            yield Step("DEFINITION"), Count(structure_of_then, made.as_of, made.closed_at)
        kinds = ["STRUCTURE"]
    if kinds:
        yield Step("_AND_".join(kinds)), Count(connection, made.as_of, made.closed_at)
    with _taken_apart(connection, made.closed_at) as apart:
        found = changes(apart, made.closed_at)
        moments = [(m, found[found["changed_at"] == m]) for m in found["changed_at"].unique()]
        touching = _touching(apart, made)
        for number, (moment, rows) in enumerate(moments, start=1):
            at = pd.Timestamp(moment).to_pydatetime()
            if number == len(moments):
                yield _step(rows), now
            elif at in touching:
                yield _step(rows), Count(apart, made.as_of, at)


def _touching(connection: store.Connection, made: Closed) -> set[datetime]:
    """The moments at which a row changed that can move a figure of a review; the deliveries of later
    years are not counted anew."""
    until = date(made.as_of.year, 12, 31)
    asked = " union ".join(
        f"select {moment} from register.{kind} where {matters}"
        for kind, matters in MATTERS.items()
        for moment in ("recorded_at", "superseded_at")
    )
    return {moment for (moment,) in connection.rows(asked, {"until": until})}


@contextmanager
def _taken_apart(connection: store.Connection, since: datetime) -> Iterator[store.Connection]:
    """The register with one kind of change a moment; itself where it is so already."""
    kinds = connection.rows(
        "select 1 from changes_since(?::timestamp) group by changed_at"
        " having count(distinct change) > 1 limit 1",
        [since],
    )
    with (
        store.supposing(connection, apart_since=since) if kinds else nullcontext(connection)
    ) as found:
        yield found


def changes(connection: store.Connection, since: datetime) -> pd.DataFrame:
    """Every row added, corrected or withdrawn since a moment, with the batch that did it, when, and
    its files."""
    return connection.query(
        "select changes.* replace (batch.batch as batch), batch.recorded_at, files"
        " from changes_since($moment::timestamp) as changes"
        " left join register.batches as batch"
        "   on batch.recorded_at between changed_at - to_microseconds(2) and changed_at"
        " left join (select batch, list(file_name order by file_name) as files"
        "   from register.batch_files group by batch) as file on file.batch = batch.batch"
        " order by changed_at, kind, key",
        {"moment": since},
    )


def _step(rows: pd.DataFrame) -> Step:
    """One step from the rows that changed at one moment, all in the same way."""
    first = rows.iloc[0]
    known = [n for n in rows["batch"].unique() if not pd.isna(n)]
    files = [name for found in rows["files"] if isinstance(found, list) for name in found]
    at = first["changed_at"] if pd.isna(first["recorded_at"]) else first["recorded_at"]
    return Step(
        first["change"], at.to_pydatetime(), tuple(sorted(map(int, known))),
        tuple(sorted(set(files))), len(rows),
    )  # fmt: skip
