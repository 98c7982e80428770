"""Writes the rows that were found good into the register, with their history, in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.known import Queried
from bondgenoten.intake.report import FileReport
from bondgenoten.store import Draft


@dataclass(frozen=True)
class Batch:
    """One import as the register remembers it."""

    number: int
    recorded_at: datetime
    source: str
    as_of: date


def next_batch(
    connection: Queried, source: str, as_of: date, recorded_at: datetime | None
) -> Batch:
    """The number after the last. Without a time given it is now, never before the last batch."""
    number, latest = connection.rows(
        "select coalesce(max(batch), 0) + 1, max(recorded_at) from register.batches"
    )[0]
    if recorded_at is None:
        now = datetime.now(UTC).replace(tzinfo=None)
        recorded_at = max(now, latest) if latest else now
    return Batch(number, recorded_at, source, as_of)


def save(draft: Draft, batch: Batch, files: Iterable[FileReport]) -> None:
    """One transaction: corrected rows are closed, new and corrected ones added, the batch noted."""
    with draft.transaction():
        draft.execute(
            "insert into register.batches values (?, ?, ?, ?, null, null)",
            [batch.number, batch.recorded_at, batch.source, batch.as_of],
        )
        for file in files:
            draft.execute(
                f"insert into register.batch_files values ({', '.join('?' * 10)})",
                _noted(batch, file),
            )
        for kind in KINDS.values():
            _close(draft, kind, batch)
            _add(draft, kind, batch)


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
