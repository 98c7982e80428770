"""A series the pages show equals the metric asked anew at that date, though its past is kept."""

import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from cast import RECORDED_AT, T, fill, meetings, network

from bondgenoten import metrics, store
from bondgenoten.answers import Scope
from bondgenoten.exports import csv
from bondgenoten.periods import quarters
from bondgenoten.ui.data import Register, open_register

DAYS = [date(2026, 11, 23), date(2026, 9, 30), date(2024, 10, 12), date(2012, 12, 31),
        date(2007, 1, 1), date(2027, 3, 1)]  # fmt: skip


def shown(register: Register, name: str, as_of: date) -> pd.DataFrame:
    if name == "rollout":
        return register.rollout(as_of, Scope())
    if name == "themes":
        return register.themes_of(as_of, Scope())
    if name == "themes_by_team":
        return register.themes_by_team(as_of, [str(one) for one in quarters(2007, as_of.year)])
    if name == "frequency":
        return register.frequency("quarter", as_of)
    frame: pd.DataFrame = getattr(register, name)(as_of)
    return frame


@pytest.mark.parametrize("as_of", DAYS, ids=str)
@pytest.mark.parametrize(
    "name", ["frequency", "rollout", "themes_by_team", "themes", "attendance", "agenda", "unrest"]
)
def test_a_series_is_the_same_however_it_was_put_together(
    demo_register: Path, name: str, as_of: date
) -> None:
    register = open_register(demo_register)
    asked = metrics.compute(store.reader(demo_register), name, as_of=as_of)
    assert csv.machine(shown(register, name, as_of)) == csv.machine(asked)


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_the_development_of_a_scope_is_the_same_at_any_date(
    demo_register: Path, as_of: date
) -> None:
    register = open_register(demo_register)
    for scope in (Scope(), Scope("Utrecht"), Scope("Utrecht", "utrecht-noord")):
        frame = metrics.compute(store.reader(demo_register), "development", as_of=as_of)
        assert csv.machine(register.development(as_of, scope)) == csv.machine(scope.own(frame))


@pytest.mark.parametrize(
    "as_of", [*DAYS, date(2026, 10, 1), date(2026, 10, 8), date(2025, 4, 3)], ids=str
)
def test_who_had_vouched_is_the_same_at_any_date(demo_register: Path, as_of: date) -> None:
    asked = metrics.compute(store.reader(demo_register), "reporting", as_of=as_of)
    shown = open_register(demo_register).reported(as_of)
    assert csv.machine(shown) == csv.machine(asked)


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_the_themes_of_a_scope_are_the_same_at_any_date(demo_register: Path, as_of: date) -> None:
    register = open_register(demo_register)
    for district, basisteam in (("Utrecht-Stad", None), ("Utrecht-Stad", "utrecht-noord")):
        shown = register.themes_of(as_of, Scope(district, basisteam))
        asked = metrics.compute(
            store.reader(demo_register),
            "themes",
            as_of=as_of,
            district=district,
            basisteam=basisteam,
        )
        assert csv.machine(shown) == csv.machine(asked)


@pytest.mark.parametrize("name", ["frequency", "rollout", "themes", "themes_by_team", "attendance"])
def test_what_was_stays_where_every_basisteam_has_ended(tmp_path: Path, name: str) -> None:
    folder = shutil.copytree(store.ROOT / "data" / "reference", tmp_path / "reference")
    file = folder / "basisteams.csv"
    ended = file.read_text("utf-8").replace(",2007-01-01,,", ",2007-01-01,2026-06-30,")
    file.write_text(ended, "utf-8")
    path = tmp_path / "register.duckdb"
    store.create(path, kind="real", as_of=T, recorded_at=RECORDED_AT, folder=folder)
    fill(path, networks=[network("AMBER")],
         meetings=meetings("AMBER", "held", date(2026, 1, 20), date(2026, 3, 3)))  # fmt: skip
    register = open_register(path)
    for as_of in (date(2026, 6, 30), date(2026, 9, 30), date(2026, 11, 23)):
        asked = metrics.compute(store.reader(path), name, as_of=as_of)
        assert "2026" in csv.machine(asked).decode()
        assert csv.machine(shown(register, name, as_of)) == csv.machine(asked)


def test_the_themes_of_one_quarter_are_those_rows_alone(demo_register: Path) -> None:
    as_of = date(2026, 11, 23)
    whole = metrics.compute(store.reader(demo_register), "themes_by_team", as_of=as_of)
    for quarter in ("2026-Q4", "2026-Q3", "2019-Q2"):
        shown = open_register(demo_register).themes_by_team(as_of, (quarter,))
        assert csv.machine(shown) == csv.machine(whole[whole["quarter"] == quarter])


@pytest.mark.parametrize("grain", ["month", "year"])
def test_the_frequency_of_a_running_period_begins_at_its_first_day(
    demo_register: Path, grain: str
) -> None:
    as_of = date(2025, 8, 19)
    register = open_register(demo_register)
    asked = metrics.compute(
        store.reader(demo_register), "frequency", as_of=as_of, grain=grain, since=as_of
    )
    assert list(dict.fromkeys(asked["period"])) == [
        as_of.isoformat()[: 7 if grain == "month" else 4]
    ]
    shown = register.frequency(grain, as_of)
    assert csv.machine(shown[-len(asked) :]) == csv.machine(asked)


def test_what_a_year_had_in_peacetime_is_counted_over_that_year(demo_register: Path) -> None:
    as_of = date(2026, 11, 23)
    whole = metrics.compute(store.reader(demo_register), "peacetime", as_of=as_of)
    for year in (2020, 2026):
        of_year = whole[whole["year"] == year]
        shown = open_register(demo_register).peacetime(year, as_of)
        for name in ("in_peacetime", "after_event"):
            expected = of_year.groupby("basisteam")[name].sum().to_dict()
            assert dict(zip(shown["basisteam"], shown[name], strict=True)) == expected


@pytest.mark.parametrize("as_of", DAYS, ids=str)
@pytest.mark.parametrize("name", ["norm", "compliance", "composition"])
def test_a_preview_is_the_beginning_of_the_answer(
    demo_register: Path, name: str, as_of: date
) -> None:
    register = open_register(demo_register)
    for district, basisteam in ((None, None), ("Utrecht-Stad", None), (None, "utrecht-noord")):
        scope = {"district": district, "basisteam": basisteam}
        rows, count = register.preview(metrics.Question(name, as_of, **scope).plain(), 20)
        asked = metrics.compute(store.reader(demo_register), name, as_of=as_of, **scope)
        assert count == len(asked)
        assert csv.machine(rows) == csv.machine(asked.head(20))
