"""Writes the demo files: `python data/demo/make.py [FOLDER]`. All in them is invented.

The same bytes every time: fixed seeds, no clock, no network. The cast is in cast.py, the
meetings in story.py.
"""

import csv
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import cast
import july
from story import LAST_WORD, TODAY, Event, Story

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parent / "reference"
SIDES = ("police", "municipality", "citizens")
HEADS = {
    "networks": [
        *("network_id", "name", "basisteam", "municipality", "scale", "area"),
        *("started_on", "ended_on", *(f"members_{side}" for side in SIDES)),
    ],
    "meetings": [
        *("network_id", "date", "status", "kind", "themes", "agenda_from"),
        *(f"present_{side}" for side in SIDES),
    ],
    "pauses": ["network_id", "paused_from", "paused_until", "reason"],
    "confirmations": ["basisteam", "covers_until", "confirmed_on"],
}
# The order of 2015 made every basisteam report; before it only the teams that had a network did.
ORDER = date(2015, 1, 1)
PIONEERS = {"utrecht-noord": date(2007, 4, 1), "utrecht-zuid": date(2008, 1, 1)} | {
    "amersfoort": date(2012, 7, 1)
}
# How the third quarter of 2026 and the running one went, where it is not "on time".
LATEST: dict[str, list[tuple[str, str]]] = {
    "amersfoort": [("2026-09-30", "2026-10-12"), ("2026-11-15", "2026-11-16")],
    "de-copen": [("2026-09-28", "2026-09-28")],
    "gooi-zuid": [],
    "lekpoort": [("2026-09-30", "2026-10-10"), ("2026-09-30", "2026-11-03")],
    "lelystad-zeewolde": [("2026-09-30", "2026-11-03")],
}


def main(folder: Path) -> None:
    """Writes the four files into a folder, and those of July into `july` below it."""
    people = cast.networks()
    events = list(_events())
    networks = [_network_row(network) for network in people]
    meetings = [row for who in people for row in Story(who, events).rows()]
    pauses = [list(pause) for pause in sorted(cast.PAUSES)]
    confirmations = sorted(_confirmations())
    _write(folder, "networks", networks)
    _write(folder, "meetings", meetings)
    _write(folder, "pauses", pauses)
    _write(folder, "confirmations", confirmations)
    known = list(july.networks(networks))
    below = folder / "july"
    below.mkdir(exist_ok=True)
    _write(below, "networks", known)
    _write(below, "meetings", july.meetings(meetings, {row[0] for row in known}))
    _write(below, "pauses", july.pauses(pauses))
    _write(below, "confirmations", july.confirmations(confirmations))


def _write(folder: Path, kind: str, rows: Iterable[list[str]]) -> None:
    with (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADS[kind])
        writer.writerows(rows)


def _reference(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _events() -> Iterable[Event]:
    for row in _reference("events"):
        day, teams = date.fromisoformat(row["date"]), tuple(row["basisteams"].split("|"))
        yield Event(row["event_id"], day, teams, row["theme"])


def _network_row(network: cast.Network) -> list[str]:
    ended = network.ended_on.isoformat() if network.ended_on else ""
    return [
        *(network.network_id, network.name, network.basisteam, network.municipality),
        *(network.scale, network.area, network.started_on.isoformat(), ended),
        *map(str, network.members),
    ]


def _confirmations() -> Iterable[list[str]]:
    for row in _reference("basisteams"):
        team = row["basisteam"]
        random = Random(f"confirmations:{team}")
        for end in _quarter_ends(PIONEERS.get(team, ORDER)):
            if end > LAST_WORD.get(team, TODAY):
                continue
            days = LATEST.get(team) if end == date(2026, 9, 30) else None
            for covers, confirmed in _drawn(random, end) if days is None else days:
                yield [team, covers, confirmed]


def _drawn(random: Random, end: date) -> list[tuple[str, str]]:
    """Mostly within the fortnight, sometimes late, now and then again, rarely not at all."""
    lot, fortnight, later = random.random(), random.randint(2, 14), random.randint(19, 75)
    recent = end == date(2026, 9, 30)
    late = 0.0 if recent else 0.26 if end.year < 2019 else 0.09
    delays = [later] if lot < late else [fortnight]
    if not recent and lot > 0.97:
        delays = []
    elif not recent and lot > 0.93:
        delays = [fortnight, fortnight + later]
    return [(end.isoformat(), (end + timedelta(delay)).isoformat()) for delay in delays]


def _quarter_ends(first: date) -> Iterable[date]:
    for year in range(first.year, TODAY.year + 1):
        for month in (4, 7, 10, 13):
            end = date(year + month // 13, month % 12, 1) - timedelta(1)
            if first < end < TODAY:
                yield end


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
