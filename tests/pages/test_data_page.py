"""Gegevens: what is delivered is checked first, mended beside the cell, and saved as it was shown."""

import re
import threading
import time
from datetime import date, timedelta
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from cast import fill, meetings, network
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest
from visits import Visit, text_of

from bondgenoten import store, versions
from bondgenoten.intake import Report
from bondgenoten.ui import delivery
from bondgenoten.ui.data import Register
from bondgenoten.ui.delivery import Delivery, Progress
from bondgenoten.ui.parts.data import pace

MEETINGS = """\
Netwerknummer;Datum;Status;Soort;Thema's;Ingebracht door
AMBER;1-11-2026;gehouden;regulier;Polarisatie;politie
AMBER;2-11-2026;gehoudn;regulier;Polarisatie;politie
AMBER;3-11-2026;gehoudn;regulier;Polarisatie;politie
"""
GOOD = MEETINGS.replace("gehoudn", "gehouden")


def drop(at: AppTest, *texts: str) -> AppTest:
    """Drops files on the page, one after the other named bijeenkomsten-1.csv and so on."""
    files = [
        (f"bijeenkomsten-{number}.csv", text.encode(), "text/csv")
        for number, text in enumerate(texts, start=1)
    ]
    return at.file_uploader[0].set_value(files).run()


def press(at: AppTest, start: str) -> AppTest:
    return next(button for button in at.button if button.label.startswith(start)).click().run()


def held(register: Path) -> int:
    asked = "select count(*) from register.meetings where status = 'held' and superseded_at is null"
    return int(store.reader(register).rows(asked)[0][0])


def said_by(at: AppTest, who: str = "Secretaris basisteam Lekpoort") -> AppTest:
    return at.text_input(key="who").set_value(who).run()


def test_a_good_file_is_shown_with_its_effect_and_saved_as_a_batch(
    visit: Visit, one_network: Path
) -> None:
    at = drop(said_by(visit(one_network, "data")), GOOD)
    assert "Er is niets mis: alle rijen zijn te gebruiken." in text_of(at)
    said = text_of(at)
    assert not at.exception
    assert "Herkend als: bijeenkomsten" in said
    assert "+3 gehouden bijeenkomsten" in said
    assert held(one_network) == 5
    press(at, "3 rijen opslaan")
    assert not at.exception
    assert "Opgeslagen: 3 rijen, als aanlevering 1." in text_of(at)
    assert held(one_network) == 8
    assert "delivery" not in at.session_state
    assert not at.expander and not [button for button in at.button if button.key == "save"]
    said = text_of(visit(one_network, "data"))
    assert "Laatst opgeslagen: 1 · " in said
    assert "bijeenkomsten-1.csv · Secretaris basisteam Lekpoort." in said
    batch = store.reader(one_network).rows("select actor, source from register.batches")[-1]
    assert batch == ("Secretaris basisteam Lekpoort", "import")


def test_what_changes_in_rows_of_the_register_is_shown_old_and_new_before_it_is_saved(
    visit: Visit, one_network: Path
) -> None:
    older = """\
AMBER;10-9-2026;gepland;regulier;Polarisatie;
AMBER;10-7-2026;gehouden;regulier;;
AMBER;1-11-2026;gehouden;regulier;Overig;
"""
    at = drop(visit(one_network, "data"), MEETINGS.splitlines()[0] + "\n" + older)
    said = text_of(at)
    assert not at.exception
    assert "+1 gehouden bijeenkomst<" in said and "1 gehouden bijeenkomst vervalt" in said
    (box,) = [box for box in at.expander if box.label == "1 gewijzigde rij"]
    shown = re.sub(r"<[^>]+>", "|", unescape("".join(one.value for one in box.get("html"))))
    lines = [re.sub(r"\|+", "|", line) for line in shown.split("bijeenkomst AMBER van ")[1:]]
    assert lines == [
        "|10-09-2026|Status|gehouden|gepland|",
        "|10-09-2026|Thema's|–|Polarisatie|",
    ]


def test_very_many_changed_rows_are_shown_a_page_at_a_time(
    visit: Visit, one_network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "MOST_CORRECTED", 80)
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(90)]
    fill(one_network, meetings=meetings("AMBER", "held", *days))
    rows = [f"AMBER;{day:%d-%m-%Y};gehouden;regulier;Overig;" for day in days]
    at = drop(visit(one_network, "data"), "\n".join([MEETINGS.splitlines()[0], *rows]))
    (box,) = [box for box in at.expander if box.label == "90 gewijzigde rijen"]
    said = "".join(one.value for one in box.get("html"))
    assert "Van de 90 gewijzigde rijen staan hier de eerste 80." in said
    assert said.count("<tr>") == 26 and "Rij 1 tot en met 25 van 80" in said


