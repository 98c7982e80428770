"""Do the rows of the reference files hold, each by itself and with one another? Knows no files."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

Row = dict[str, Any]
Rows = dict[str, list[Row]]

KEYS = {
    "basisteams": ("basisteam", "valid_from"),
    "moves": ("network_id", "moved_on"),
    "municipalities": ("gm_code",),
    "areas": ("municipality", "area", "basisteam"),
    "themes": ("theme",),
    "events": ("event_id",),
    "norm": ("year_from",),
}


def faults(rows: Rows) -> Iterator[str]:
    """Why the rows cannot be used, one line each."""
    yield from _doubles(rows)
    yield from _strangers(rows)
    yield from _lives(rows["basisteams"])
    yield from _clashes(rows["basisteams"])
    yield from _chains(rows["moves"])
    for event in rows["events"]:
        if event["until"] and event["until"] < event["date"]:
            yield f"events.csv: {event['event_id']} ends before it starts"
    if not rows["norm"]:
        yield "norm.csv: has no row"


def _doubles(rows: Rows) -> Iterator[str]:
    for name, key in KEYS.items():
        counted = Counter(tuple(row[c] for c in key) for row in rows[name])
        yield from (f"{name}.csv: {k} stands twice" for k, n in counted.items() if n > 1)


def _strangers(rows: Rows) -> Iterator[str]:
    teams = {row["basisteam"] for row in rows["basisteams"]}
    themes = {row["theme"] for row in rows["themes"]}
    towns = {row["municipality"] for row in rows["municipalities"]}
    used: Iterable[tuple[str, set[str], set[str]]] = (
        ("municipalities.csv", {t for r in rows["municipalities"] for t in r["basisteams"]}, teams),
        ("moves.csv", {r["from_basisteam"] for r in rows["moves"]}, teams),
        ("moves.csv", {r["to_basisteam"] for r in rows["moves"]}, teams),
        ("areas.csv", {r["basisteam"] for r in rows["areas"]}, teams),
        ("areas.csv", {r["municipality"] for r in rows["areas"]}, towns),
        ("events.csv", {t for r in rows["events"] for t in r["basisteams"]}, teams | {"*"}),
        ("events.csv", {r["theme"] for r in rows["events"]}, themes),
    )
    for where, names, known in used:
        yield from (f"{where}: {name} is not known" for name in sorted(names - known))


def _lives(basisteams: list[Row]) -> Iterator[str]:
    ordered = sorted(basisteams, key=lambda r: (r["basisteam"], r["valid_from"]))
    for row in ordered:
        if row["valid_until"] and row["valid_until"] < row["valid_from"]:
            yield f"basisteams.csv: {row['basisteam']} ends before it starts"
    for one, other in itertools.pairwise(ordered):
        if one["basisteam"] == other["basisteam"] and (
            one["valid_until"] is None or one["valid_until"] >= other["valid_from"]
        ):
            yield f"basisteams.csv: {one['basisteam']} has rows that overlap in time"


def _clashes(basisteams: list[Row]) -> Iterator[str]:
    for one, other in _at_once(basisteams):
        if one["name"].casefold() == other["name"].casefold():
            yield (
                f"basisteams.csv: {one['basisteam']} and {other['basisteam']}"
                f" are both named {one['name']} at the same time"
            )
        if (cell := (one["grid_row"], one["grid_column"])) == (
            other["grid_row"],
            other["grid_column"],
        ):
            yield (
                f"basisteams.csv: {one['basisteam']} and {other['basisteam']} are both at grid_row"
                f" {cell[0]}, grid_column {cell[1]} at the same time"
            )


def _at_once(basisteams: list[Row]) -> Iterator[tuple[Row, Row]]:
    """The pairs of rows of two teams that are in force on the same day."""
    for one, other in itertools.combinations(basisteams, 2):
        first, last = sorted((one, other), key=lambda r: r["valid_from"])
        if one["basisteam"] != other["basisteam"] and (
            first["valid_until"] is None or first["valid_until"] >= last["valid_from"]
        ):
            yield one, other


def _chains(moves: list[Row]) -> Iterator[str]:
    ordered = sorted(moves, key=lambda r: (r["network_id"], r["moved_on"]))
    for one, other in itertools.pairwise(ordered):
        if (
            one["network_id"] == other["network_id"]
            and one["to_basisteam"] != other["from_basisteam"]
        ):
            yield (
                f"moves.csv: {one['network_id']} moves to {one['to_basisteam']} on {one['moved_on']},"
                f" but from {other['from_basisteam']} on {other['moved_on']}"
            )
