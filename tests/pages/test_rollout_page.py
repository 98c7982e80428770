"""Uitrol says what `rollout` and `reach` count, from Overvecht in 2007 to the date looked at."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cast import T, fill, network
from streamlit.testing.v1 import AppTest
from visits import Visit, text_of

from bondgenoten import charts, metrics, store
from bondgenoten.language import words
from bondgenoten.proportion import spoken


@pytest.fixture(scope="module")
def seen() -> dict[str, AppTest]:
    """The page on the demo as it opens, kept for the tests that only read it."""
    return {}


@pytest.fixture
def opened(seen: dict[str, AppTest], visit: Visit, demo_register: Path) -> AppTest:
    return seen.get("page") or seen.setdefault("page", visit(demo_register, "rollout"))


def figures(path: Path, name: str, **asked: Any):  # type: ignore[no-untyped-def]
    return metrics.compute(store.reader(path), name, as_of=asked.pop("as_of", T), **asked)


def title(at) -> str:  # type: ignore[no-untyped-def]
    return re.search(r"<h1>(.*?)</h1>", text_of(at), re.S)[1]  # type: ignore[index]


@pytest.mark.parametrize("district", [None, "Flevoland"])
def test_the_answer_equals_the_last_month(
    visit: Visit, demo_register: Path, district: str | None
) -> None:
    at = visit(demo_register, "rollout", **({"district": district} if district else {}))
    assert not at.exception
    last = figures(demo_register, "rollout", district=district).iloc[-1]
    x, n = last["basisteams_with_network"], last["basisteams_in_force"]
    assert title(at) == f"{x} van {n} basisteams hebben een actief netwerk"
    assert "begon in 2007 in Overvecht; in 2015 kregen alle basisteams" in text_of(at)


def test_one_team_is_spoken_of_as_one(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "rollout", team="lekpoort")
    assert title(at) == "1 van 1 basisteam heeft een actief netwerk"


def test_what_is_carried_back_is_dashed_and_said(opened: AppTest) -> None:
    at = opened
    assert "Basisteams bestaan sinds 2013; daarvoor teruggerekend (gestreept)." in text_of(at)
    data = json.loads(at.get("plotly_chart")[0].proto.spec)["data"]
    assert [line["line"]["dash"] for line in data] == ["dash", "solid"] * 2
    assert all(line["x"][-1] == "2012-12-31" for line in data[::2])
    assert all(line["line"]["shape"] == "hv" for line in data)


def test_the_start_and_the_order_are_marked(opened: AppTest) -> None:
    spec = json.loads(opened.get("plotly_chart")[0].proto.spec)
    marks = {a["text"]: a["x"] for a in spec["layout"]["annotations"] if "start in" in a["text"] or
             "opdracht" in a["text"]}  # fmt: skip
    assert marks == {
        "start in Overvecht": "2007-01-01", "opdracht aan alle basisteams": "2015-01-01",
    }  # fmt: skip


def test_the_order_is_not_marked_before_it_was_given(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "rollout", peildatum="2010-06-30")
    assert not at.exception
    assert "opdracht aan alle" not in at.get("plotly_chart")[0].proto.spec


def test_missed_and_lost_teams_are_listed_in_the_organisations_order(
    opened: AppTest, demo_register: Path
) -> None:
    frame = figures(demo_register, "reach")
    shown = text_of(opened)
    never = frame[frame["reached"] == "NEVER"]
    lost = frame[frame["reached"] == "LOST"]
    assert f"{len(never)} basisteams nooit bereikt" in shown
    listed = re.search(r"nooit bereikt</h2>.*?</ol>", shown, re.S)[0]  # type: ignore[index]
    assert re.findall(r"team=([a-z-]+)", listed) == never["basisteam"].tolist()
    for day in lost["last_active_on"]:
        assert f"laatste netwerk actief tot en met {words('nl').long_date(day)}" in shown


def test_maintained_networks_are_spoken_by_district(opened: AppTest, demo_register: Path) -> None:
    frame = figures(demo_register, "reach")
    shown = text_of(opened)
    total = spoken(words("nl"), int(frame["maintained"].sum()), int(frame["seasoned"].sum()))
    assert f"is in stand gebleven: {total}" in shown
    table = shown[shown.index("In stand gebleven netwerken per district") :]
    for district, own in frame.groupby("district", sort=False):
        row = re.search(rf">{district}</a></th>.*?</tr>", table, re.S)[0]  # type: ignore[index]
        said = spoken(words("nl"), int(own["maintained"].sum()), int(own["seasoned"].sum()))
        assert f'<td class="number">{said}</td>' in row


def test_the_page_says_how_it_was_on_the_last_day_of_a_chosen_year(
    visit: Visit, demo_register: Path
) -> None:
    last = figures(demo_register, "rollout", as_of=date(2018, 12, 31)).iloc[-1]
    at = visit(demo_register, "rollout", jaar=2018)
    assert title(at).startswith(f"{last['basisteams_with_network']} van 18")


def test_a_network_too_young_is_not_called_lost(visit: Visit, register: Path) -> None:
    fill(register, networks=[network("A", date(2026, 6, 1))])
    shown = text_of(visit(register, "rollout"))
    assert "Nog geen netwerk is 24 maanden oud" in shown
    assert "0 basisteams bereikt en weer verloren" in shown


def month(day: date, reached: int, **more: Any) -> dict[str, Any]:
    return {"on_date": day, "basisteams_in_force": 3, "basisteams_with_network": reached,
            "is_carried_back": day < date(2013, 1, 1), "active_networks": reached} | more  # fmt: skip


def test_the_dashed_and_the_drawn_part_meet() -> None:
    rows = [month(date(2012, 11, 30), 0), month(date(2012, 12, 31), 1), month(date(2013, 1, 31), 2)]
    data = charts.rollout(rows, [], ("basisteams", "met een netwerk"))["data"]
    assert data[2]["x"][-1] == data[3]["x"][0] == "2012-12-31"


def test_ended_networks_point_downwards_and_are_named_as_they_are_counted() -> None:
    years = [{"year": "2024", "started": 3, "ended": 0}, {"year": "2025", "started": 1, "ended": 2}]
    figure = charts.networks([month(date(2025, 12, 31), 2)], years, ("a", "b", "c"))
    assert figure["data"][2]["y"] == [0, -2]
    assert figure["layout"]["yaxis2"]["ticktext"] == ["2", "0", "3"]


def test_a_few_networks_are_counted_on_the_axis_by_whole_ones() -> None:
    def axis_of(reached: int) -> dict[str, Any]:
        years = [{"year": "2025", "started": reached, "ended": 0}]
        shown = charts.networks([month(date(2025, 12, 31), reached)], years, ("a", "b", "c"))
        return shown["layout"]["yaxis"]

    assert axis_of(1)["dtick"] == axis_of(5)["dtick"] == 1
    assert "dtick" not in axis_of(6)


def test_the_networks_behind_are_listed_when_opened_and_add_up(
    visit: Visit, demo_register: Path
) -> None:
    at = visit(demo_register, "rollout")
    assert "actief, telt mee" not in text_of(at)
    at.session_state["networks-rollout"] = True
    at.run()
    assert not at.exception
    page, reach = text_of(at), figures(demo_register, "reach")
    listed = figures(demo_register, "evidence_networks")["counts_as"].value_counts()
    assert f"{reach['active_networks'].sum()} actief, telt mee" in page
    assert f"{listed['ENDED']} beëindigd" in page
    assert f"{reach['maintained'].sum()} in stand gebleven" in page