def test_rows_read_are_the_sum_of_their_outcomes(visit: Visit, one_network: Path) -> None:
    twice = GOOD + GOOD.splitlines()[1] + "\nAMBER;zes;gehouden;;;\n"
    at = drop(visit(one_network, "data"), twice)
    row = text_of(at).split("bijeenkomsten-1.csv")[1].split("</tr>")[0]
    numbers = [int(cell.split("<")[0]) for cell in row.split('class="number">')[1:]]
    assert numbers == [5, 3, 0, 0, 1, 0, 1]


def test_nothing_is_saved_without_a_function(visit: Visit, one_network: Path) -> None:
    at = drop(visit(one_network, "data"), GOOD)
    assert "Vul eerst uw functie in" in text_of(at)
    assert at.button(key="save").disabled
    assert not said_by(at).button(key="save").disabled
    assert "Vul eerst uw functie in" not in text_of(at)


@pytest.mark.parametrize("name", ["Jan de Vries", "dhr. Bakker", "j.bakker@politie.nl"])
def test_a_name_is_no_function(visit: Visit, one_network: Path, name: str) -> None:
    at = said_by(visit(one_network, "data"), name)
    assert "Vul een functie in" in text_of(at)
    assert name not in text_of(at)


def test_one_click_mends_every_cell_that_can_mean_one_thing(
    visit: Visit, one_network: Path
) -> None:
    at = drop(said_by(visit(one_network, "data")), MEETINGS)
    assert any("staat niet in de lijst (“gehoudn”) · 2 keer" in box.label for box in at.expander)
    assert not [button for button in at.button if button.label.endswith("opslaan")][1:]
    press(at, "“gehoudn” wordt “gehouden”")
    assert "2 cellen hier verbeterd" in text_of(at)
    press(at, "3 rijen opslaan")
    assert held(one_network) == 8


def test_corrections_can_be_taken_back(visit: Visit, one_network: Path) -> None:
    at = press(drop(visit(one_network, "data"), MEETINGS), "“gehoudn” wordt")
    press(at, "Verbeteringen terugnemen")
    assert any("staat niet in de lijst" in box.label for box in at.expander)


def test_only_the_good_rows_are_saved_where_that_is_asked(visit: Visit, one_network: Path) -> None:
    at = drop(said_by(visit(one_network, "data")), MEETINGS)
    at.checkbox(key="accept").check().run()
    press(at, "1 rij opslaan")
    assert held(one_network) == 6


def test_a_register_that_changed_meanwhile_gives_a_new_effect_before_anything_is_saved(
    visit: Visit, one_network: Path
) -> None:
    at = drop(said_by(visit(one_network, "data")), GOOD)
    fill(one_network, meetings=meetings("AMBER", "held", date(2026, 11, 1)))
    press(at, "3 rijen opslaan")
    said = text_of(at)
    assert not at.exception
    assert "intussen door iemand anders gewijzigd" in said
    assert held(one_network) == 6
    assert "+2 gehouden bijeenkomsten" in said


def test_a_number_can_be_said_to_be_no_bsn_with_a_reason(visit: Visit, register: Path) -> None:
    fill(register, networks=[network("AMBER")])
    pauses = "Netwerknummer;Onderbroken vanaf;Reden\nAMBER;1-7-2026;zaak 111222333\n"
    at = drop(said_by(visit(register, "data")), pauses)
    assert "111222333" not in text_of(at)
    press(at, "Dit is geen BSN")
    assert "BSN. Uw reden" not in text_of(at)
    assert "Vul in wat het getal wel is" in text_of(at)
    at.text_input[1].set_value("bsn van bewoner")
    press(at, "Dit is geen BSN")
    assert "De reden noemt het getal zelf een BSN" in text_of(at)
    at.text_input[1].set_value("zaaknummer van de gemeente")
    press(at, "Dit is geen BSN")
    assert "1 cel is volgens u geen BSN" in text_of(at)
    assert "verbeterd" not in text_of(at)
    press(at, "1 rij opslaan")
    kept = store.reader(register).rows("select reason from register.declarations")
    assert kept == [("zaaknummer van de gemeente",)]


def test_leaving_a_delivery_leaves_no_trace(visit: Visit, one_network: Path) -> None:
    before = store.version(one_network)
    at = press(drop(visit(one_network, "data"), GOOD), "Niet opslaan")
    assert "bijeenkomsten-1.csv" not in text_of(at)
    assert "delivery" not in at.session_state
    assert store.version(one_network) == before


def test_a_demo_checks_a_file_but_takes_nothing(visit: Visit, demo_register: Path) -> None:
    before = store.version(demo_register)
    at = drop(visit(demo_register, "data"), MEETINGS)
    assert not at.exception
    assert "init --empty" in text_of(at)
    assert any("staat niet in de lijst" in box.label for box in at.expander)
    assert not [button for button in at.button if button.key == "save"]
    assert store.version(demo_register) == before


