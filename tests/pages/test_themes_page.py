"""Thema's says what `themes` counts, never a percentage of few, and keeps its choices in the URL."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from cast import T, confirmation, fill, meetings, network
from visits import Visit, text_of

from bondgenoten import charts, metrics, store
from bondgenoten.language import words
from bondgenoten.ui import theme_view

CAPTION = "Wat is besproken, niet hoe vaak iets voorkomt."
DAY = date(2025, 2, 14)


def themes(path: Path, **scope: str) -> pd.DataFrame:
    return metrics.compute(store.reader(path), "themes", as_of=T, **scope)


def last_confirmed(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["quarter"] == frame.loc[~frame["provisional"], "quarter"].max()]


def test_the_answer_equals_the_counts(visit: Visit, demo_register: Path) -> None:
    page = unescape(text_of(visit(demo_register, "themes")))
    rows = last_confirmed(themes(demo_register))
    most = rows["meetings_with_theme"].max()
    of = rows["meetings_with_any_theme"].max()
    title = re.search(r"<h1>(.*?)</h1>", page)[1]  # type: ignore[index]
    assert f"bij {most} van {of} bijeenkomsten" in title
    moved = rows["change"].isin(["MORE", "LESS"]).sum()
    assert page.count("<td>geen aantoonbaar verschil</td>") == len(rows) - moved
    assert f"Bij de andere {len(rows) - moved} thema's is er geen aantoonbaar verschil." in page


@pytest.mark.parametrize("scope", [{}, {"district": "Gooi en Vechtstreek"}, {"team": "lekpoort"}],
                         ids=str)  # fmt: skip
def test_the_caption_always_stands_there(
    visit: Visit, demo_register: Path, scope: dict[str, str]
) -> None:
    at = visit(demo_register, "themes", **scope)
    assert not at.exception
    assert CAPTION in text_of(at)


def test_small_numbers_are_said_as_counts(visit: Visit, demo_register: Path) -> None:
    page = unescape(text_of(visit(demo_register, "themes", team="lekpoort")))
    rows = last_confirmed(themes(demo_register, basisteam="lekpoort"))
    of = rows["meetings_with_any_theme"].max()
    assert of < 10
    assert f"{rows['meetings_with_theme'].max()} van {of}" in page
    assert "Te weinig bijeenkomsten om met het" in page


def test_chosen_themes_and_the_first_year_live_in_the_address(
    visit: Visit, demo_register: Path
) -> None:
    at = visit(demo_register, "themes", thema="trust,polarisation", vanaf="2015")
    assert at.multiselect(key="filter_thema").value == ["trust", "polarisation"]
    at.multiselect(key="filter_thema").set_value(["trust"]).run()
    assert at.query_params["thema"] == "trust"
    assert at.query_params["vanaf"] == "2015"
    at.multiselect(key="filter_thema").set_value(list(theme_view.DEFAULT)).run()
    assert "thema" not in at.query_params


@pytest.mark.parametrize("asked", [{"thema": "weather"}, {"vanaf": "1999"}, {"kwartaal": "2026-Q9"},
                                   {"onderwerp": "weather"}], ids=str)  # fmt: skip
def test_a_wrong_choice_is_said(visit: Visit, demo_register: Path, asked: dict[str, str]) -> None:
    at = visit(demo_register, "themes", **asked)
    assert not at.exception
    assert next(iter(asked)) in next(b.value for b in at.html if 'role="status"' in b.value)


def test_events_of_the_chosen_themes_are_an_ordered_list(visit: Visit, demo_register: Path) -> None:
    page = text_of(visit(demo_register, "themes", thema="refugee_shelter", vanaf="2007"))
    listed = re.search(r"<ol aria-label.*?</ol>", page, re.S)[0]  # type: ignore[index]
    known = store.reader(demo_register).rows(
        "select count(*) from register.events where theme = 'refugee_shelter'"
    )
    assert listed.count("<li>") == known[0][0] == 7
    only = text_of(visit(demo_register, "themes", thema="trust", team="lekpoort", vanaf="2007"))
    assert "Ondiep" not in only, "what happened elsewhere stays out"


def test_the_rows_of_the_teams_add_up_to_the_region(visit: Visit, demo_register: Path) -> None:
    asked = {"onderwerp": "polarisation", "kwartaal": "2024-Q4"}
    page = text_of(visit(demo_register, "themes", **asked))
    frame = themes(demo_register)
    row = frame[(frame["quarter"] == "2024-Q4") & (frame["theme"] == "polarisation")].iloc[0]
    x, n = row["meetings_with_theme"], row["meetings_with_any_theme"]
    assert f"({x} van {n})" in page.split("Waar het ter sprake kwam")[1]
    teams = metrics.compute(store.reader(demo_register), "themes_by_team", as_of=T)
    own = teams[(teams["quarter"] == "2024-Q4") & (teams["theme"] == "polarisation")]
    assert (own["meetings_with_theme"].sum(), own["meetings_with_any_theme"].sum()) == (x, n)


def test_mainly_one_network_is_said(visit: Visit, register: Path) -> None:
    days = [date(2026, 7, day) for day in range(1, 7)]
    fill(register, networks=[network("A"), network("B")], confirmations=[confirmation()],
         meetings=[*meetings("A", "held", *days, themes=["trust"]),
                   *meetings("B", "held", days[0], themes=["other"])])  # fmt: skip
    page = text_of(visit(register, "themes", team="lekpoort"))
    assert "1 van 2 netwerken<small>vooral één netwerk</small>" in page


def test_nothing_confirmed_is_said(visit: Visit, register: Path) -> None:
    fill(register, networks=[network("A")])
    page = text_of(visit(register, "themes"))
    assert "Nog geen kwartaal is door alle basisteams bevestigd" in page


def test_hidden_shares_of_the_agenda_say_why(visit: Visit, demo_register: Path) -> None:
    page = text_of(visit(demo_register, "themes", team="de-copen"))
    assert "verborgen: bij meer dan 30% onbekend" in page


def test_english_names_the_themes_in_english(visit: Visit, demo_register: Path) -> None:
    page = text_of(visit(demo_register, "themes", taal="en"))
    assert "What was discussed, not how often something happens." in page
    assert "Traffic and liveability" in page


def point(n: int, *, provisional: bool = False, on: date = DAY) -> dict[str, object]:
    return {"on": on, "share": 0.5, "share_low": 0.3, "share_high": 0.7, "provisional": provisional,
            "is_small": n < 10, "said": f"1 van {n}"}  # fmt: skip


def test_a_quarter_with_few_meetings_is_a_point_and_no_line() -> None:
    rows = [point(20), point(4), point(20), point(20, provisional=True)]
    figure = charts.themes({}, {"trust": rows}, {"trust": "Vertrouwen"}, [], "voorlopig")
    firm = next(t for t in figure["data"] if t.get("line", {}).get("width") == 2.8)
    assert firm["y"] == [0.5, None, 0.5, None]
    dotted = next(t for t in figure["data"] if t.get("line", {}).get("dash") == "dot")
    assert dotted["y"] == [None, None, 0.5, 0.5]
    lone, few = (t for t in figure["data"] if "error_y" in t)
    assert few["text"] == ["<b>Vertrouwen</b><br>1 van 4"]
    assert lone["text"] == ["<b>Vertrouwen</b><br>1 van 20"], "it has no neighbour for a band"
    assert lone["error_y"]["array"] == [pytest.approx(0.2)]
    assert len(figure["data"][0]["x"]) == 1, "one quarter is hatched"


def test_every_theme_has_its_panel_on_the_same_scale() -> None:
    series = {f"t{n}": [point(20), point(20)] for n in range(16)}
    figure = charts.theme_panels(series, {theme: theme for theme in series})
    scale = figure["layout"]["yaxis"]
    height = dict(zip(scale["tickvals"], scale["ticktext"], strict=True))
    assert [height[floor] for floor in range(8)] == ["0%"] * 8
    steps = {round(at % 1, 9) for at, said in height.items() if said == "50%"}
    assert len(steps) == 1, "half stands equally high in each"
    firm = [t for t in figure["data"] if t.get("line", {}).get("width") == 1.8]
    drawn = [round(y % 1, 9) for line in firm for y in line["y"] if y is not None]
    assert set(drawn) == steps and len(drawn) == 32
    named = [t for t in figure["data"] if t["mode"] == "text"]
    assert sorted(name for t in named for name in t["text"]) == sorted(series)


def test_a_share_between_small_numbers_is_a_point_with_its_interval_in_its_panel() -> None:
    series = {"a": [point(4), point(20), point(4)], "b": [point(20), point(20)]}
    figure = charts.theme_panels(series, {"a": "Armoede", "b": "Buurt"})
    (lone,) = (t for t in figure["data"] if "error_y" in t)
    assert lone["text"] == ["<b>Armoede</b><br>1 van 20"]


def test_a_panel_says_its_theme_where_it_is_pointed_at() -> None:
    series = {"a": [point(20)], "b": [point(20)], "c": [point(20)]}
    figure = charts.theme_panels(series, {"a": "Armoede", "b": "Buurt", "c": "Cohesie"})
    firm = [t for t in figure["data"] if t.get("line", {}).get("width") == 1.8]
    said = {text: (line["xaxis"], y > 1) for line in firm
            for text, y in zip(line["text"], line["y"], strict=True) if text}  # fmt: skip
    assert said == {
        "<b>Armoede</b><br>1 van 20": ("x", True),
        "<b>Buurt</b><br>1 van 20": ("x2", True),
        "<b>Cohesie</b><br>1 van 20": ("x", False),
    }


def test_themes_that_came_up_equally_often_are_all_named() -> None:
    from bondgenoten.ui.theme_sentences import answer

    rows = [{"theme": t, "meetings_with_theme": 4, "meetings_with_any_theme": 9} for t in "ab"]
    said = answer(words("nl"), rows, {"a": "Armoede", "b": "Overig"}, "2026-Q3")
    assert "Armoede en Overig: elk bij 4 van 9 bijeenkomsten" in said


def test_a_scope_with_few_meetings_has_counts_and_no_picture(
    visit: Visit, demo_register: Path
) -> None:
    at = visit(demo_register, "themes", team="lekpoort")
    assert not at.get("plotly_chart")
    assert "een lijn zou alleen toeval tonen" in text_of(at)
    assert len(visit(demo_register, "themes").get("plotly_chart")) == 2
