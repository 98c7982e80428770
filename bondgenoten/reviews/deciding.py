"""Decisions of a review: what, who by function, before when, and whether it is done. A small list."""

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
    text = " ".join(decision.split())
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
    with store.writing(path) as draft:
        found = draft.rows(
            "select decision_id, quarter, decision, actor, due_on from register.decisions"
            " where decision_id = ? and superseded_at is null and done_on is null",
            [decision_id],
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


def decisions(connection: store.Connection, quarter: Quarter | None = None) -> pd.DataFrame:
    """The decisions of a quarter, or all that are still open from earlier ones where none is given."""
    return connection.query(
        "select decision_id, quarter, decision, actor, due_on, done_on from register.decisions"
        " where superseded_at is null and (quarter = $quarter or ($quarter is null and done_on is null))"
        " order by quarter, decision_id",
        {"quarter": str(quarter) if quarter else None},
    )


def _insert(draft: store.Draft, values: list[object], recorded_at: datetime) -> None:
    batch = draft.rows("select coalesce(max(batch), 0) from register.batches")[0][0]
    draft.execute(
        "insert into register.decisions values (?, ?, ?, ?, ?, ?, ?, null, ?)",
        [*values, recorded_at, batch],
    )
