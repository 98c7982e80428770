"""Rows typed by hand: they go through the same door and the same checks as a file.

A row is written as a small CSV of the contract and imported with `entry` as its source.
"""

import csv
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack

from bondgenoten import scratch, store
from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.declining import Declined
from bondgenoten.intake.importing import import_files
from bondgenoten.intake.naming import named
from bondgenoten.intake.order import Upload
from bondgenoten.intake.problems import Place
from bondgenoten.intake.report import Report
from bondgenoten.intake.saving import Effects

Values = Mapping[str, str]
_NONE: Values = {}


class Entry(TypedDict, total=False):
    """Who enters, on which day, and whether only to see what would happen; as for import_files.
    The source is `entry` unless said otherwise."""

    as_of: date
    actor: str
    dry_run: bool
    recorded_at: datetime | None
    effects: Effects | None
    proof: str | None
    source: str


class NotPlanned(Declined):
    """A meeting to confirm, cancel or move that is not_planned, or a day_taken by another."""

    room = "entry"


def enter(
    database: Path, kind: str, values: Values, declared: Values | None = None,
    sure: Collection[str] = (), **entry: Unpack[Entry],
) -> Report:  # fmt: skip
    """One row of `kind`, its columns as typed; what is left out stays as the register has it.
    `declared` gives the reason why what looks like a BSN in a column is none. What seems to name someone
    in a text is asked about, in `asked` of the report, and nothing is written, unless the column is
    among the `sure` ones.

    A row with the key of another corrects it. Raises as import_files does.
    """
    texts = {c.name: values.get(c.name, "") for c in KINDS[kind].columns if c.type == "text"}
    asked = named(database, texts, sure)
    if asked:
        entry["dry_run"] = True
    report = _enter(database, KINDS[kind], [values], entry, declared or {})
    told = {problem.column for problem in report.warnings if problem.code == "name_like"}
    report.asked = [column for column in asked if column in told]
    return report


def confirm_planned(
    database: Path, network_id: str, day: date, values: Values | None = None, **entry: Unpack[Entry]
) -> Report:
    """Makes a planned meeting held, with `values` beside what was planned. Raises NotPlanned."""
    return _change(database, network_id, day, {**(values or {}), "status": "held"}, entry)


def cancel(database: Path, network_id: str, day: date, **entry: Unpack[Entry]) -> Report:
    """Cancels a planned meeting. Raises NotPlanned."""
    return _change(database, network_id, day, {"status": "cancelled"}, entry)


def move(database: Path, network_id: str, day: date, to: date, **entry: Unpack[Entry]) -> Report:
    """Plans a planned meeting on another day and cancels it on its own, in one batch.

    Raises NotPlanned, also where a meeting stands on the other day that was not cancelled.
    """
    planned = _planned(database, network_id, day)
    there = _meeting(database, network_id, to)
    if to == day or (there and there["status"] != "cancelled"):
        raise NotPlanned("day_taken", network=network_id, day=to)
    moved = planned | {"date": to.isoformat()}
    return _enter(database, KINDS["meetings"], [planned | {"status": "cancelled"}, moved], entry)


def _change(database: Path, network_id: str, day: date, values: Values, entry: Entry) -> Report:
    planned = _planned(database, network_id, day)
    return _enter(database, KINDS["meetings"], [{**planned, **values}], entry)


def _planned(database: Path, network_id: str, day: date) -> dict[str, str]:
    found = _meeting(database, network_id, day)
    if found is None or found["status"] != "planned":
        raise NotPlanned("not_planned", network=network_id, day=day)
    return found


def _meeting(database: Path, network_id: str, day: date) -> dict[str, str] | None:
    """The meeting as it would stand in a file of the contract."""
    names = KINDS["meetings"].names
    found = store.reader(database).rows(
        f"select {', '.join(names)} from register.meetings"
        " where superseded_at is null and network_id = ? and date = ?",
        [network_id, day],
    )
    return dict(zip(names, map(_text, found[0]), strict=True)) if found else None


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(value)
    return "" if value is None else str(value)


def _enter(
    database: Path, kind: Kind, rows: Sequence[Values], entry: Entry, declared: Values = _NONE
) -> Report:
    """Required columns always stand there, so that what is missing is said of its own cell."""
    given = {name for row in rows for name in row}
    columns = [c.name for c in kind.columns if c.required or c.name in given]
    if unknown := given - set(kind.names):
        raise KeyError(*sorted(unknown))
    with scratch.folder() as folder:
        path = folder / f"{kind.name}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows(rows)
        upload = Upload(path, path.name)
        reasons = {
            Place(0, None, row, columns.index(name)): reason
            for name, reason in declared.items()
            for row, _ in enumerate(rows, start=2)
        }
        entry.setdefault("source", "entry")
        return import_files(database, [upload], declared=reasons, **entry)
