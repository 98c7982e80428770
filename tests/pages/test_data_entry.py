"""Invoeren: one row by hand, checked as a file is, its faults at the field."""

from datetime import date
from pathlib import Path

import pytest
from cast import T, fill, network
from streamlit.testing.v1 import AppTest
from visits import Visit, text_of

from bondgenoten import store


@pytest.fixture
def enter(visit: Visit, one_network: Path) -> AppTest:
    """The form for a meeting of Amber, by a secretary."""
    at = visit(one_network, "data", tab="invoeren", netwerk="AMBER")
    return at.text_input(key="who").set_value("Secretaris Lekpoort").run()


def by_secretary(at: AppTest, kind: str) -> None:
    """The form for one kind of row."""
    at.text_input(key="who").set_value("Secretaris").run()
    at.button_group(key="enter-kind").set_value(kind).run()


def save(at: AppTest) -> AppTest:
    return next(button for button in at.button if button.label == "Opslaan").click().run()


def labelled(widgets, label: str):
    return next(widget for widget in widgets if widget.label == label)


def rows(register: Path, asked: str) -> list[tuple]:
    return store.reader(register).rows(asked)


def test_a_meeting_is_held_today_unless_said_otherwise(enter: AppTest, one_network: Path) -> None:
    labelled(enter.multiselect, "Thema's (mag leeg)").set_value(["polarisation"])
    labelled(enter.text_input, "Aanwezig burgers (mag leeg)").set_value("4")
    save(enter)
    assert not enter.exception
    assert "Opgeslagen als aanlevering 1." in text_of(enter)
    found = rows(
        one_network,
        "select date, status, kind, themes, agenda_from, present_police, present_citizens "
        "from register.meetings where batch = 1 and recorded_at > '2026-06-01'",
    )
    assert found == [(T, "held", "regular", ["polarisation"], None, None, 4)]


def test_a_fault_is_shown_at_its_field_and_what_was_typed_stays(
    enter: AppTest, one_network: Path
) -> None:
    enter.date_input[0].set_value(date(2026, 12, 24))
    labelled(enter.text_input, "Aanwezig burgers (mag leeg)").set_value("7")
    save(enter)
    said = text_of(enter)
    assert "ligt na de peildatum" in said
    assert enter.date_input[0].value == date(2026, 12, 24)
    assert labelled(enter.text_input, "Aanwezig burgers (mag leeg)").value == "7"
    labelled(enter.selectbox, "Status").set_value("planned")
    save(enter)
    assert "ligt na de peildatum" not in text_of(enter)
    assert rows(one_network, "select count(*) from register.meetings where status = 'planned'") == [
        (1,)
    ]


def test_a_meeting_that_is_there_is_corrected_and_never_by_accident(
    enter: AppTest, one_network: Path
) -> None:
    enter.date_input[0].set_value(date(2026, 9, 10))
    save(enter)
    assert "al een bijeenkomst" in text_of(enter)
    which = labelled(enter.selectbox, "Een nieuwe bijeenkomst, of een die er al staat")
    which.set_value("AMBER|2026-09-10").run()
    labelled(enter.selectbox, "Status").set_value("cancelled")
    save(enter)
    asked = "select status from register.meetings where date = '2026-09-10' order by recorded_at"
    assert rows(one_network, asked) == [("held",), ("cancelled",)]


@pytest.mark.parametrize("who", ["", "Jan de Vries"])
def test_nobody_enters_without_a_function(visit: Visit, one_network: Path, who: str) -> None:
    at = visit(one_network, "data", tab="invoeren", netwerk="AMBER")
    at.text_input(key="who").set_value(who).run()
    assert "Vul eerst uw functie in" in text_of(at)
    assert labelled(at.button, "Opslaan").disabled


@pytest.mark.parametrize("number", ["2.7", "2,7", "-1", "zes"])
def test_what_is_no_whole_number_is_refused_and_never_rounded(
    enter: AppTest, one_network: Path, number: str
) -> None:
    labelled(enter.text_input, "Aanwezig burgers (mag leeg)").set_value(number)
    save(enter)
    assert "is geen heel getal" in text_of(enter)
    assert rows(one_network, "select count(*) from register.meetings") == [(5,)]


def test_a_network_and_a_pause_are_entered_too(visit: Visit, register: Path) -> None:
    at = visit(register, "data", tab="invoeren", team="lekpoort")
    by_secretary(at, "networks")
    labelled(at.text_input, "Netwerknummer").set_value("NIEUW-01")
    labelled(at.text_input, "Naam").set_value("Bondgenoten Nieuw")
    labelled(at.selectbox, "Gemeente").set_value("Houten")
    labelled(at.selectbox, "Schaal").set_value("city")
    for side in ("politie", "gemeente"):
        labelled(at.text_input, f"Leden {side}").set_value("1")
    save(at)
    assert "Leden burgers is leeg" in text_of(at)
    labelled(at.text_input, "Leden burgers").set_value("6")
    save(at)
    assert not at.exception
    assert rows(register, "select basisteam, started_on from register.networks") == [
        ("lekpoort", T)
    ]
    at.button_group(key="enter-kind").set_value("pauses").run()
    labelled(at.text_area, "Reden").set_value("Verbouwing\n van het buurthuis ")
    save(at)
    assert rows(register, "select reason, paused_from from register.pauses") == [
        ("Verbouwing van het buurthuis", T)
    ]


