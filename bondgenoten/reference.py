"""Reference data: the CSV files of data/reference, read and checked. Knows no database.

The organisation may put its own files in their place; a file that does not hold is refused whole,
with every reason.
"""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from bondgenoten.reference_checks import Row, faults


class Faulty(Exception):
    """Reference data that cannot be used; `reasons` says where and why, one line each."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


class _NotAllowed(ValueError):
    """A value that cannot be used; says what can."""


def _text(value: str) -> str:
    if not value:
        raise ValueError("is empty")
    return value


def _optional(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda value: read(value) if value else None


def _list(value: str) -> list[str]:
    return [part.strip() for part in _text(value).split("|")]


def _boolean(value: str) -> bool:
    return {"true": True, "false": False}[value]


def _whole(smallest: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        try:
            number = int(value)
        except ValueError:
            number = smallest - 1
        if not smallest <= number <= LARGEST:
            raise _NotAllowed(f"a whole number from {smallest} to {LARGEST} is allowed")
        return number

    return read


# The smallest value of each column of the norm; below it no figure can be worked out.
SMALLEST = {
    "year_from": 1, "meetings_per_year": 1, "minimum_gap_days": 1, "dormant_days": 1,
    "confirmation_days": 0, "prepared_meetings": 1, "prepared_days": 1, "first_meeting_days": 0,
    "unrest_days": 0, "smallest_percentage_base": 1,
}  # fmt: skip
LARGEST = 9999  # of them all: a year, or more days than any figure looks back

# File, its columns and how each is read; the names are those of sql/tables.sql.
SHAPES: dict[str, dict[str, Callable[[str], Any]]] = {
    "basisteams": {
        "basisteam": _text, "name": _text, "district": _text, "unit": _text,
        "valid_from": date.fromisoformat, "valid_until": _optional(date.fromisoformat),
        "grid_row": int, "grid_column": int, "area": _text,
        "name_certainty": _text, "area_certainty": _text,
    },
    "moves": {
        "moved_on": date.fromisoformat, "network_id": _text, "from_basisteam": _text,
        "to_basisteam": _text,
    },
    "municipalities": {
        "gm_code": _text, "municipality": _text, "province": _text, "district": _text,
        "basisteams": _list,
    },
    "areas": {
        "municipality": _text, "area": _text, "level": _text, "cbs_code": _optional(_text),
        "basisteam": _text,
    },
    "themes": {
        "theme": _text, "name_nl": _text, "name_en": _text, "definition_nl": _text,
        "definition_en": _text, "in_seed": _boolean,
    },
    "events": {
        "event_id": _text, "date": date.fromisoformat, "until": _optional(date.fromisoformat),
        "name_nl": _text, "name_en": _optional(_text), "place": _text, "basisteams": _list,
        "theme": _text, "certainty": _text,
    },
    "norm": {column: _whole(smallest) for column, smallest in SMALLEST.items()},
}  # fmt: skip

OPTIONAL = ("moves",)  # a file that only some organisations need
OPTIONAL_COLUMNS = {"events": {"name_en"}}  # without it the Dutch name is shown
ORDERED = ("basisteams", "themes")  # the order of the file is the organisation's own


def load(folder: Path) -> dict[str, pa.Table]:
    """Every reference table, typed, ready for the register. Faulty names all that is wrong."""
    reasons: list[str] = []
    rows = {name: list(_read(folder, name, reasons)) for name in SHAPES}
    if not reasons:
        reasons += faults(rows)
    if reasons:
        raise Faulty(reasons)
    return {name: _table(name, found) for name, found in rows.items()}


def _read(folder: Path, name: str, reasons: list[str]) -> Iterator[Row]:
    shape, where = SHAPES[name], f"{name}.csv"
    if name in OPTIONAL and not (folder / where).exists():
        return
    try:
        with (folder / where).open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file)
            if any(";" in heading for heading in lines.fieldnames or ()):
                reasons.append(f"{where}: the columns are parted by ; instead of a comma")
                return
            if (
                missing := set(shape)
                - set(lines.fieldnames or ())
                - OPTIONAL_COLUMNS.get(name, set())
            ):
                reasons.append(f"{where}: missing columns {', '.join(sorted(missing))}")
                return
            for number, line in enumerate(lines, start=2):
                yield {c: _cell(line.get(c), read, f"{where} row {number} {c}", reasons)
                       for c, read in shape.items()}  # fmt: skip
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        reasons.append(f"{where}: cannot be read ({type(fault).__name__})")


def _cell(value: str | None, read: Callable[[str], Any], where: str, reasons: list[str]) -> Any:
    try:
        return read((value or "").strip())
    except _NotAllowed as fault:
        reasons.append(f"{where}: {value!r} cannot be used; {fault}")
        return None
    except (ValueError, KeyError):
        reasons.append(f"{where}: {value!r} cannot be used")
        return None


def _table(name: str, rows: list[Row]) -> pa.Table:
    columns = {column: [row[column] for row in rows] for column in SHAPES[name]}
    if name in ORDERED:
        columns["sort_order"] = list(range(1, len(rows) + 1))
    return pa.table(columns)
