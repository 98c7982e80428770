"""What happened to the register: its batches, the versions of a row, and what waits for a word.

Reads only. Frames and rows in a stated order; codes, never words.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd

from bondgenoten import store
from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.undoing import UNDOABLE

Key = tuple[Any, ...]  # of a row, in the order of the contract
MOST_NAMED = 3  # rows of a batch that are named; of more there is only a count
# A version that ends without another in its place was withdrawn by the batch of that moment.
_STATES = """
with versions as (
    select {names}, recorded_at, superseded_at, batch,
        lead(recorded_at) over (order by recorded_at) as later
    from register.{kind} where {same}
),
closing as (select batch, recorded_at as superseded_at from register.batches where batch > 0),
states as (
    select * exclude (later), false as is_withdrawn from versions
    union all
    select {names}, superseded_at, later, closing.batch, true
    from versions left join closing using (superseded_at)
    where superseded_at is not null and later is distinct from superseded_at
)
select states.*, source, undoes, actor, closing.batch as closed_by
from states
left join register.batches as brought on brought.batch = states.batch
left join closing on closing.superseded_at = states.superseded_at
order by states.recorded_at desc, is_withdrawn desc
"""


# The values of a row before the newest batch and after it, key first.
_PAIRS = """
from register.{kind} was join register.{kind} now using ({key})
where now.batch = (select max(batch) from register.batches) and was.superseded_at = now.recorded_at
"""


class Corrected(NamedTuple):
    """A row with a value that was corrected: what it is about and its date (a network has none), the
    column, and what stood and stands there."""

    kind: str
    about: str
    date: date | None
    column: str
    was: Any
    now: Any


class Corrections(NamedTuple):
    """The values of some corrected rows, row by row, and how many rows there are in all."""

    rows: list[list[Corrected]]
    total: int


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


def row_keys(
    connection: store.Connection, network_id: str | None, basisteam: str | None
) -> list[tuple[str, Key]]:
    """The kind and the key of every row that a network ever had, itself first, and of every
    confirmation of a basisteam: also of those that were withdrawn. The newest first of a kind.
    Without a network those of the basisteam that are no longer in the register."""
    gone = connection.rows(
        "select network_id from register.networks group by network_id"
        " having count(superseded_at) = count(*) and arg_max(basisteam, recorded_at) = ?"
        " order by network_id",
        [basisteam],
    )
    found: list[tuple[str, Key]] = [("networks", key) for key in gone if network_id is None]
    for kind, table in KINDS.items():
        of = {"network_id": network_id, "basisteam": basisteam}[table.key[0]]
        keys = connection.rows(
            f"select distinct {', '.join(table.key)} from register.{kind} where {table.key[0]} = ?"
            f" order by {', '.join(f'{column} desc' for column in table.key)}",
            [of],
        )
        found += [(kind, key) for key in keys]
    return found


def row_versions(connection: store.Connection, kind: str, key: Key) -> pd.DataFrame:
    """Every state of one row, the newest first: its columns, then recorded_at, superseded_at,
    is_withdrawn (from then it was not in the register, after the values that it had), batch, source,
    undoes and actor of what brought that state, and the batch that ended it."""
    table = KINDS[kind]
    same = " and ".join(f"{column} = ?" for column in table.key)
    names = ", ".join(table.names)
    return connection.query(_STATES.format(kind=kind, names=names, same=same), list(key))


def corrections(connection: store.Connection, most: int) -> Corrections:
    """What the newest batch corrected, by kind and key: no more than `most` rows."""
    rows: list[list[Corrected]] = []
    total = 0
    for kind in KINDS.values():
        if rest := [name for name in kind.names if name not in kind.key]:
            pairs = _PAIRS.format(kind=kind.name, key=", ".join(kind.key))
            total += connection.rows(f"select count(*) {pairs}")[0][0]
            sides = [f"{side}.{name}" for side in ("was", "now") for name in rest]
            found = connection.rows(
                f"select {', '.join([*kind.key, *sides])} {pairs}"
                f" order by {', '.join(kind.key)} limit {most - len(rows)}"
            )
            rows += [list(_corrected(kind, rest, row)) for row in found]
    return Corrections(rows, total)


def _corrected(kind: Kind, rest: list[str], row: Key) -> Iterator[Corrected]:
    about, *days = row[: len(kind.key)]
    was, now = row[len(kind.key) : -len(rest)], row[-len(rest) :]
    for column, before, after in zip(rest, was, now, strict=True):
        if before != after:
            yield Corrected(kind.name, about, days[0] if days else None, column, before, after)


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