def test_a_number_that_is_taken_is_no_new_network(visit: Visit, register: Path) -> None:
    fill(register, networks=[network("AMBER")])
    at = visit(register, "data", tab="invoeren")
    by_secretary(at, "networks")
    labelled(at.text_input, "Netwerknummer").set_value("AMBER")
    save(at)
    assert "Dit nummer heeft al een netwerk" in text_of(at)
    assert rows(register, "select count(*) from register.networks") == [(1,)]


def test_a_pause_that_was_a_mistake_is_withdrawn_after_a_second_question(
    visit: Visit, one_network: Path
) -> None:
    fill(one_network, pauses=[{"network_id": "AMBER", "paused_from": date(2026, 7, 1),
                               "paused_until": date(2026, 7, 31), "reason": "Zomer"}])  # fmt: skip
    at = visit(one_network, "data", tab="invoeren", netwerk="AMBER")
    by_secretary(at, "pauses")
    assert not [button for button in at.button if button.label == "Intrekken"]
    which = labelled(at.selectbox, "Een nieuwe onderbreking, of een die er al staat")
    which.set_value("AMBER|2026-07-01").run()
    assert labelled(at.button, "Intrekken").disabled
    assert "Wat er dan verandert" in text_of(at)
    assert "Geen netwerk komt dit jaar anders te staan voor de norm" in text_of(at)
    at.checkbox[0].check().run()
    labelled(at.button, "Intrekken").click().run()
    assert not at.exception
    assert "De onderbreking vanaf 01-07-2026 is ingetrokken, als aanlevering 1." in text_of(at)
    left = "select count(*) from register.pauses where superseded_at is null"
    assert rows(one_network, left) == [(0,)]
    assert not [button for button in at.button if button.label == "Intrekken"]


def test_a_number_that_is_no_bsn_is_declared_so_with_a_reason(
    visit: Visit, one_network: Path
) -> None:
    at = visit(one_network, "data", tab="invoeren", netwerk="AMBER")
    by_secretary(at, "pauses")
    labelled(at.text_area, "Reden").set_value("zaak 123456782")
    save(at)
    assert "burgerservicenummer" in text_of(at)
    labelled(at.text_input, "Wat het getal wel is").set_value("bel 06-12345678")
    save(at)
    assert "bevat zelf een persoonsgegeven" in text_of(at)
    labelled(at.text_input, "Wat het getal wel is").set_value("bsn van bewoner")
    save(at)
    assert "noemt het getal zelf een BSN" in text_of(at)
    assert rows(one_network, "select count(*) from register.pauses") == [(0,)]
    labelled(at.text_input, "Wat het getal wel is").set_value("Zaaknummer van de gemeente")
    save(at)
    assert not at.exception
    assert rows(one_network, "select reason from register.pauses") == [("zaak 123456782",)]
    asked = "select file_name, cell, personal, reason from register.declarations"
    assert rows(one_network, asked) == [("pauses.csv", "D2", "bsn", "Zaaknummer van de gemeente")]
    said = text_of(visit(one_network, "data", tab="geschiedenis"))
    assert "<small>geen BSN: Zaaknummer van de gemeente</small>" in said
    # Once it has been said, it is not asked about again.
    labelled(at.text_area, "Reden").set_value("zaak 123456782")
    at.date_input[0].set_value(date(2026, 3, 1))
    at.date_input[1].set_value(date(2026, 3, 9))
    save(at)
    assert rows(one_network, "select count(*) from register.pauses") == [(2,)]


def test_what_is_surely_a_person_cannot_be_declared_away(visit: Visit, one_network: Path) -> None:
    at = visit(one_network, "data", tab="invoeren", netwerk="AMBER")
    by_secretary(at, "pauses")
    labelled(at.text_area, "Reden").set_value("bel 06-12345678")
    save(at)
    assert "telefoonnummer" in text_of(at)
    assert not [one for one in at.text_input if one.label == "Wat het getal wel is"]


NOBODY = "Dit gaat niet over één persoon: zo opslaan"


def test_what_seems_to_name_someone_is_saved_only_once_that_is_answered(
    visit: Visit, one_network: Path
) -> None:
    at = visit(one_network, "data", tab="invoeren", netwerk="AMBER")
    by_secretary(at, "pauses")
    labelled(at.text_area, "Reden").set_value("mevrouw De Vries ziek")
    save(save(at))  # a second click is no answer
    assert "Hier lijkt één persoon te staan" in text_of(at)
    assert labelled(at.text_area, "Reden").value == "mevrouw De Vries ziek"
    labelled(at.checkbox, NOBODY).check()
    labelled(at.text_area, "Reden").set_value("meneer Jansen ziek")
    save(at)  # the answer was about another text
    assert not labelled(at.checkbox, NOBODY).value
    assert rows(one_network, "select count(*) from register.pauses") == [(0,)]
    labelled(at.checkbox, NOBODY).check()
    save(at)
    assert not at.exception
    assert rows(one_network, "select reason from register.pauses") == [("meneer Jansen ziek",)]
    assert not [box for box in at.checkbox if box.label == NOBODY]
