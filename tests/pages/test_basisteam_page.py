"""Basisteam: everything of one team, equal to the metrics; without a team a calm choice."""

import re
from datetime import date
from pathlib import Path

import pytest
from cast import T, confirmation, fill, meetings, network
from visits import Visit, text_of

from bondgenoten import charts, metrics, store
from bondgenoten.language import words
from bondgenoten.ui.parts.team_data import came_in


def of_team(path: Path, name: str, team: str):  # type: ignore[no-untyped-def]
    return metrics.compute(store.reader(path), name, as_of=T, basisteam=team)


def section(page: str, title: str) -> str:
    """The HTML from a heading to the next one."""
    start = page.index(f"<h2>{title}</h2>")
    end = page.find("<h2>", start + 4)
    return page[start : end if end > 0 else None]


def test_without_a_team_every_team_can_be_chosen(visit: Visit, demo_register: Path) -> None:
    page = text_of(visit(demo_register, "basisteam"))
    frame = metrics.compute(store.reader(demo_register), "compliance", as_of=T)
    teams = frame.loc[frame["level"] == "basisteam", "key"].tolist()
    assert re.findall(r"basisteam\?team=([^&\"]+)", page) == teams
    assert (
        page.count("geen netwerk</span>")
        == ((frame["level"] == "basisteam") & (frame["networks"] == 0)).sum()
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_team_of_the_demo_opens(visit: Visit, demo_register: Path, language: str) -> None:
    for team in ("lekpoort", "gooi-noord", "gooi-zuid", "utrecht-noord"):
        at = visit(demo_register, "basisteam", team=team, taal=language)
        assert not at.exception
        assert "<h1>" in text_of(at)


def test_the_answer_and_the_networks_are_those_of_the_norm(
    visit: Visit, demo_register: Path
) -> None:
    page = text_of(visit(demo_register, "basisteam", team="lekpoort"))
    norm = of_team(demo_register, "norm", "lekpoort")
    well = norm["status"].isin(["MET", "ON_COURSE"]).sum()
    of = (~norm["status"].isin(["UNKNOWN", "NOT_ASSESSABLE"])).sum()
    assert f"<h1>{well} van {of} netwerken" in page
    assert norm["network_id"].tolist() == re.findall(
        r"<small>(LEK-\d+) · Lekpoort</small>", section(page, f"{len(norm)} netwerken")
    )


def test_a_team_without_a_network_says_since_when(visit: Visit, demo_register: Path) -> None:
    page = text_of(visit(demo_register, "basisteam", team="gooi-noord"))
    assert "Er is hier nog nooit een netwerk geweest." in page
    lost = text_of(visit(demo_register, "basisteam", team="almere-haven-poort"))
    assert "Er is geen actief netwerk sinds" in lost


def test_themes_stand_beside_the_region_in_counts(visit: Visit, register: Path) -> None:
    fill(
        register,
        networks=[network("AMBER"), network("ELS", basisteam="amersfoort")],
        meetings=meetings("AMBER", "held", date(2026, 2, 1), date(2026, 3, 1), themes=["trust"])
        + meetings("AMBER", "held", date(2025, 11, 24), themes=["other", "trust"])
        + meetings("AMBER", "held", date(2025, 11, 23), themes=["other"])
        + meetings("AMBER", "held", date(2026, 4, 1))
        + meetings("ELS", "held", date(2026, 4, 1), themes=["other"]),
    )
    page = section(
        text_of(visit(register, "basisteam", team="lekpoort")), "Waarover het ging, naast de regio"
    )
    assert "3 van 4 gehouden bijeenkomsten" in page
    assert "niet hoe vaak iets voorkomt" in page
    found = dict(re.findall(r'row">([^<]+)</th><td class="number">([^<]+)</td>', page))
    assert found["Overig"] == "1 van 3"
    region = dict(
        re.findall(r'row">([^<]+)</th><td[^>]*>[^<]+</td><td class="number">([^<]+)<', page)
    )
    assert region["Overig"] == "2 van 4"


def test_each_quarter_says_how_it_was_confirmed(visit: Visit, register: Path) -> None:
    fill(
        register,
        networks=[network("AMBER")],
        confirmations=[
            confirmation(covers_until=date(2026, 3, 31), confirmed_on=date(2026, 4, 10)),
            confirmation(covers_until=date(2026, 6, 30), confirmed_on=date(2026, 8, 1)),
        ],
    )
    page = section(
        text_of(visit(register, "basisteam", team="lekpoort")), "De opgaven van dit basisteam"
    )
    said = re.findall(r"<span>([^<]+)</span></span></td>", page)
    assert said[:3] == ["ontbreekt", "te laat", "op tijd"]
    assert len(said) == 8
    # A quarter that ended and whose deadline has not passed asks for nothing yet.
    early = text_of(visit(register, "basisteam", team="lekpoort", peildatum="2026-10-10"))
    assert "termijn loopt nog" in section(early, "De opgaven van dit basisteam")


@pytest.mark.parametrize(
    ("complete", "on_time", "due", "code"),
    [(True, True, True, "ON_TIME"), (True, False, True, "LATE"), (False, False, True, "MISSING"),
     (False, False, False, "NOT_DUE")],
)  # fmt: skip
def test_a_confirmation_has_one_of_four_outcomes(
    complete: bool, on_time: bool, due: bool, code: str
) -> None:
    assert came_in({"is_complete": complete, "is_on_time": on_time, "is_due": due}) == code


def test_open_questions_are_counted_with_their_rows(visit: Visit, register: Path) -> None:
    pause = {"network_id": "AMBER", "paused_from": date(2026, 5, 1),
             "paused_until": date(2026, 5, 31), "reason": "x"}  # fmt: skip
    fill(
        register,
        networks=[network("AMBER"), network("BEEK", members_citizens=9)],
        pauses=[pause],
        meetings=meetings("AMBER", "planned", date(2026, 11, 22), T)
        + meetings("AMBER", "held", date(2026, 5, 31), themes=["trust"])
        + meetings("AMBER", "held", date(2024, 11, 23), date(2024, 11, 24)),
    )
    frame = of_team(register, "questions", "lekpoort")
    asked = sorted(
        zip(
            frame["question"],
            frame["network_id"],
            map(str, frame["date"].array.tolist()),
            strict=True,
        )
    )
    assert asked == [
        ("HELD_IN_PAUSE", "AMBER", "2026-05-31"),
        ("MORE_THAN_TEN", "BEEK", "<NA>"),
        ("NEVER_CONFIRMED", "AMBER", "2026-11-22"),
        ("NO_THEME", "AMBER", "2024-11-24"),
    ]
    page = section(
        text_of(visit(register, "basisteam", team="lekpoort")), "Wat de gegevens open laten"
    )
    for code in frame["question"]:
        assert f"<dt>{words('nl')(f'code.{code}')}</dt><dd>1</dd>" in page


def test_the_rhythm_draws_each_meeting_on_its_network() -> None:
    shown = [{"network_id": "A", "name": "Amber", "is_ended": False, "ended_on": None},
             {"network_id": "B", "name": "B<i>", "is_ended": True, "ended_on": T}]  # fmt: skip
    rows = [{"network_id": "A", "name": "Amber", "date": T, "counts_as": "COUNTED"},
            {"network_id": "B", "name": "B<i>", "date": T, "counts_as": "NEVER_CONFIRMED"}]  # fmt: skip
    pause = {"network_id": "B", "paused_from": date(2026, 1, 1), "paused_until": None}
    figure = charts.strips(shown, rows, [pause], words("nl"), (date(2024, 11, 24), T), T)
    _, names, held, never = figure["data"]
    assert (held["y"], held["marker"]["symbol"]) == ([0], "circle")
    assert (never["y"], never["marker"]["symbol"]) == ([-1], "diamond-open")
    assert names["text"] == ["Amber", "B&lt;i> (einddatum 23-11-2026)"]
    assert sum(one["type"] == "rect" for one in figure["layout"]["shapes"]) == 1


@pytest.mark.parametrize(("begins", "side"), [(date(2019, 1, 1), "right"), (T, "left")])
def test_the_word_at_the_as_of_date_stands_on_the_side_with_room(begins: date, side: str) -> None:
    span = (begins, date(2027, 1, 1))
    for figure in (charts.strips([], [], [], words("nl"), span, T),
                   charts.life([], [], words("nl"), span, T)):  # fmt: skip
        assert [one["xanchor"] for one in figure["layout"]["annotations"]] == [side]


def test_one_network_is_said_as_one(visit: Visit, one_network: Path) -> None:
    page = text_of(visit(one_network, "basisteam", team="lekpoort"))
    assert "gehouden bijeenkomsten van 1 netwerk;" in page


def test_never_more_than_a_page_of_strips_are_drawn(visit: Visit, register: Path) -> None:
    fill(register, networks=[network(f"N{i:03}") for i in range(60)])
    at = visit(register, "basisteam", team="lekpoort")
    assert not at.exception
    assert "Rij 1 tot en met 12 van 60" in text_of(at)
