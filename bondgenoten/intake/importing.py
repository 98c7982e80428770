"""The import door: files in, a report out, and a new version of the register when all is well."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Unpack

from bondgenoten import scratch, store, versions
from bondgenoten.intake import checking, lacking, proving, saving
from bondgenoten.intake.gathering import Gathering
from bondgenoten.intake.order import Options, Order, Upload, uploads
from bondgenoten.intake.rehearsing import NAME, drafted, drafting
from bondgenoten.intake.report import Report
from bondgenoten.intake.saving import Effects


class DemoRegister(Exception):
    """Demo data and real data never mix: an import of one kind into a register of the other."""


class Changed(Exception):
    """What would be saved is no longer what the dry run showed."""


@dataclass(frozen=True)
class Rehearsal:
    """An import as it would be: `after` is a draft in which it was saved, None where nothing is."""

    report: Report
    before: store.Connection
    after: store.Connection | None


def import_files(
    database: Path,
    files: Sequence[Path | Upload],
    *,
    dry_run: bool = False,
    proof: str | None = None,
    effects: Effects | None = None,
    **options: Unpack[Options],
) -> Report:
    """Checks the files as one upload and, unless it is a dry run, saves them: all or nothing, or with
    `accept_valid` every row that is good. Makes the register when there is none.

    With the `proof` of a dry run's report only what that run showed is saved. What `effects` says of
    the register before and after is kept with the batch.
    Raises DemoRegister, Changed, and store.Busy, store.Damaged.
    """
    order = Order(uploads(files), **options)
    if dry_run:
        return _dry_run(database, order)
    if not database.exists():
        return _first(database, order, proof, effects)
    return _import(database, order, proof, effects)


@contextmanager
def rehearse(
    database: Path, files: Sequence[Path | Upload], **options: Unpack[Options]
) -> Iterator[Rehearsal]:
    """The same import in a private copy of the register, thrown away at the end; no writer waits."""
    order = Order(uploads(files), **options)
    with _drafting(database, order) as (before, draft):
        report = _checked(draft, order)
        is_saved = _save(draft, order, report, "effect")
        yield Rehearsal(report, before, draft if is_saved else None)


@contextmanager
def _drafting(database: Path, order: Order) -> Iterator[tuple[store.Connection, store.Draft]]:
    if database.exists():
        with drafting(database) as both:
            yield both
        return
    with scratch.folder() as folder, drafted(_empty(folder, order)) as both:
        yield both


def _dry_run(database: Path, order: Order) -> Report:
    if database.exists():
        with store.reading(database) as connection:
            return _checked(connection, order)
    with scratch.folder() as folder:
        path = _empty(folder, order)
        with store.reading(path) as connection:
            return _checked(connection, order)


def _first(database: Path, order: Order, proof: str | None, effects: Effects | None) -> Report:
    """Builds the register beside its place and puts it there whole, so a refusal leaves nothing."""
    with versions.lock(database):
        if not database.exists():
            place = database.with_name(f".{database.name}.first")
            shutil.rmtree(place, ignore_errors=True)  # what a crash left
            try:
                report = _import(_empty(place, order), order, proof, effects)
                if report.written:
                    (place / NAME).replace(database)
            finally:
                shutil.rmtree(place, ignore_errors=True)
            return report
    return _import(database, order, proof, effects)  # someone else was first


def _import(database: Path, order: Order, proof: str | None, effects: Effects | None) -> Report:
    with store.writing(database) as draft:
        report = _checked(draft, order)
        if proof is not None and report.proof != proof:
            raise Changed(str(database))
        if _save(draft, order, report):
            order.told("save")(0.4)
            saving.save_effects(draft, database, effects, order.as_of)
            order.told("save")(0.8)
            report.written = True
    if report.written:
        order.told("save")(1.0)
    return report


def _save(draft: store.Draft, order: Order, report: Report, phase: str = "save") -> bool:
    if report.refused or not report.changes:
        return False
    order.told(phase)(0.0)
    batch = saving.next_batch(draft, order.source, order.as_of, order.recorded_at, order.actor)
    saving.save(draft, batch, report)
    report.batch = batch.number
    return True


def _empty(folder: Path, order: Order) -> Path:
    """A new register without rows, in a folder of its own."""
    recorded_at = order.recorded_at or datetime.now(UTC).replace(tzinfo=None)
    store.create(folder / NAME, kind=order.kind, as_of=order.as_of, recorded_at=recorded_at)
    return folder / NAME


def _checked(connection: store.Connection, order: Order) -> Report:
    """Everything but saving: the report of what would happen."""
    if store.about(connection)["kind"] != order.kind:
        raise DemoRegister(order.kind)
    gathering = Gathering(connection, order)
    gathering.read()
    checking.check(
        connection, order.as_of, lacking.absent(gathering.sources), order.told("check"),
        nameless=lacking.nameless(gathering.sources),
        unnamed=lacking.unnamed(gathering.sources, gathering.problems),
        is_whole=lacking.is_whole(gathering.problems),
        in_part=order.accept_valid,
    )  # fmt: skip
    report = gathering.report()
    report.proof = proving.proof(connection, order, report)
    return report
