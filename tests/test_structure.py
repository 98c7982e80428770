"""The organisation changes, figures of before do not: a merger of basisteams, a network that moves."""

import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from cast import RECORDED_AT, Row, confirmation, fill, meetings, network

from bondgenoten import metrics, store
from bondgenoten.exports import csv
from bondgenoten.store.replacing import replace_reference

NEW = "lek-en-copen"
LATER = datetime(2027, 1, 5)
BEFORE = [date(2026, 6, 30), date(2026, 12, 31)]
ALL = ["norm", "compliance", "development", "frequency", "themes", "rollout", "reach",
       "composition", "attendance", "unrest", "networks_at_events", "aftermath", "recent_themes",
       "questions", "peacetime", "agenda", "evidence", "evidence_networks", "reporting"]  # fmt: skip


def quarterly(key: str, *years: int) -> list[Row]:
    """Four meetings a year, of which the first is about trust; the last was urgent."""
    days = [date(year, month, 10) for year in years for month in (2, 5, 8, 11)]
    rows = meetings(key, "held", *days, themes=["trust"], agenda_from="community",
                    present_police=1, present_municipality=1, present_citizens=4)  # fmt: skip
    return rows + meetings(key, "planned", date(years[-1], 11, 30), date(years[-1] + 1, 1, 20))


NETWORKS = [
    network("LEK", name="Lek"),
    network("COP", name="Copen", basisteam="de-copen"),
    network("OUD", name="Oud", basisteam="de-copen", ended_on=date(2026, 3, 1)),
    network("AMF", name="Eem", basisteam="amersfoort"),
]


@pytest.fixture
def organised(register: Path) -> Path:
    """Networks of Lekpoort, De Copen and Amersfoort, with two years of meetings."""
    fill(
        register,
        networks=NETWORKS,
        meetings=[row for one in NETWORKS for row in quarterly(one["network_id"], 2025, 2026)],
        pauses=[{"network_id": "LEK", "paused_from": date(2026, 6, 1),
                 "paused_until": date(2026, 7, 1), "reason": "x"}],
        confirmations=[confirmation(team) for team in ("lekpoort", "de-copen", "amersfoort")],
    )  # fmt: skip
    return register


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(store.ROOT / "data" / "reference", tmp_path / "reference")


def merge(folder: Path) -> None:
    """Lekpoort and De Copen end with 2026; one new team stands in their place, in the middle."""
    file = folder / "basisteams.csv"
    lines = file.read_text("utf-8").splitlines()
    old = [n for n, line in enumerate(lines) if line.startswith(("lekpoort,", "de-copen,"))]
    for n in old:
        lines[n] = lines[n].replace("2007-01-01,,", "2007-01-01,2026-12-31,")
    lines.insert(
        old[0],
        f"{NEW},Lek en Copen,West-Utrecht,Midden-Nederland,2027-01-01,,8,3,x,confirmed,high",
    )
    file.write_text("\n".join(lines) + "\n", "utf-8")


def resend(path: Path, keys: tuple[str, ...], basisteam: str) -> None:
    """The networks come in again with their new team: the old rows are closed."""
    with store.writing(path) as draft, draft.transaction():
        for key in keys:
            draft.execute(
                "update register.networks set superseded_at = ? where network_id = ?", [LATER, key]
            )
    sent = [row | {"basisteam": basisteam} for row in NETWORKS if row["network_id"] in keys]
    fill(path, recorded_at=LATER, networks=sent)


def exported(
    path: Path, days: list[date], names: list[str] = ALL, **asked: Any
) -> dict[str, bytes]:
    """The machine CSV of each metric on each day, of the region and of one team."""
    reader = store.reader(path)
    scopes: list[dict[str, Any]] = [{}, {"basisteam": "lekpoort"}]
    return {
        f"{name} {day} {scope}": csv.machine(
            metrics.compute(reader, name, as_of=day, **scope, **asked)
        )
        for name in names
        for day in days
        for scope in scopes
    }


def load(path: Path, folder: Path) -> None:
    replace_reference(path, folder, as_of=date(2027, 1, 5), recorded_at=LATER)


def counts(
    path: Path, name: str, column: str, day: date, level: str = "basisteam"
) -> dict[str, int]:
    """One column of a metric by team, on a day."""
    frame = metrics.compute(store.reader(path), name, as_of=day)
    frame = frame[frame["level"] == level] if "level" in frame else frame
    return dict(zip(frame["key"], frame[column], strict=True))


def test_a_merger_leaves_every_figure_of_before_as_it_was(organised: Path, folder: Path) -> None:
    before = exported(organised, BEFORE)
    merge(folder)
    load(organised, folder)
    resend(organised, ("LEK", "COP", "OUD"), NEW)
    after = exported(organised, BEFORE)
    assert [name for name in before if before[name] != after[name]] == []
    assert NEW.encode() not in b"".join(after.values())


