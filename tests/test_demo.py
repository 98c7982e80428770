"""The demo data: made the same every time, valid, and telling the story it should."""

import csv
import os
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from bondgenoten import contract, demo, intake, store

MAKER = demo.FOLDER / "make.py"


def table(kind: str) -> list[dict[str, str]]:
    with (demo.FOLDER / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def active(day: date) -> list[dict[str, str]]:
    text = day.isoformat()
    return [n for n in table("networks") if n["started_on"] <= text <= (n["ended_on"] or "9999")]


def run(script: Path, *arguments: str) -> None:
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-B", str(script), *arguments]
    subprocess.run(command, check=True, env=elsewhere, capture_output=True)


def test_the_generator_gives_the_committed_bytes(tmp_path: Path) -> None:
    run(MAKER, str(tmp_path))
    for file in (*demo.FILES, *demo.FILES_OF_JULY):
        name = file.relative_to(demo.FOLDER)
        assert (tmp_path / name).read_bytes() == file.read_bytes(), name


def test_the_files_carry_the_headings_of_the_contract() -> None:
    for name, kind in contract.KINDS.items():
        assert tuple(table(name)[0]) == kind.names


def test_the_files_pass_the_import_door_without_an_error(tmp_path: Path) -> None:
    database = tmp_path / "empty.duckdb"
    store.create(database, kind="demo", as_of=demo.AS_OF, recorded_at=demo.RECORDED_AT)
    report = intake.import_files(
        database, demo.FILES, source="demo", as_of=demo.AS_OF, recorded_at=demo.RECORDED_AT
    )
    found = Counter((problem.severity, problem.code) for problem in report.problems)
    assert not [code for severity, code in found if severity == "error"]
    assert {code for _, code in found} == {
        "held_in_pause",
        "more_than_ten",
        "no_theme",
        "past_planned",
    }


def test_it_starts_in_overvecht_in_2007() -> None:
    first = min(table("networks"), key=lambda n: n["started_on"])
    assert (first["area"], first["basisteam"]) == ("Overvecht", "utrecht-noord")
    assert first["started_on"].startswith("2007")


def test_networks_are_few_before_2015_ten_in_2019_and_about_fifty_now() -> None:
    assert len(active(date(2014, 12, 31))) <= 5
    assert 9 <= len(active(date(2019, 7, 1))) <= 11
    assert 47 <= len(active(demo.AS_OF)) <= 55


def test_three_basisteams_have_no_network_now_and_one_of_them_lost_it_in_2021() -> None:
    teams = {row["basisteam"] for row in table("confirmations")}
    without = teams - {n["basisteam"] for n in active(demo.AS_OF)}
    ever = [n for n in table("networks") if n["basisteam"] in without]
    assert (len(teams), len(without)) == (18, 3)
    assert [n["ended_on"][:4] for n in ever] == ["2021"]


def test_corona_cancels_meetings_and_the_years_after_it_grow() -> None:
    held = Counter(m["date"][:4] for m in table("meetings") if m["status"] == "held")
    lost = Counter(m["date"][:4] for m in table("meetings") if m["status"] == "cancelled")
    assert lost["2020"] / held["2020"] > 3 * lost["2024"] / held["2024"]
    assert held["2019"] >= held["2020"] < held["2021"] < held["2022"] < held["2023"]


def share(theme: str, first: date, days: int) -> float:
    span = (first.isoformat(), (first + timedelta(days)).isoformat())
    themes = [m["themes"].split("|") for m in table("meetings") if span[0] <= m["date"] <= span[1]]
    return sum(theme in found for found in themes) / sum(found != [""] for found in themes)


@pytest.mark.parametrize(
    ("theme", "event", "days"),
    [
        ("radicalisation", date(2015, 11, 13), 60),
        ("foreign_conflict", date(2023, 10, 7), 60),
        ("polarisation", date(2024, 11, 7), 60),
        ("government_measures", date(2020, 3, 15), 270),
    ],
)
def test_a_theme_rises_after_its_event(theme: str, event: date, days: int) -> None:
    assert share(theme, event, days) > 1.5 * share(theme, event - timedelta(181), 180)


def test_overvecht_met_within_days_of_the_attacks_in_paris() -> None:
    days = {(m["network_id"], m["date"], m["kind"]) for m in table("meetings")}
    assert ("UTN-01", "2015-11-16", "urgent") in days


def test_meetings_are_planned_past_this_quarter() -> None:
    assert any(m["status"] == "planned" and m["date"] > "2027" for m in table("meetings"))
