"""The import door: files in, a report out, and a new version of the register when all is well."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bondgenoten import store, versions
from bondgenoten.intake import checking, saving
from bondgenoten.intake.gathering import Gathering
from bondgenoten.intake.report import Report

_NAME = "register.duckdb"  # of a register that is still being made
Progress = Callable[[str, float], None]


class DemoRegister(Exception):
    """Demo data and real data never mix: an import of one kind into a register of the other."""


@dataclass(frozen=True)
class _Order:
    """What was asked of one import."""

    files: tuple[Path, ...]
    as_of: date
    accept_valid: bool
    source: str
    recorded_at: datetime | None
    progress: Progress

    @property
    def kind(self) -> str:
        return "demo" if self.source == "demo" else "real"


def import_files(
    database: Path,
    files: Sequence[Path],
    *,
    as_of: date,
    dry_run: bool = False,
    accept_valid: bool = False,
    source: str = "import",
    recorded_at: datetime | None = None,
    progress: Progress | None = None,
) -> Report:
    """Checks the files as one upload and, unless it is a dry run, saves them: all or nothing, or with
    `accept_valid` every row that is good. Makes the register when there is none.

    Raises DemoRegister, and store.Busy, store.Damaged. `progress` gets `read`, `check` or `save` and a
    fraction from 0 to 1. `recorded_at` is in UTC, without a zone.
    """
    order = _Order(tuple(Path(file) for file in files), as_of, accept_valid, source, recorded_at,
                   progress or (lambda phase, fraction: None))  # fmt: skip
    if dry_run:
        return _dry_run(database, order)
    if not database.exists():
        return _first(database, order)
    return _import(database, order)


def _dry_run(database: Path, order: _Order) -> Report:
    if database.exists():
        with store.reading(database) as connection:
            return _checked(connection, order)
    with tempfile.TemporaryDirectory() as folder:
        path = _empty(Path(folder), order)
        with store.reading(path) as connection:
            return _checked(connection, order)


def _first(database: Path, order: _Order) -> Report:
    """Builds the register beside its place and puts it there whole, so a refusal leaves nothing."""
    with versions.lock(database):
        if not database.exists():
            place = database.with_name(f".{database.name}.first")
            shutil.rmtree(place, ignore_errors=True)  # what a crash left
            try:
                report = _import(_empty(place, order), order)
                if report.written:
                    (place / _NAME).replace(database)
            finally:
                shutil.rmtree(place, ignore_errors=True)
            return report
    return _import(database, order)  # someone else was first


def _import(database: Path, order: _Order) -> Report:
    with store.writing(database) as draft:
        report = _checked(draft, order)
        if not report.refused and report.changes:
            batch = saving.next_batch(draft, order.source, order.as_of, order.recorded_at)
            order.progress("save", 0.0)
            saving.save(draft, batch, report.files)
            report.written = True
    if report.written:
        order.progress("save", 1.0)
    return report


def _empty(folder: Path, order: _Order) -> Path:
    """A new register without rows, in a folder of its own."""
    recorded_at = order.recorded_at or datetime.now(UTC).replace(tzinfo=None)
    store.create(folder / _NAME, kind=order.kind, as_of=order.as_of, recorded_at=recorded_at)
    return folder / _NAME


def _checked(connection: store.Connection, order: _Order) -> Report:
    """Everything but saving: the report of what would happen."""
    if store.about(connection)["kind"] != order.kind:
        raise DemoRegister(order.kind)
    gathering = Gathering(
        connection, order.files, order.as_of, lambda done: order.progress("read", done)
    )
    gathering.read()
    checking.check(
        connection, order.as_of, gathering.absent(), lambda done: order.progress("check", done),
        is_nameless=gathering.is_nameless,
    )  # fmt: skip
    return gathering.report(order.accept_valid)
