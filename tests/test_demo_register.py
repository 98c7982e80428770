"""The demo register: built once whole, with every status and edge of the definitions in it."""

import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from bondgenoten import contract, demo, metrics, reviews, store
from bondgenoten.reviews.figures import Figure

NATIONAL = store.ROOT / "tests" / "benchmarks" / "national.py"


@pytest.fixture(scope="module")
def register(demo_register: Path) -> Path:
    return demo_register


@pytest.fixture(scope="module")
def norm(register: Path) -> pd.DataFrame:
    return compute(register, "norm").set_index("network_id")


def compute(register: Path, name: str, as_of: date = demo.AS_OF) -> pd.DataFrame:
    with store.reading(register) as connection:
        return metrics.compute(connection, name, as_of=as_of)


def column(connection: store.Connection, name: str, of: str) -> list[object]:
    return [row[0] for row in connection.rows(f"select {of} from register.{name}")]


def rows_of(kind: str) -> int:
    return (demo.FOLDER / f"{kind}.csv").read_text("utf-8").count("\n") - 1


def test_every_row_of_the_files_stands_in_the_register(register: Path) -> None:
    for kind in contract.KINDS:
        assert (
            len(compute(register, kind))
            == (demo.FOLDER / f"{kind}.csv").read_text("utf-8").count("\n") - 1
        )


def test_every_norm_status_occurs_and_most_networks_do_well(norm: pd.DataFrame) -> None:
    assert Counter(norm["status"]) == {
        "MET": 19,
        "ON_COURSE": 12,
        "BEHIND_BUT_PLANNED": 3,
        "TO_PLAN": 8,
        "OUT_OF_REACH": 3,
        "NOT_MET": 2,
        "UNKNOWN": 6,
        "NOT_ASSESSABLE": 3,
    }


@pytest.mark.parametrize(
    ("network_id", "expected"),
    [
        ("UTZ-07", {"started_on": date(2026, 10, 20), "required": 1, "status": "ON_COURSE"}),
        ("AMF-08", {"started_on": date(2026, 10, 21), "required": 0, "held": 1}),
        ("AMF-04", {"active_days": 273, "required": 3, "held": 3, "status": "MET"}),
        ("UTN-07", {"ended_on": date(2026, 6, 30), "required": 2, "status": "MET"}),
        ("AMF-07", {"ended_on": date(2026, 6, 30), "shortfall": 1, "status": "NOT_MET"}),
        ("HVR-03", {"ended_on": date(2026, 12, 4), "status": "OUT_OF_REACH"}),
        ("UTZ-06", {"held": 5, "longest_silence": 294, "dormant": True, "status": "MET"}),
        ("UTN-01", {"required": 5, "held": 9, "status": "MET"}),
        ("UTN-06", {"next_planned_on": demo.AS_OF, "held": 4, "status": "ON_COURSE"}),
        ("UTZ-03", {"last_held_on": demo.AS_OF}),
        ("AMF-05", {"last_held_on": date(2026, 6, 30), "dormant": False}),
        ("ALS-04", {"last_held_on": date(2026, 6, 29), "dormant": True, "to_confirm": 1}),
        ("COP-01", {"confirmed_until": date(2026, 9, 28), "status": "MET"}),
        ("COP-02", {"confirmed_until": date(2026, 9, 28), "status": "UNKNOWN"}),
        ("GOZ-01", {"confirmed_until": date(2025, 9, 30), "status": "UNKNOWN"}),
    ],
)
def test_an_edge_of_the_definitions_occurs(
    norm: pd.DataFrame, network_id: str, expected: dict[str, object]
) -> None:
    assert norm.loc[network_id, list(expected)].to_dict() == expected


def test_a_leap_year_parts_two_networks_a_day_apart(register: Path) -> None:
    rows = compute(register, "norm", date(2024, 12, 31)).set_index("network_id")
    assert rows.loc[["BES-04", "LEK-05"], "active_days"].tolist() == [74, 73]
    assert rows.loc[["BES-04", "LEK-05"], "required"].tolist() == [1, 0]


def test_the_answer_of_the_region_is_thirty_one_of_forty_seven(register: Path) -> None:
    region = compute(register, "compliance").iloc[0]
    assert (region["met"] + region["on_course"], region["assessable"]) == (31, 47)
    assert (region["basisteams_with_network"], region["basisteams_confirmed"]) == (15, 16)


def test_no_time_in_the_register_comes_from_the_clock(register: Path) -> None:
    tables = ("batches", *contract.KINDS)
    with store.reading(register) as connection:
        times = {t for name in tables for t in column(connection, name, "recorded_at")}
        assert times == {demo.REVIEWED_AT, demo.RECORDED_AT}
        assert set(column(connection, "batches", "as_of")) == {demo.REVIEWED, demo.AS_OF}


def test_the_second_quarter_is_closed_and_was_restated_since(register: Path) -> None:
    reader = store.reader(register)
    closed = reviews.closed(reader, demo.QUARTER)
    assert closed is not None
    assert (closed.as_of, closed.closed_at.date()) == (demo.REVIEWED, demo.REVIEWED)
    region = Figure("frequency", "region|Midden-Nederland", "meetings_held")
    (held,) = (
        one
        for one in reviews.restatements(reader, demo.QUARTER)
        if (one.period, one.figure) == (demo.QUARTER, region)
    )
    kinds = [(cause.step.kind, cause.step.batches, cause.difference) for cause in held.causes]
    assert kinds == [("ADDED", (2,), 2), ("CORRECTED", (2,), 1)]
    assert held.difference == 3


def test_of_two_decisions_one_is_still_open(register: Path) -> None:
    reader = store.reader(register)
    assert reviews.decisions(reader)["actor"].tolist() == ["basisteam_chief"]
    assert reviews.decisions(reader, demo.QUARTER)["done_on"].isna().tolist() == [False, True]


def test_two_that_build_at_once_leave_one_whole_register(tmp_path: Path) -> None:
    database = tmp_path / "twice.duckdb"
    with ThreadPoolExecutor(2) as both:
        list(both.map(demo.build, [database, database]))
    assert len(compute(database, "networks")) == rows_of("networks")
    assert not database.with_name(f".{database.name}.demo").exists()


def test_the_demo_never_takes_the_place_of_a_real_register(tmp_path: Path) -> None:
    database = tmp_path / "real.duckdb"
    store.create(database, kind="real", as_of=demo.AS_OF, recorded_at=demo.RECORDED_AT)
    with pytest.raises(FileExistsError):
        demo.build(database)


def test_the_national_generator_makes_a_register_of_168_basisteams(tmp_path: Path) -> None:
    command = [sys.executable, "-B", str(NATIONAL), str(tmp_path), "--networks", "400"]
    subprocess.run(command, check=True, capture_output=True)
    counted = compute(tmp_path / "national.duckdb", "compliance")
    assert (counted["level"] == "basisteam").sum() == 168
    assert counted.iloc[0]["networks"] > 300
