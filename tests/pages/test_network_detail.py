"""Netwerk tells what it spoke of, who were there and what happened around it, as the rows say."""

import re
from datetime import date
from pathlib import Path

import pytest
from cast import T, fill, meetings, network
from visits import Visit, text_of

from bondgenoten import metrics, store


def section(page: str, title: str) -> str:
    start = page.index(f"<h2>{title}</h2>")
    end = page.find("<h2>", start + 4)
    return page[start : end if end > 0 else None]


@pytest.fixture
def amber(register: Path) -> Path:
    """Amber spoke of trust three times, once more than 24 months ago."""
    present = {"present_police": 1, "present_municipality": 0, "present_citizens": 4}
    fill(
        register,
        networks=[network("AMBER", name="Amber")],
        meetings=meetings("AMBER", "held", date(2024, 11, 23), themes=["trust"])
        + meetings("AMBER", "held", date(2024, 11, 24), themes=["trust"], **present)
        + meetings("AMBER", "held", date(2025, 10, 17), themes=["other", "trust"],
                   **present | {"present_municipality": 1})
        + meetings("AMBER", "held", date(2026, 1, 5))
        + meetings("AMBER", "planned", date(2026, 12, 5), themes=["trust"]),
    )  # fmt: skip
    return register


def test_themes_of_24_months_stand_beside_those_of_its_whole_life(
    visit: Visit, amber: Path
) -> None:
    page = section(text_of(visit(amber, "network", netwerk="AMBER")), "Waarover het ging")
    assert "niet hoe vaak iets voorkomt" in page
    rows = re.findall(r'row">([^<]+)</th><td[^>]*>([^<]+)</td><td[^>]*>([^<]+)<', page)
    assert [row[1:] for row in rows if row[0].startswith("Vertrouwen")] == [("2 van 2", "3 van 3")]
    assert ("Overig", "1 van 2", "1 van 3") in rows
    assert len(rows) == 2


def test_attendance_is_told_for_the_last_meetings(visit: Visit, amber: Path) -> None:
    page = section(
        text_of(visit(amber, "network", netwerk="AMBER")), "Wie er waren, de laatste bijeenkomsten"
    )
    assert "Van 2 van de laatste 4 bijeenkomsten is de aanwezigheid bekend; in 1 daarvan" in page
    assert re.findall(r'row">([^<]+)<', page) == [
        "05-01-2026", "17-10-2025", "24-11-2024", "23-11-2024"]  # fmt: skip


def test_events_around_it_equal_the_metric(visit: Visit, amber: Path) -> None:
    frame = metrics.compute(store.reader(amber), "networks_at_events", as_of=T, network_id="AMBER")
    page = section(
        text_of(visit(amber, "network", netwerk="AMBER")),
        f"{len(frame)} gebeurtenissen rond dit netwerk",
    )
    shown = re.findall(r"gebeurtenis=(E\d+)", page)
    assert shown == frame["event_id"].tolist()[::-1]
    houten = page[page.index("gebeurtenis=E034") :]
    assert houten.index("na 3 dagen") < houten.index("</tr>")


def test_the_rows_behind_its_year_open_on_request(visit: Visit, amber: Path) -> None:
    at = visit(amber, "network", netwerk="AMBER")
    assert "1 gepland, telt als gepland" not in text_of(at)
    at.session_state["evidence-network"] = True
    at.run()
    assert "2 rijen" in text_of(at)
    assert "1 gepland, telt als gepland" in text_of(at)


@pytest.mark.parametrize("page", ["norm", "basisteam"])
def test_the_rows_behind_a_page_add_up_to_its_figures(
    visit: Visit, demo_register: Path, page: str
) -> None:
    at = visit(demo_register, page, team="utrecht-noord", jaar=2024)
    at.session_state[f"evidence-{page}"] = True
    at.run()
    norm = metrics.compute(
        store.reader(demo_register), "norm", year=2024, as_of=T, basisteam="utrecht-noord"
    )
    assert f"{norm['held'].sum()} gehouden, telt mee" in text_of(at)


def test_at_most_a_page_of_evidence_is_sent(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "norm", jaar=2024)
    before = text_of(at).count('scope="row"')
    at.session_state["evidence-norm"] = True
    at.run()
    assert text_of(at).count('scope="row"') == before + 25
