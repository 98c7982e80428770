"""Overzicht says what the metrics say, for the region, a district, a team and another year."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from cast import T
from visits import Visit, text_of

from bondgenoten import metrics, store
from bondgenoten.language import words

SAY = words("nl")


def title(at) -> str:  # type: ignore[no-untyped-def]
    return unescape(re.search(r"<h1>(.*?)</h1>", text_of(at), re.S)[1])  # type: ignore[index]


def norm(path: Path, year: int = 2026, as_of: date = T, **scope: str) -> pd.DataFrame:
    return metrics.compute(store.reader(path), "norm", year=year, as_of=as_of, **scope)


@pytest.mark.parametrize("scope", [{}, {"district": "Flevoland"}, {"team": "lekpoort"}], ids=str)
def test_the_answer_equals_the_norm(
    visit: Visit, demo_register: Path, scope: dict[str, str]
) -> None:
    at = visit(demo_register, **scope)
    asked = {"basisteam" if name == "team" else name: value for name, value in scope.items()}
    frame = norm(demo_register, **asked)
    well = frame["status"].isin(["MET", "ON_COURSE"]).sum()
    of = (~frame["status"].isin(["UNKNOWN", "NOT_ASSESSABLE"])).sum()
    plan = frame.loc[frame["status"].isin(["TO_PLAN", "OUT_OF_REACH"]), "still_to_plan"].sum()
    assert title(at).startswith(f"{well} van {of} netwerken ")
    assert f"Nog {plan} bijeenkomsten te plannen voor 31 december." in title(at)


def test_a_year_that_is_over_asks_for_no_planning(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, jaar=2024)
    frame = norm(demo_register, 2024)
    met = (frame["status"] == "MET").sum()
    assert title(at).startswith(f"In 2024 haalden {met} van ")
    assert "te plannen" not in title(at)


def test_the_last_day_of_the_year_asks_for_no_planning(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, peildatum="2026-12-31")
    assert "In 2026 haalden" in title(at)
    assert "te plannen voor" not in text_of(at)


def test_unknown_names_the_teams_that_have_not_confirmed(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register)
    unknown = (norm(demo_register)["status"] == "UNKNOWN").sum()
    frame = metrics.compute(store.reader(demo_register), "compliance", as_of=T)
    late = (~frame.loc[frame["level"] == "basisteam", "is_confirmed"]).sum()
    assert f"Van {unknown} netwerken is de stand onbekend: {late} basisteams hebben" in text_of(at)


def test_every_basisteam_has_a_tile_that_opens_it(visit: Visit, demo_register: Path) -> None:
    page = text_of(visit(demo_register, peildatum="2025-06-30"))
    tiles = re.findall(r'<li class="tile[^>]*><a href="\./basisteam\?([^"]*)"', page)
    frame = metrics.compute(store.reader(demo_register), "compliance", as_of=date(2025, 6, 30))
    teams = frame.loc[frame["level"] == "basisteam", "key"].tolist()
    assert [re.search(r"team=([^&]+)", t)[1] for t in tiles] == teams  # type: ignore[index]
    assert all("peildatum=2025-06-30" in tile for tile in tiles), "a link keeps the choices"


def test_a_team_without_a_network_says_so(visit: Visit, demo_register: Path) -> None:
    frame = metrics.compute(store.reader(demo_register), "compliance", as_of=T)
    none = frame[(frame["level"] == "basisteam") & (frame["networks"] == 0)]
    page = text_of(visit(demo_register))
    assert len(none) > 0
    assert page.count('class="count">geen netwerk') == len(none)


def test_at_most_five_figures_lead(visit: Visit, demo_register: Path) -> None:
    assert text_of(visit(demo_register)).count("<dd>") == 5


def test_the_development_has_words_and_a_table(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register)
    chart = at.get("plotly_chart")[0].proto
    frame = metrics.compute(store.reader(demo_register), "development", as_of=T)
    frame = frame[frame["level"] == "region"]
    last = frame.iloc[-1]
    assert f"{last['met']} van {last['assessable']}" in chart.alt
    assert text_of(at).count('scope="row">') == len(frame)
