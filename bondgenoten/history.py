"""What happened to the register: its batches, the versions of a row, and what waits for a word.

Reads only. Frames in a stated order; codes, never words.
"""

from datetime import date, datetime
from typing import Any

import pandas as pd

from bondgenoten import store
from bondgenoten.contract import KINDS
from bondgenoten.intake.undoing import UNDOABLE

MOST_NAMED = 3  # rows of a batch that are named; of more there is only a count


def batches(connection: store.Connection) -> pd.DataFrame:
    """Every batch, the newest first: batch, recorded_at, source, as_of, actor, undoes, undone_by,
    may_be_undone, file_names, hashes, rows_read to rows_rejected, rows_brought_back and
    rows_taken_back (by undoing), effects, touched, declared.

    `effects` is a list of {effect, before, after, number}; `touched` of {kind, about, date}, empty
    where the rows are more than a few; `declared` of {reason, number, file_name, sheet, cell}, the
    place being that of the first cell. `may_be_undone` says that nobody has done
    it yet; `undo` itself may still refuse it for what came later.
    """
    return connection.query(
        "select *, list_contains($undoable::varchar[], source) and undone_by is null"
        " as may_be_undone from batch_history($most) order by batch desc",
        {"undoable": list(UNDOABLE), "most": MOST_NAMED},
    )


def last(connection: store.Connection) -> pd.DataFrame:
    """The newest batch, as one row or none: batch, recorded_at, source, actor, undoes, file_names and
    `touched` as above."""
    return connection.query(
        "select batch, recorded_at, source, actor, undoes,"
        " list(file_name order by file_name) filter (file_name is not null) as file_names,"
        " coalesce(touched, []) as touched"
        " from register.batches left join register.batch_files using (batch)"
        " left join rows_touched($most) using (batch)"
        " where batch = (select max(batch) from register.batches) and batch > 0 group by all",
        {"most": MOST_NAMED},
    )


def row_versions(connection: store.Connection, kind: str, key: tuple[Any, ...]) -> pd.DataFrame:
    """Every version of one row, the newest first: its columns, then recorded_at, superseded_at,
    batch, source, actor and the batch that closed it. `key` in the order of the contract."""
    table = KINDS[kind]
    same = " and ".join(f"row.{column} = ?" for column in table.key)
    names = ", ".join(f"row.{column}" for column in table.names)
    return connection.query(
        f"select {names}, row.recorded_at, row.superseded_at, row.batch, brought.source,"
        " brought.actor, closed.batch as closed_by"
        f" from register.{kind} as row"
        " left join register.batches as brought on brought.batch = row.batch"
        " left join register.batches as closed on closed.recorded_at = row.superseded_at"
        f" and closed.batch > 0 where {same} order by row.recorded_at desc",
        list(key),
    )


def past_planned(
    connection: store.Connection,
    as_of: date,
    *,
    district: str | None = None,
    basisteam: str | None = None,
    known_at: datetime | None = None,
) -> pd.DataFrame:
    """Planned meetings of before the as-of date that nobody confirmed, the oldest first within a team:
    network_id, name, basisteam, district, date, kind, themes, days_ago, basisteam_name."""
    return connection.query(
        "select * exclude (place) from past_planned($as_of::date, $known_at::timestamp)"
        " where ($district is null or district = $district)"
        " and ($basisteam is null or basisteam = $basisteam)"
        " order by place nulls last, basisteam, date, network_id",
        {"as_of": as_of, "district": district, "basisteam": basisteam,
         "known_at": known_at or "infinity"},
    )  # fmt: skip
