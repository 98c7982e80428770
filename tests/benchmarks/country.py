"""An invented country for the benchmarks: reference data of 168 basisteams in 11 districts.

The networks that live in it are made in national.py.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
TEAMS, DISTRICTS = 168, 11


def team(number: int) -> str:
    return f"team-{number:03d}"


def write(folder: Path) -> Path:
    """Structure of its own; themes, norm and the events that concern everybody as they are."""
    folder.mkdir(exist_ok=True)
    for name in ("themes", "norm"):
        (folder / f"{name}.csv").write_bytes((REFERENCE / f"{name}.csv").read_bytes())
    with (REFERENCE / "events.csv").open(encoding="utf-8", newline="") as file:
        events = [row for row in csv.DictReader(file) if row["basisteams"] == "*"]
    numbers = range(1, TEAMS + 1)
    _write_rows(folder / "events.csv", events)
    _write_rows(folder / "basisteams.csv", map(_basisteam, numbers))
    _write_rows(folder / "municipalities.csv", map(_municipality, numbers))
    _write_rows(folder / "areas.csv", map(_area, numbers))
    return folder


def _write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    listed = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(listed[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(listed)


def _basisteam(number: int) -> dict[str, Any]:
    row, column = divmod(number - 1, 14)
    return {
        "basisteam": team(number),
        "name": f"Basisteam {number:03d}",
        "district": _district(number),
        "unit": "Nederland",
        "valid_from": "2007-01-01",
        "valid_until": "",
        "grid_row": row + 1,
        "grid_column": column + 1,
        "area": f"Gemeente {number:03d}",
        "name_certainty": "invented",
        "area_certainty": "invented",
    }


def _district(number: int) -> str:
    return f"District {(number - 1) * DISTRICTS // TEAMS + 1:02d}"


def _municipality(number: int) -> dict[str, Any]:
    return {
        "gm_code": f"GM{number:04d}",
        "municipality": f"Gemeente {number:03d}",
        "province": "Nederland",
        "district": _district(number),
        "basisteams": team(number),
    }


def _area(number: int) -> dict[str, Any]:
    name = {"municipality": f"Gemeente {number:03d}", "area": "Centrum", "level": "district"}
    return {**name, "cbs_code": "", "basisteam": team(number)}