def test_very_many_faults_are_shown_a_page_at_a_time(visit: Visit, one_network: Path) -> None:
    head, first, *_ = MEETINGS.splitlines()
    at = drop(visit(one_network, "data"), "\n".join([head, *[first.replace("1-11", "x")] * 120]))
    assert text_of(at).count("is niet als datum te lezen") == 25
    assert at.pagination


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_no_delivery_is_said_to_be_none(
    visit: Visit, one_network: Path, language: str
) -> None:
    at = visit(one_network, "data", taal=language)
    at.file_uploader[0].set_value([("photo.jpg", b"\xff\xd8\xff\x00\x00", "image/jpeg")]).run()
    assert not at.exception
    assert {"nl": "niet te lezen", "en": "cannot be read"}[language] in text_of(at)


def test_a_register_in_use_is_said_and_the_delivery_is_still_there(
    visit: Visit, one_network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = drop(said_by(visit(one_network, "data")), GOOD)
    lock = versions.lock
    monkeypatch.setattr(versions, "lock", partial(lock, patience=0.2))
    with lock(one_network):
        press(at, "3 rijen opslaan")
    assert not at.exception
    assert "het register al een tijd aan het bijwerken" in text_of(at)
    assert held(one_network) == 5
    press(at, "3 rijen opslaan")
    assert held(one_network) == 8


def test_a_row_that_waits_says_for_which_cell(visit: Visit, one_network: Path) -> None:
    unsound = "Netwerknummer;Naam;Basisteam;Gemeente;Schaal;Gestart op\nBEEK;Beek;nergens;Houten;wijk;1-1-2019\n"
    at = drop(visit(one_network, "data"), unsound, GOOD.replace("AMBER", "BEEK"))
    assert not at.exception
    (waiting,) = [box for box in at.expander if box.label == "3 rijen wachten op een andere"]
    assert all(f"A{row}" in text_of(waiting) for row in (2, 3, 4))


def test_a_save_says_how_far_it_is_and_no_click_ends_it(
    visit: Visit, one_network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bar moves from another thread than the one that saves."""
    seen: list[tuple[str, float]] = []
    moved: list[tuple[float, str]] = []
    monkeypatch.setattr(pace, "_SECONDS", 0.001)
    plain = Delivery._save

    def save(
        self: Delivery, register: Register, actor: str, proof: str, progress: Progress
    ) -> Report:
        def tell(phase: str, fraction: float) -> None:
            seen.append((phase, fraction))
            progress(phase, fraction)
            time.sleep(0.02)

        return plain(self, register, actor, proof, tell)

    draw = DeltaGenerator.progress

    def progress(self: DeltaGenerator, value: float, text: str | None = None) -> DeltaGenerator:
        moved.append((value, threading.current_thread().name))
        return draw(self, value, text)

    at = drop(said_by(visit(one_network, "data")), GOOD)
    monkeypatch.setattr(Delivery, "_save", save)
    monkeypatch.setattr(DeltaGenerator, "progress", progress)
    press(at, "3 rijen opslaan")
    assert not at.exception and held(one_network) == 8
    assert list(dict.fromkeys(phase for phase, _ in seen)) == ["read", "check", "save"]
    shown = [value for value, _ in moved]
    assert shown == sorted(shown) and shown[0] == 0.0 and shown[-1] > 0.5
    threads = [thread for _, thread in moved[1:]]
    assert len(set(shown)) > 3 and set(threads) == {"pace"}


def test_no_two_groups_of_faults_have_the_same_heading(visit: Visit, one_network: Path) -> None:
    rows = """\
AMBER;1-11-2026;gehoudn;regulier;Polarisatie;politie
AMBER;2-11-2026;geplnd;regulier;Polarisatie;politie
AMBER;31-2-2026;gehouden;regulier;Polarisatie;politie
AMBER;morgen;gehouden;regulier;Polarisatie;politie
AMBER;#N/A;gehouden;regulier;Polarisatie;politie
AMBER;3-11-2026;gehouden;regulier;Polarisatie;bel 06-12345678
AMBER;4-11-2026;gehouden;regulier;Polarisatie;123456782
AMBER;5-11-2026;gehouden;regulier;Polarisatie;politie;030;2345678
AMBER;6-11-2026;gehouden;regulier;Polarisatie;politie;BSN 1234;56782
Netwerknummer;Datum;Status;;;
Totaal;6;;;;
Dit was alles;;;;;
"""
    at = drop(
        said_by(visit(one_network, "data")), MEETINGS.splitlines()[0] + ";Zaal;Koffie\n" + rows
    )
    headings = [box.label.rpartition(" · ")[0] for box in at.expander if " · " in box.label]
    assert len(headings) == len(set(headings)) == 14
    assert "Let op · Netwerknummer: koppen tussen de rijen" in headings
    assert "Fout · persoonsgegevens over twee cellen, een telefoonnummer" in headings
    assert "Let op · kolom overgeslagen (“Zaal”)" in headings
    assert "Let op · Netwerknummer: rij met totalen" in headings
    assert "Fout · Ingebracht door: persoonsgegevens, een telefoonnummer" in headings


def test_one_good_row_is_called_the_one(visit: Visit, one_network: Path) -> None:
    at = drop(visit(one_network, "data"), MEETINGS)
    assert at.checkbox(key="accept").label == "Alleen de ene goede rij opslaan"
