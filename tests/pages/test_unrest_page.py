"""Onrust says where a network was when something happened, as `unrest` counts it."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cast import T, fill, meetings, network
from visits import Visit, text_of

from bondgenoten import metrics, store

RIOT = "E034"  # Houten, 14 October 2025: basisteam lekpoort alone


def unrest(path: Path, **asked: Any):  # type: ignore[no-untyped-def]
    return metrics.compute(store.reader(path), "unrest", as_of=asked.pop("as_of", T), **asked)


def title(at) -> str:  # type: ignore[no-untyped-def]
    return re.search(r"<h1>(.*?)</h1>", text_of(at), re.S)[1]  # type: ignore[index]


@pytest.mark.parametrize("event", ["E034", "E032", "E019"])
def test_the_answer_of_an_event_equals_the_metric(
    visit: Visit, demo_register: Path, event: str
) -> None:
    at = visit(demo_register, "unrest", gebeurtenis=event)
    frame = unrest(demo_register)
    rows = frame[frame["event_id"] == event]
    active, prepared = (rows["reach"] != "NO_NETWORK").sum(), (rows["reach"] == "PREPARED").sum()
    assert f"in {active} van {len(rows)} basisteam" in title(at)
    assert f"in {prepared} was het voorbereid" in title(at)
    if rows["followed"].sum():
        said = (
            f"{rows['in_time'].sum()} van {rows['followed'].sum()} netwerken kwamen binnen 7 dagen"
        )
        assert said in text_of(at)


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "effect op de veiligheid is niet aan te tonen"), ("en", "safety cannot be shown")],
)
@pytest.mark.parametrize("asked", [{}, {"gebeurtenis": RIOT}], ids=str)
def test_no_effect_on_safety_is_ever_claimed(
    visit: Visit, demo_register: Path, asked: dict[str, str], language: str, said: str
) -> None:
    at = visit(demo_register, "unrest", taal=language, **asked)
    assert not at.exception
    assert said in text_of(at)


def test_every_event_has_a_row_with_a_shape_for_each_team_it_touched(
    visit: Visit, demo_register: Path
) -> None:
    page = text_of(visit(demo_register, "unrest"))
    frame = unrest(demo_register)
    picture = page[page.index('class="figures matrix"') :]
    shown = re.findall(r"gebeurtenis=(E\d+)", picture)
    assert shown == frame["event_id"].drop_duplicates().tolist()[::-1]
    words = {"PREPARED": "netwerk, voorbereid", "NETWORK": "netwerk", "NO_NETWORK": "geen netwerk"}
    body = picture[picture.index("<tbody>") :]
    for code, word in words.items():
        drawn = body.count(f'<span class="unseen">{word}</span>')
        assert drawn == (frame["reach"] == code).sum()


def test_one_district_shows_its_own_basisteams(visit: Visit, demo_register: Path) -> None:
    page = text_of(visit(demo_register, "unrest", district="Flevoland"))
    picture = page[page.index('class="figures matrix"') :]
    assert set(re.findall(r"basisteam\?[^\"]*team=([^&\"]+)", picture)) == set(
        unrest(demo_register, district="Flevoland")["basisteam"]
    )


def test_too_many_basisteams_are_counted_by_district(
    visit: Visit, demo_register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bondgenoten.ui.parts.unrest_matrix.MOST_TEAMS", 10)
    page = text_of(visit(demo_register, "unrest"))
    frame = unrest(demo_register)
    rows = frame[(frame["event_id"] == "E032") & (frame["district"] == "Flevoland")]
    active = (rows["reach"] != "NO_NETWORK").sum()
    row = page[page.index("gebeurtenis=E032") :]
    first = re.search(r"<td>(.*?)</td>", row)
    assert first
    assert first[1] == f"{active} van {len(rows)}"


def test_an_event_lists_teams_networks_and_what_was_discussed(visit: Visit, register: Path) -> None:
    riot = date(2025, 10, 14)
    fill(
        register,
        networks=[network("AMBER", name="Amber"), network("BEEK", name="Beek")],
        meetings=meetings("AMBER", "held", date(2025, 6, 1), date(2025, 9, 1))
        + meetings("AMBER", "held", date(2025, 10, 17), themes=["refugee_shelter"])
        + meetings("BEEK", "held", date(2025, 11, 11), themes=["refugee_shelter", "trust"])
        + meetings("BEEK", "held", date(2025, 11, 12), themes=["trust"]),
    )
    page = text_of(visit(register, "unrest", gebeurtenis=RIOT))
    assert riot == unrest(register)["date"].iloc[-2]
    assert "1 van 2 netwerken kwam binnen 7 dagen bijeen." in page
    amber, beek = (page[page.rindex(f">{name}</a>") :] for name in ("Amber", "Beek"))
    assert amber.index("na 3 dagen") < amber.index("</tr>")
    assert beek.index("na 28 dagen") < beek.index("</tr>")
    # The day after the 28 days is outside: trust was discussed once within them.
    assert "Opvanglocatie vluchtelingen 2, Vertrouwen" in page
    assert re.search(r"Vertrouwen[^<,]* 1</td>", page)


def test_follow_up_that_has_not_passed_is_too_early(visit: Visit, register: Path) -> None:
    fill(register, networks=[network("AMBER", name="Amber")])
    early = text_of(visit(register, "unrest", gebeurtenis=RIOT, peildatum="2025-10-20"))
    assert "Voor 1 netwerk is het te vroeg" in early
    late = text_of(visit(register, "unrest", gebeurtenis=RIOT, peildatum="2025-10-21"))
    assert "0 van 1 netwerk kwam binnen 7 dagen bijeen." in late
    assert "nog niet" in late


def test_an_event_after_the_as_of_date_is_not_shown(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "unrest", gebeurtenis="E035", peildatum="2026-01-14")
    assert not at.exception
    assert "Visscherssteeg" not in text_of(at)


def test_an_event_elsewhere_is_said_to_be_elsewhere(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "unrest", gebeurtenis=RIOT, team="amersfoort")
    assert "raakte dit deel van de organisatie niet" in title(at)


def test_peace_and_unrest_are_two_counts(visit: Visit, demo_register: Path) -> None:
    frame = metrics.compute(store.reader(demo_register), "peacetime", as_of=T)
    year = frame[frame["year"] == 2025]
    peace, after = year["in_peacetime"].sum(), year["after_event"].sum()
    page = text_of(visit(demo_register, "unrest", jaar=2025))
    assert f"Bijeenkomsten in 2025: {peace} in vredestijd, {after} na een gebeurtenis" in page


def test_a_choice_of_event_goes_to_the_address(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "unrest")
    at.selectbox(key="filter_gebeurtenis").set_value(RIOT).run()
    assert not at.exception
    assert at.query_params["gebeurtenis"] == [RIOT] or at.query_params["gebeurtenis"] == RIOT
    assert "azc" in title(at)


def test_the_rows_behind_are_read_only_when_opened(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "unrest", gebeurtenis=RIOT)
    assert "gehouden, telt mee" not in text_of(at)
    at.session_state["evidence-unrest"] = True
    at.run()
    page = text_of(at)
    assert not at.exception
    listed = metrics.compute(
        store.reader(demo_register), "evidence", as_of=T, basisteam="lekpoort", grain="day"
    )
    inside = listed[(listed["date"] >= date(2025, 4, 17)) & (listed["date"] <= date(2025, 11, 11))]
    assert f"{len(inside)} rijen" in page
    assert f"{(inside['counts_as'] == 'COUNTED').sum()} gehouden, telt mee" in page


def test_events_are_named_in_the_readers_language(visit: Visit, demo_register: Path) -> None:
    for language, name in (("nl", "Ramp met vlucht MH17"), ("en", "Downing of flight MH17")):
        at = visit(demo_register, "unrest", taal=language)
        assert f">{name}</a>" in text_of(at)
        assert any(name in option for option in at.selectbox(key="filter_gebeurtenis").options)
