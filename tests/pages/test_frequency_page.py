"""Frequentie says what `frequency` counts, which quarters stand out, and who is silent now."""

import json
import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from cast import T, confirmation, fill, meetings, network
from streamlit.testing.v1 import AppTest
from visits import Visit, text_of

from bondgenoten import charts, metrics, signals, store


@pytest.fixture(scope="module")
def seen() -> dict[str, AppTest]:
    """The page on the demo as it opens, kept for the tests that only read it."""
    return {}


@pytest.fixture
def opened(seen: dict[str, AppTest], visit: Visit, demo_register: Path) -> AppTest:
    return seen.get("page") or seen.setdefault("page", visit(demo_register, "frequency"))


def figures(path: Path, name: str, **asked: Any):  # type: ignore[no-untyped-def]
    return metrics.compute(store.reader(path), name, as_of=asked.pop("as_of", T), **asked)


def title(at) -> str:  # type: ignore[no-untyped-def]
    return re.search(r"<h1>(.*?)</h1>", text_of(at), re.S)[1]  # type: ignore[index]


def said(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


SCOPES = [({}, "region", None), ({"district": "Utrecht-Stad"}, "district", "Utrecht-Stad"),
          ({"team": "lekpoort"}, "basisteam", "lekpoort")]  # fmt: skip


@pytest.mark.parametrize(("asked", "level", "key"), SCOPES, ids=["region", "district", "team"])
def test_the_answer_equals_the_metric(
    visit: Visit, demo_register: Path, asked: dict[str, str], level: str, key: str | None
) -> None:
    at = visit(demo_register, "frequency", **asked)
    assert not at.exception
    frame = figures(demo_register, "frequency", grain="year")
    own = frame[(frame["period"] == "2026") & (frame["level"] == level)]
    row = (own[own["key"] == key] if key else own).iloc[0]
    held = said(row["meetings_held"], "bijeenkomst", "bijeenkomsten")
    assert title(at) == f"{held} gehouden in 2026 tot en met 23 november 2026"
    rate = f"{row['per_network_year']:.1f}".replace(".", ",")
    assert f"Per netwerkjaar zijn dat {rate} bijeenkomsten; de norm is 5." in text_of(at)
    assert said(row["active_networks"], "netwerk actief", "netwerken actief") in text_of(at)


def test_a_year_that_is_over_is_looked_at_on_its_last_day(
    visit: Visit, demo_register: Path
) -> None:
    at = visit(demo_register, "frequency", jaar=2021)
    frame = figures(demo_register, "frequency", grain="year", as_of=date(2021, 12, 31))
    row = frame[(frame["period"] == "2021") & (frame["level"] == "region")].iloc[0]
    assert title(at).startswith(
        f"{row['meetings_held']} bijeenkomsten gehouden in 2021 tot en met 31"
    )
    assert "loopt nog" not in text_of(at)


@pytest.mark.parametrize(("chosen", "periods"), [("maand", 35), ("kwartaal", 48), ("jaar", 20)])
def test_the_period_is_chosen_in_the_address(
    visit: Visit, demo_register: Path, chosen: str, periods: int
) -> None:
    at = visit(demo_register, "frequency", periode=chosen)
    spec = json.loads(at.get("plotly_chart")[0].proto.spec)
    assert len(spec["data"][0]["x"]) == periods
    assert at.segmented_control(key="filter_periode").value == chosen


def test_another_period_goes_to_the_address(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "frequency")
    at.segmented_control(key="filter_periode").set_value("jaar").run()
    assert at.query_params["periode"] == "jaar"
    at.segmented_control(key="filter_periode").set_value("kwartaal").run()
    assert "periode" not in at.query_params


def test_the_running_quarter_is_kept_out_of_the_limits(
    opened: AppTest, demo_register: Path
) -> None:
    frame = figures(demo_register, "frequency")
    region = frame[(frame["level"] == "region") & (frame["period"] >= "2015-Q1")]
    values = region["per_network_year"].tolist()
    limits = signals.xmr([float(value) for value in values[:-1]])
    assert limits
    shown = text_of(opened)
    low, high = (f"{value:.1f}".replace(".", ",") for value in (limits.lower, limits.upper))
    assert f"gewone schommeling loopt van {low} tot {high}" in shown
    assert "Het 4e kwartaal van 2026 loopt nog: voorlopig" in shown


def test_what_stands_out_is_listed_in_words(opened: AppTest) -> None:
    shown = text_of(opened)
    assert "<li>2e kwartaal 2020: onder de ondergrens.</li>" in shown
    assert re.search(r"<li>[^<]*kwartalen\): zeven of meer kwartalen achtereen", shown)


def quarterly(network_id: str, counts: list[int]) -> list[dict[str, Any]]:
    """Meetings of so many a quarter from January 2024, on the 3rd, 6th, ... of its first month."""
    starts = [date(2024 + i // 4, 1 + 3 * (i % 4), 1) for i in range(len(counts))]
    days = [
        start + timedelta(3 * k) for start, n in zip(starts, counts, strict=True) for k in range(n)
    ]
    return meetings(network_id, "held", *days)


def test_few_quarters_give_provisional_limits_and_fewer_none(visit: Visit, register: Path) -> None:
    fill(
        register,
        networks=[network("A", date(2024, 1, 1))],
        meetings=quarterly("A", [1, 2, 1, 2, 1, 2, 1]),
    )
    shown = visit(register, "frequency", peildatum="2025-09-30")
    assert "De grenzen zijn voorlopig (gestreept)" in text_of(shown)
    spec = json.loads(shown.get("plotly_chart")[1].proto.spec)
    assert [d["line"]["dash"] for d in spec["data"][:3]].count("dash") == 2
    few = text_of(visit(register, "frequency", peildatum="2025-03-31"))
    assert "Onder zes afgeronde kwartalen worden geen grenzen getrokken." in few


def test_silent_networks_are_those_of_the_norm(opened: AppTest, demo_register: Path) -> None:
    norm = figures(demo_register, "norm")
    silent = norm[norm["dormant"] & norm["is_active"]]
    shown = text_of(opened)
    part = shown[shown.index("Wie is nu stil") : shown.index("rangorde")]
    assert f"Wie is nu stil: {len(silent)} van {int(norm['is_active'].sum())} actieve" in part
    assert re.findall(r"netwerk=([^&\"]+)", part) == silent["network_id"].tolist()
    for last in silent["last_held_on"].dropna():
        assert f'<td class="number">{(T - last).days}</td>' in part


def test_the_calendar_counts_what_was_held(opened: AppTest, demo_register: Path) -> None:
    frame = figures(demo_register, "rhythm")
    shown = text_of(opened)
    assert f"{frame['network_id'].nunique()} netwerken, maand voor maand" in shown
    first = frame[frame["network_id"] == frame["network_id"].iloc[24]]
    row = re.search(rf"netwerk={first['network_id'].iloc[0]}[^>]*>[^<]*</a><small>.*?</tr>", shown)
    cells = re.findall(r'class="heat[^"]*">([^<]*)<', row[0])  # type: ignore[index]
    assert cells == [
        "–" if not held and not days else str(held)
        for held, days in zip(first["held"], first["active_days"], strict=True)
    ]


def test_very_many_networks_are_shown_a_page_at_a_time(visit: Visit, register: Path) -> None:
    fill(register, networks=[network(f"N{i:03}") for i in range(120)])
    at = visit(register, "frequency")
    shown = text_of(at)
    assert shown.count("<tr") < 300
    calendar = shown[shown.index("maand voor maand") :]
    assert re.findall(r"netwerk=(N\d+)", calendar) == [f"N{i:03}" for i in range(25)]


def test_the_funnel_counts_what_development_counts(opened: AppTest, demo_register: Path) -> None:
    last = figures(demo_register, "development", since=T)
    region = last[last["level"] == "region"].iloc[-1]
    shown = text_of(opened)
    assert f"({region['met']} van {region['assessable']})" in shown
    assert "dit is geen rangorde" in shown


def test_a_team_far_from_the_others_lies_outside_the_limits(visit: Visit, register: Path) -> None:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    good = [network(f"G{i}", basisteam="amersfoort") for i in range(20)]
    poor = [network(f"P{i}") for i in range(8)]
    fill(
        register,
        networks=[*good, *poor],
        meetings=[m for one in good for m in meetings(one["network_id"], "held", *days)],
        confirmations=[confirmation()],
    )
    shown = text_of(visit(register, "frequency"))
    assert "1 basisteam buiten de grenzen van toeval" in shown
    row = re.search(r"Lekpoort</a></th>.*?</tr>", shown[shown.index("Oordeel") :], re.S)
    assert "0 van 8" in row[0] and "buiten de grenzen van toeval" in row[0]  # type: ignore[index]


def test_nobody_is_invented_where_no_network_is_active(visit: Visit, register: Path) -> None:
    fill(register, networks=[network("A", date(2019, 1, 1), ended_on=date(2020, 6, 30))])
    at = visit(register, "frequency")
    assert not at.exception
    assert title(at) == "In 2026 was hier geen netwerk actief"
    assert "Wie is nu stil: 0 van 0 actieve netwerken" in text_of(at)


def rows(values: list[float | None], running: bool = False) -> list[dict[str, Any]]:
    return [
        {"label": f"q{i}", "tick": None, "value": value, "norm": 5, "is_marked": False}
        | {"is_running": running and i == len(values) - 1}
        for i, value in enumerate(values)
    ]


NAMES = {name: name for name in ("value", "marked", "running", "norm")}
ENDS = {name: name for name in ("norm", "upper", "centre", "lower")}


def test_the_lower_limit_is_never_drawn_below_nought() -> None:
    values = [1.0, 9.0] * 7
    limits = signals.xmr(values)
    assert limits and limits.lower < 0
    figure = charts.per_network_year(rows([*values]), limits, NAMES, ENDS)
    assert min(min(line["y"]) for line in figure["data"][:3]) == 0
    assert {line["line"]["dash"] for line in figure["data"][:3]} == {"solid"}


def test_the_running_quarter_is_an_open_dot_apart_from_the_line() -> None:
    figure = charts.per_network_year(rows([4.0, 5.0, 2.0], running=True), None, NAMES, ENDS)
    line, last = figure["data"][1], figure["data"][-1]
    assert line["y"] == [4.0, 5.0, None]
    assert (last["y"], last["marker"]["symbol"]) == ([2.0], "circle-open")


def test_names_at_the_edge_never_overlap() -> None:
    limits = signals.Limits(4.9, 5.0, 5.1, False)
    figure = charts.per_network_year(rows([5.0] * 12), limits, NAMES, ENDS)
    top = figure["layout"]["yaxis"]["range"][1]
    places = sorted(a["y"] * 292 / top + a["yshift"] for a in figure["layout"]["annotations"])
    assert all(high - low >= 15 for low, high in pairwise(places))
