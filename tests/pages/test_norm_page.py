"""Norm shows every network as `norm` gives it, many of them a page at a time, and downloads them all."""

import re
from datetime import date
from pathlib import Path

import pytest
from cast import T, confirmation, fill, meetings, network
from visits import Visit, text_of

from bondgenoten import metrics, store


def ids(at) -> list[str]:  # type: ignore[no-untyped-def]
    return re.findall(r"netwerk=([^&\"]+)[^>]*>[^<]*</a><small>", text_of(at))


def test_rows_come_in_the_organisations_order(visit: Visit, demo_register: Path) -> None:
    frame = metrics.compute(store.reader(demo_register), "norm", as_of=T)
    assert ids(visit(demo_register, "norm")) == frame["network_id"].tolist()


def test_what_asks_for_action_comes_first_on_request(visit: Visit, demo_register: Path) -> None:
    frame = metrics.compute(store.reader(demo_register), "norm", as_of=T)
    asking = frame.loc[frame["status"].isin(["OUT_OF_REACH", "NOT_MET", "TO_PLAN"])]
    shown = ids(visit(demo_register, "norm", volgorde="te-doen"))
    assert set(shown[: len(asking)]) == set(asking["network_id"])


def test_a_link_to_a_team_shows_that_team_alone(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "norm", team="lekpoort")
    frame = metrics.compute(store.reader(demo_register), "norm", as_of=T, basisteam="lekpoort")
    assert ids(at) == frame["network_id"].tolist()
    assert at.selectbox(key="filter_team").value == "lekpoort"


@pytest.mark.parametrize(("networks", "shown"), [(60, 60), (61, 25)])
def test_a_units_networks_stand_in_one_piece_and_more_in_pages(
    visit: Visit, register: Path, networks: int, shown: int
) -> None:
    fill(register, networks=[network(f"N{i:03}") for i in range(networks)])
    assert len(ids(visit(register, "norm"))) == shown


def test_the_last_page_holds_what_is_left(visit: Visit, register: Path) -> None:
    fill(register, networks=[network(f"N{i:03}") for i in range(120)])
    at = visit(register, "norm")
    assert len(ids(at)) == 25
    assert "Rij 1 tot en met 25 van 120" in text_of(at)
    page = next(p for p in at.get("pagination"))
    at.session_state[page.key] = 5
    at.run()
    assert ids(at) == [f"N{i:03}" for i in range(100, 120)]


def test_a_change_of_year_goes_to_the_address(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "norm", team="lekpoort")
    at.selectbox(key="filter_jaar").set_value(2021).run()
    assert not at.exception
    assert at.query_params["jaar"] == "2021"
    assert at.query_params["team"] == "lekpoort"
    frame = metrics.compute(
        store.reader(demo_register), "norm", year=2021, as_of=T, basisteam="lekpoort"
    )
    assert ids(at) == frame["network_id"].tolist()


def test_years_go_back_to_2007(visit: Visit, demo_register: Path) -> None:
    options = visit(demo_register, "norm").selectbox(key="filter_jaar").options
    assert options[0] == "2026"
    assert options[-1] == "2007"


def test_another_district_lets_the_team_go(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "norm", team="lekpoort")
    at.selectbox(key="filter_district").set_value("Flevoland").run()
    assert at.query_params["district"] == "Flevoland"
    assert "team" not in at.query_params


def test_defaults_leave_the_address(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "norm", jaar=2020)
    at.selectbox(key="filter_jaar").set_value(2026).run()
    assert "jaar" not in at.query_params


def test_bounds_stand_where_something_is_unknown(visit: Visit, register: Path) -> None:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    fill(
        register,
        networks=[network("AMBER"), network("BEEK")],
        meetings=meetings("AMBER", "held", *days),
    )
    page = text_of(visit(register, "norm"))
    assert "1 van 1<small>ten minste 1 van 2, ten hoogste 2 van 2</small>" in page


def test_names_are_shown_as_text_and_never_run(visit: Visit, register: Path) -> None:
    evil = '<img src=x onerror="alert(1)">'
    fill(register, networks=[network("N1", name=evil)], confirmations=[confirmation()])
    for page in ("overview", "norm", "network"):
        shown = text_of(visit(register, page, netwerk="N1"))
        assert "<img" not in shown
        assert page == "overview" or "&lt;img" in shown


@pytest.mark.parametrize(
    ("held", "planned", "drawn"),
    [(3, 1, "●●●○·"), (7, 1, "●●●●● +3"), (0, 0, "·····"), (2, 0, "●●···")],
)
def test_five_dots_tell_held_planned_and_open(held: int, planned: int, drawn: str) -> None:
    from bondgenoten.language import words
    from bondgenoten.ui.parts.marks import dots

    html = dots(words("nl"), held, planned, 5)
    shapes = {"filled": "●", "ring": "○", "open": "·"}
    found = "".join(shapes[name] for name in re.findall(r"shape-(\w+)", html))
    over = re.search(r">(\+\d+)<", html)
    assert found + (f" {over[1]}" if over else "") == drawn
    assert f"{held} gehouden, {planned} gepland, 5 vereist" in html
