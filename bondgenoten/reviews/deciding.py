"""Decisions of a review: what, who by function, before when, and whether it is done. A small list."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import pandas as pd

from bondgenoten import store
from bondgenoten.periods import Quarter

# Who can act: functions, so that no name can be kept. Words: `actor.<code>`.
ACTORS = (
    "unit_chief", "district_chief", "basisteam_chief", "programme_lead", "analyst",
    "secretary", "municipality",
)  # fmt: skip
LONGEST = 300


def decide(
    path: Path, quarter: Quarter, decision: str, actor: str, due_on: date, recorded_at: datetime
) -> int:
    """Adds a decision and gives its number; ValueError for an empty text or an unknown function."""
    text = one_line(decision)
    if not text or len(text) > LONGEST or actor not in ACTORS:
        raise ValueError(decision)
    with store.writing(path) as draft:
        number = int(
            draft.rows("select coalesce(max(decision_id), 0) + 1 from register.decisions")[0][0]
        )
        with draft.transaction():
            _insert(draft, [number, str(quarter), text, actor, due_on, None], recorded_at)
    return number


def finish(path: Path, decision_id: int, done_on: date, recorded_at: datetime) -> None:
    """Marks a decision as done; KeyError where there is no open one of this number."""
    _supersede(path, decision_id, done_on, recorded_at)


def reopen(path: Path, decision_id: int, recorded_at: datetime) -> None:
    """Takes back that a decision is done; KeyError where there is no done one of this number."""
    _supersede(path, decision_id, None, recorded_at)


def one_line(decision: str) -> str:
    """A decision as it is kept: without breaks and double spaces."""
    return " ".join(decision.split())


def decisions(
    connection: store.Connection, quarter: Quarter | None = None, *, also: Iterable[int] = ()
) -> pd.DataFrame:
    """The decisions of a quarter; where none is given all that are open, and `also` these, done or not."""
    return connection.query(
        "select decision_id, quarter, decision, actor, due_on, done_on from register.decisions"
        " where superseded_at is null and (quarter = $quarter or ($quarter is null"
        " and (done_on is null or list_contains($also::integer[], decision_id))))"
        " order by quarter, decision_id",
        {"quarter": str(quarter) if quarter else None, "also": list(also)},
    )


def _supersede(path: Path, decision_id: int, done_on: date | None, recorded_at: datetime) -> None:
    """The row as it was stays, superseded; a new one says when it was done, or that it is open."""
    with store.writing(path) as draft:
        found = draft.rows(
            "select decision_id, quarter, decision, actor, due_on from register.decisions"
            " where decision_id = ? and superseded_at is null and (done_on is null) = ?",
            [decision_id, done_on is not None],
        )
        if not found:
            raise KeyError(decision_id)
        with draft.transaction():
            draft.execute(
                "update register.decisions set superseded_at = ?"
                " where decision_id = ? and superseded_at is null",
                [recorded_at, decision_id],
            )
            _insert(draft, [*found[0], done_on], recorded_at)


def _insert(draft: store.Draft, values: list[object], recorded_at: datetime) -> None:
    batch = draft.rows("select coalesce(max(batch), 0) from register.batches")[0][0]
    draft.execute(
        "insert into register.decisions values (?, ?, ?, ?, ?, ?, ?, null, ?)",
        [*values, recorded_at, batch],
    )
