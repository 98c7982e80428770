"""Writes the rows that were found good into the register, with their history, in one transaction."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from bondgenoten import store
from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.known import Queried
from bondgenoten.intake.report import Declaration, FileReport, Report
from bondgenoten.store import Draft


class Effect(NamedTuple):
    """One thing that a batch did to what the register says; codes as in sql/tables.sql."""

    effect: str
    before: str
    after: str
    number: int


Effects = Callable[[store.Connection, store.Connection, date], list[Effect]]


@dataclass(frozen=True)
class Batch:
    """One import as the register remembers it."""

    number: int
    recorded_at: datetime
    source: str
    as_of: date
    actor: str | None = None
    undoes: int | None = None


def next_batch(
    connection: Queried,
    source: str,
    as_of: date,
    recorded_at: datetime | None,
    actor: str | None = None,
    undoes: int | None = None,
) -> Batch:
    """The number after the last. Its moment is now unless given, and always later than that of the
    batch before it: batches are told apart by it."""
    number, earliest = connection.rows(
        "select coalesce(max(batch), 0) + 1, greatest(max(recorded_at), "
        "max(recorded_at) filter (batch > 0) + interval 1 microsecond) from register.batches"
    )[0]
    moment = recorded_at or datetime.now(UTC).replace(tzinfo=None)
    return Batch(
        number, max(moment, earliest) if earliest else moment, source, as_of, actor, undoes
    )


def save(draft: Draft, batch: Batch, report: Report) -> None:
    """One transaction: corrected rows are closed, new and corrected ones added, the batch noted."""
    with draft.transaction():
        note(draft, batch)
        _insert(draft, "batch_files", (_noted(batch, file) for file in report.files))
        _insert(draft, "declarations", (_said(batch, d) for d in report.declarations))
        for kind in KINDS.values():
            _close(draft, kind, batch)
            _add(draft, kind, batch)


def note(draft: Draft, batch: Batch) -> None:
    """The batch itself."""
    _insert(draft, "batches", [list(vars(batch).values())])


def save_effects(draft: Draft, database: Path, effects: Effects | None, as_of: date) -> None:
    """What the draft's last batch did to the register that still stands, kept with it; nothing where
    nobody asks."""
    if effects is None:
        return
    with store.reading(database) as before:
        found = effects(before, draft, as_of)
    number = draft.rows("select max(batch) from register.batches")[0][0]
    with draft.transaction():
        _insert(draft, "batch_effects", ([number, *effect] for effect in found))


def _insert(draft: Draft, table: str, rows: Iterable[list[Any]]) -> None:
    for row in rows:
        draft.execute(f"insert into register.{table} values ({', '.join('?' * len(row))})", row)


def _said(batch: Batch, declared: Declaration) -> list[Any]:
    return [
        batch.number, declared.file_name, declared.sheet, declared.cell, declared.personal,
        declared.digest, declared.reason,
    ]  # fmt: skip


def _noted(batch: Batch, file: FileReport) -> list[Any]:
    return [
        batch.number, file.name, file.sha256, file.read, file.new, file.corrected, file.unchanged,
        file.duplicate, file.held_back, file.rejected,
    ]  # fmt: skip


def _close(draft: Draft, kind: Kind, batch: Batch) -> None:
    same = " and ".join(f"r.{c} = j.{c}" for c in kind.key)
    draft.execute(
        f"update register.{kind.name} r set superseded_at = ? from judged_{kind.name} j "
        f"where j.state = 'corrected' and r.superseded_at is null and {same}",
        [batch.recorded_at],
    )


def _add(draft: Draft, kind: Kind, batch: Batch) -> None:
    names = ", ".join(kind.names)
    draft.execute(
        f"insert into register.{kind.name} ({names}, recorded_at, superseded_at, batch) "
        f"select {names}, ?, null, ? from judged_{kind.name} "
        "where state in ('new', 'corrected') order by source, row",
        [batch.recorded_at, batch.number],
    )
