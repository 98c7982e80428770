"""Netwerk: one network's answer, its whole life, its years."""

from datetime import date
from pathlib import Path

import pytest
from cast import T, confirmation, fill, meetings, network
from visits import Visit, text_of

from bondgenoten import metrics, store
from bondgenoten.ui import filterbar


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_network_of_the_demo_opens(visit: Visit, demo_register: Path, language: str) -> None:
    """One network of each status, so that every sentence is said."""
    frame = metrics.compute(store.reader(demo_register), "norm", as_of=T)
    ids = frame.groupby("status")["network_id"].first()
    assert len(ids) == 8
    for network_id in ids:
        at = visit(demo_register, "network", netwerk=network_id, taal=language)
        assert not at.exception
        assert network_id in text_of(at)
        assert at.get("plotly_chart")


def test_says_what_is_held_and_what_is_to_plan(visit: Visit, register: Path) -> None:
    held = [date(2026, month, 10) for month in (2, 5, 9)]
    fill(
        register,
        networks=[network("BEEK", name="Beek")],
        meetings=meetings("BEEK", "held", *held) + meetings("BEEK", "planned", date(2026, 12, 8)),
        confirmations=[confirmation()],
    )
    page = text_of(visit(register, "network", netwerk="BEEK"))
    assert "<h1>3 van 5 bijeenkomsten gehouden in 2026: te plannen.</h1>" in page
    assert "Er is nog 1 bijeenkomst gepland. Er is nog 1 bijeenkomst te plannen." in page


def test_an_earlier_date_does_not_show_what_came_after(visit: Visit, one_network: Path) -> None:
    page = text_of(visit(one_network, "network", netwerk="AMBER", peildatum="2026-06-01"))
    assert "10-05-2026" in page
    assert "10-07-2026" not in page


def test_a_year_before_its_start_is_said(visit: Visit, one_network: Path) -> None:
    page = text_of(visit(one_network, "network", netwerk="AMBER", jaar=2012))
    assert "In 2012 was dit netwerk niet actief." in page


def test_too_many_networks_ask_for_a_team_first(
    visit: Visit, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filterbar, "MOST_OPTIONS", 60)
    fill(register, networks=[network(f"N{i:03}") for i in range(70)])
    at = visit(register, "network")
    assert at.selectbox(key="filter_netwerk").disabled
    assert len(at.selectbox(key="filter_netwerk").options) == 1
    assert "Kies eerst een basisteam" in text_of(at)
    assert text_of(at).count('scope="row"') == 25


def test_a_network_of_another_team_is_not_shown(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "network", team="amersfoort", netwerk="LEK-01")
    assert not at.exception
    assert "Welk netwerk?" in text_of(at)


def test_a_network_that_has_to_begin_has_its_start_and_no_empty_table(
    visit: Visit, register: Path
) -> None:
    fill(register, networks=[network("DUIN", name="Duin", started_on=date(2027, 2, 1))])
    at = visit(register, "network", netwerk="DUIN")
    assert not at.exception
    assert not at.get("plotly_chart")
    assert "01-02-2027" in text_of(at)
    assert "<tbody></tbody>" not in text_of(at)