def test_the_year_before_stays_with_the_old_teams_when_asked_later(
    organised: Path, folder: Path
) -> None:
    day = [date(2027, 3, 1)]
    before = exported(organised, day, ["norm"], year=2026)
    merge(folder)
    load(organised, folder)
    resend(organised, ("LEK", "COP", "OUD"), NEW)
    assert exported(organised, day, ["norm"], year=2026) == before


def test_from_its_first_day_the_new_team_has_the_networks(organised: Path, folder: Path) -> None:
    merge(folder)
    load(organised, folder)
    resend(organised, ("LEK", "COP", "OUD"), NEW)
    fill(organised, recorded_at=LATER, meetings=meetings("COP", "held", date(2027, 1, 8)))
    last, first = date(2026, 12, 31), date(2027, 1, 8)
    assert counts(organised, "compliance", "networks", last)["lekpoort"] == 1
    assert NEW not in counts(organised, "compliance", "networks", last)
    now = counts(organised, "compliance", "networks", first)
    assert now[NEW] == 2
    assert "lekpoort" not in now
    assert "de-copen" not in now
    frame = metrics.compute(store.reader(organised), "frequency", as_of=first, basisteam=NEW)
    assert frame[["period", "meetings_held", "active_networks"]].values.tolist() == [
        ["2027-Q1", 1, 2]
    ]


def test_the_region_counts_every_network_once_through_a_merger(
    organised: Path, folder: Path
) -> None:
    days = [date(2026, 12, 31), date(2027, 2, 1), date(2027, 12, 31)]
    before = [counts(organised, "compliance", "networks", day, "region") for day in days]
    merge(folder)
    load(organised, folder)
    resend(organised, ("LEK", "COP", "OUD"), NEW)
    assert [counts(organised, "compliance", "networks", day, "region") for day in days] == before


def test_what_was_known_before_the_merger_was_recorded_can_still_be_asked(
    organised: Path, folder: Path
) -> None:
    before = exported(organised, BEFORE[-2:], ["norm", "evidence"])
    merge(folder)
    load(organised, folder)
    resend(organised, ("LEK", "COP", "OUD"), NEW)
    known = exported(organised, BEFORE[-2:], ["norm", "evidence"], known_at=RECORDED_AT)
    assert known == before


@pytest.mark.parametrize("is_sent_again", [False, True])
def test_a_network_that_moves_leaves_its_past_where_it_was(
    organised: Path, folder: Path, is_sent_again: bool
) -> None:
    day = [date(2025, 12, 31), date(2026, 6, 30)]
    before = exported(organised, day)
    (folder / "moves.csv").write_text(
        "moved_on,network_id,from_basisteam,to_basisteam\n2026-07-01,COP,de-copen,lekpoort\n",
        "utf-8",
    )
    load(organised, folder)
    if is_sent_again:
        resend(organised, ("COP",), "lekpoort")
    assert exported(organised, day) == before
    assert counts(organised, "compliance", "networks", date(2026, 6, 30))["lekpoort"] == 1
    assert counts(organised, "compliance", "networks", date(2026, 7, 1))["lekpoort"] == 2
    held = metrics.compute(store.reader(organised), "frequency", as_of=date(2026, 12, 31))
    team = held[held["key"] == "lekpoort"].set_index("period")["meetings_held"]
    assert (team["2026-Q2"], team["2026-Q3"]) == (1, 2)


@pytest.mark.parametrize("known_at", [None, RECORDED_AT])
def test_one_team_asked_alone_has_its_rows_of_the_whole(
    organised: Path, folder: Path, known_at: datetime | None
) -> None:
    merge(folder)
    (folder / "moves.csv").write_text(
        "moved_on,network_id,from_basisteam,to_basisteam\n2026-07-01,AMF,amersfoort,lekpoort\n",
        "utf-8",
    )
    load(organised, folder)
    resend(organised, ("LEK", "COP", "OUD"), NEW)
    reader = store.reader(organised)
    of_teams = ("norm", "composition", "questions", "evidence", "networks_at_events", "peacetime")
    teams = ("lekpoort", "de-copen", "amersfoort", NEW)
    seen = 0
    for name in of_teams:
        for day in (date(2026, 3, 1), date(2026, 12, 31), date(2027, 2, 1)):
            whole = metrics.compute(reader, name, as_of=day, known_at=known_at)
            for team in teams:
                alone = metrics.compute(reader, name, as_of=day, known_at=known_at, basisteam=team)
                own = whole[whole["basisteam"] == team]
                assert csv.machine(alone) == csv.machine(own), (name, day, team)
                seen += len(alone)
    assert seen > 100
