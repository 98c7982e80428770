"""A national roll-out, invented: `python tests/benchmarks/national.py FOLDER [--networks 25000]`.

Writes FOLDER/reference/*.csv, the four files of the data contract and, through the import door,
FOLDER/national.duckdb. Seeded: the same files every time. Measures nothing itself.
"""

import argparse
import csv
import sys
import time
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import country  # noqa: E402

from bondgenoten import demo, intake, reviews, store  # noqa: E402

AS_OF = date(2026, 11, 23)
RECORDED_AT = datetime(2026, 11, 23, 6, 0)
PER_NETWORK = 40
TODAY, HORIZON = np.datetime64(AS_OF), np.datetime64("2027-03-31")
AGENDA = np.array(["community", "police", "municipality", "joint", ""])
SCALES = np.array(["street", "neighbourhood", "city"])
SIDES = ("police", "municipality", "citizens")


def main(folder: Path, networks: int) -> Path:
    """Writes files and register; gives the path of the register."""
    folder.mkdir(parents=True, exist_ok=True)
    reference = country.write(folder / "reference")
    random = np.random.default_rng(2026)
    lives = _lives(random, networks)
    files = [
        _write(folder / "networks.csv", _networks(random, lives)),
        _write(folder / "meetings.csv", _meetings(random, lives)),
        _write(folder / "pauses.csv", _pauses(random, lives)),
        _write(folder / "confirmations.csv", _confirmations(random)),
    ]
    return _register(folder / "national.duckdb", reference, files)


def _register(path: Path, reference: Path, files: Sequence[Path]) -> Path:
    store.create(path, kind="demo", as_of=AS_OF, recorded_at=RECORDED_AT, folder=reference)
    report = intake.import_files(path, files, source="demo", as_of=AS_OF, recorded_at=RECORDED_AT)
    if not report.written:
        raise SystemExit("\n".join(report.lines("en")[:20]))
    closed_at = RECORDED_AT + timedelta(hours=6)
    reviews.close(
        path, demo.QUARTER, as_of=demo.REVIEWED, closed_at=closed_at
    )  # as the demo has it
    return path


def _lives(random: np.random.Generator, count: int) -> dict[str, np.ndarray]:
    """Who there is: number, team, first day and last day (NaT while it goes on)."""
    started = np.datetime64("2016-01-01") + random.integers(0, 1800, count)
    last = np.datetime64("2023-01-01") + random.integers(0, 1420, count)
    ended = np.where(random.random(count) < 0.1, last, np.datetime64("NaT"))
    return {
        "id": np.array([f"N{number:05d}" for number in range(1, count + 1)]),
        "team": np.arange(count) % (country.TEAMS - 6) + 1,  # six teams have none
        "started": started,
        "ended": ended,
        "until": np.where(np.isnat(ended), HORIZON, ended),
    }


def _networks(random: np.random.Generator, lives: dict[str, np.ndarray]) -> pa.Table:
    count = len(lives["id"])
    members = ((1, 2), (1, 2), (2, 11))
    return pa.table(
        {
            "network_id": lives["id"],
            "name": [f"Bondgenoten wijk {name[1:]}" for name in lives["id"]],
            "basisteam": [country.team(number) for number in lives["team"]],
            "municipality": [f"Gemeente {number:03d}" for number in lives["team"]],
            "scale": SCALES[random.choice(3, count, p=[0.2, 0.6, 0.2])],
            "area": ["Centrum"] * count,
            "started_on": lives["started"],
            "ended_on": lives["ended"],
        }
        | {f"members_{s}": random.integers(*m, count) for s, m in zip(SIDES, members, strict=True)}
    )


def _meetings(random: np.random.Generator, lives: dict[str, np.ndarray]) -> pa.Table:
    """Forty a network, one somewhere in each fortieth of its life; those to come are planned."""
    count = len(lives["id"]) * PER_NETWORK
    days = (lives["until"] - lives["started"]).astype(int)[:, None]
    place = (np.arange(PER_NETWORK) + 0.9 * random.random((len(days), PER_NETWORK))) / PER_NETWORK
    when = (lives["started"][:, None] + (place * days).astype(int)).ravel()
    lot = random.random(count)
    past = np.select([lot < 0.06, lot < 0.065], ["cancelled", "planned"], "held")
    status = np.where(when > TODAY, "planned", past)
    held = status == "held"
    return pa.table(
        {
            "network_id": np.repeat(lives["id"], PER_NETWORK),
            "date": when,
            "status": status,
            "kind": np.where(random.random(count) < 0.07, "urgent", "regular"),
            "themes": np.where(held, _themes(random, count), ""),
            "agenda_from": np.where(held, AGENDA[random.integers(0, len(AGENDA), count)], ""),
        }
        | {f"present_{s}": _present(random, held, m) for s, m in zip(SIDES, (2, 2, 9), strict=True)}
    )


def _themes(random: np.random.Generator, count: int) -> np.ndarray:
    with (country.REFERENCE / "themes.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["theme"] for row in csv.DictReader(file)]
    sizes = random.choice(4, 400, p=[0.02, 0.43, 0.35, 0.2])
    sets = [random.choice(codes, size, replace=False) for size in sizes]
    return np.array(["|".join(sorted(chosen)) for chosen in sets])[random.integers(0, 400, count)]


def _present(random: np.random.Generator, held: np.ndarray, below: int) -> pa.Array:
    return pa.array(random.integers(0, below, len(held)), mask=~held)


def _pauses(random: np.random.Generator, lives: dict[str, np.ndarray]) -> pa.Table:
    """One network in twenty lies still for a while from 2024 on; one in ten of those still does."""
    going = np.flatnonzero(np.isnat(lives["ended"]))
    chosen = np.sort(random.choice(going, len(going) // 20, replace=False))
    start = np.datetime64("2024-01-01") + random.integers(0, 1000, len(chosen))
    end = start + random.integers(20, 200, len(chosen))
    still = random.random(len(chosen)) < 0.1
    return pa.table(
        {
            "network_id": lives["id"][chosen],
            "paused_from": start,
            "paused_until": np.where(still, np.datetime64("NaT"), end),
            "reason": ["Geen ruimte beschikbaar"] * len(chosen),
        }
    )


def _confirmations(random: np.random.Generator) -> pa.Table:
    """Every team, every quarter since 2016, one in twelve late or not at all."""
    months = np.arange("2016-04", "2026-11", 3, dtype="datetime64[M]")
    ends = np.tile(months.astype("datetime64[D]") - 1, country.TEAMS)
    teams = np.repeat([country.team(number) for number in range(1, country.TEAMS + 1)], len(months))
    lot = random.random(len(ends))
    given = ends + np.where(lot < 0.05, random.integers(20, 50, len(ends)), 8)
    kept = lot < 0.97
    return pa.table(
        {"basisteam": teams[kept], "covers_until": ends[kept], "confirmed_on": given[kept]}
    )


def _write(path: Path, table: pa.Table) -> Path:
    arrow_csv.write_csv(table, path, arrow_csv.WriteOptions(quoting_style="none"))
    return path


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--networks", type=int, default=25_000)
    given = arguments.parse_args()
    begin = time.perf_counter()
    print(main(given.folder, given.networks), f"{time.perf_counter() - begin:.1f} s")
