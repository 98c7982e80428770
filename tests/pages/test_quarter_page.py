"""Kwartaal: the review from top to bottom, closed once, restated with its cause, decided by function."""

import re
from collections.abc import Callable
from datetime import date, datetime
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from cast import Made, T, confirmation, fill, meetings, network
from series import one_meeting_more
from streamlit.testing.v1 import AppTest
from visits import Visit, text_of

from bondgenoten import paper, reviews, store
from bondgenoten.language import words
from bondgenoten.palette import STATUSES
from bondgenoten.paper import restated
from bondgenoten.periods import Quarter
from bondgenoten.reviews.figures import Count

Q3 = Quarter(2026, 3)
SAY = words("nl")
CLOSED_AT = datetime(2026, 10, 20, 12)


def _reviewed(register: Path) -> None:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    fill(register, networks=[network("A")], meetings=meetings("A", "held", *days),
         confirmations=[confirmation()])  # fmt: skip
    reviews.close(register, Q3, as_of=date(2026, 10, 20), closed_at=CLOSED_AT)


@pytest.fixture
def reviewed(made: Made) -> Path:
    return made(_reviewed)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_last_quarter_that_ended_is_under_review(
    visit: Visit, demo_register: Path, language: str
) -> None:
    at = visit(demo_register, "quarter", taal=language)
    assert not at.exception
    frozen = Count(store.reader(demo_register), date(2026, 11, 23)).figures(Q3)
    held = frozen[("frequency", "region|Midden-Nederland", "meetings_held")]
    assert f"{held} " in text_of(at).split("<h1>")[1][:80]


def test_an_open_quarter_says_so_and_can_be_closed_once(visit: Visit, one_network: Path) -> None:
    at = visit(one_network, "quarter")
    assert "Nog niet gesloten" in text_of(at)
    at.checkbox[0].check().run()
    next(button for button in at.button if button.label == "Kwartaal sluiten").click().run()
    assert not at.exception
    assert reviews.closed(store.reader(one_network), Q3) is not None


def test_a_closed_quarter_keeps_its_figures_and_names_what_moved(
    visit: Visit, reviewed: Path
) -> None:
    fill(reviewed, datetime(2026, 11, 3), meetings=meetings("A", "held", date(2026, 8, 1)))
    said = text_of(visit(reviewed, "quarter", kwartaal="2026-Q3"))
    assert "Gesloten op 20 oktober 2026" in said
    assert "2 bijeenkomsten gehouden" in said
    assert "van 03-11-2026, rijen toegevoegd: +1" in said
    assert "2 <small>herzien: 3</small>" in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_was_restated_is_named_as_on_paper(
    visit: Visit, reviewed: Path, language: str
) -> None:
    held = meetings("A", "held", date(2026, 8, 1), themes=["trust"])
    fill(reviewed, datetime(2026, 11, 3), meetings=held)
    said = text_of(visit(reviewed, "quarter", kwartaal="2026-Q3", taal=language))
    listed = said[said.index(words(language)("restated.table")) :]
    listed = listed[: listed.index("</table>")]
    named = [unescape(name) for name in re.findall(r"<th scope=\"row\">([^<]+)</th>", listed)]
    review = paper.gather(store.reader(reviewed), Q3)
    on_paper = [restated.title(words(language), review, one) for one in restated.moved(review)]
    assert len(named) > 20
    assert named == on_paper[: len(named)]
    team, theme = review.names["basisteam"]["lekpoort"], review.names["theme"]["trust"]
    for name in ("Midden-Nederland", team["name"], theme[f"name_{language}"]):
        assert any(name in one for one in on_paper), name
    assert not [one for one in on_paper if re.search(r"region|\||lekpoort|trust\b", one)]


@pytest.mark.parametrize(("language", "is_closed"), [("nl", True), ("en", False)])
def test_the_downloads_are_the_files_that_review_writes(
    visit: Visit,
    reviewed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    is_closed: bool,
) -> None:
    quarter = Q3 if is_closed else Quarter(2026, 2)
    fill(reviewed, datetime(2026, 11, 3), meetings=meetings("A", "held", date(2026, 8, 1)))
    found: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(
        st, "download_button", lambda *_, data, file_name, **__: found.update({file_name: data})
    )
    assert not visit(reviewed, "quarter", kwartaal=str(quarter), taal=language).exception
    review = paper.gather(store.reader(reviewed), quarter, T)
    written = {
        p.name: p.read_bytes() for p in paper.save(review, words(language), tmp_path / "out")
    }
    of_review = {name: data for name, data in found.items() if name in written}
    assert sorted(name.rsplit(".")[-1] for name in of_review) == ["csv", "csv", "pdf", "xlsx"]
    for name, data in of_review.items():
        assert data() == written[name], name
    others = {name for name in found if str(quarter) in name} - written.keys()
    assert others == {paper.file_name(review, "figures", "csv")}


def test_a_district_has_its_own_themes(visit: Visit, register: Path) -> None:
    held = meetings("A", "held", date(2026, 8, 1), themes=["trust"])
    held += meetings("B", "held", date(2026, 8, 1), themes=["radicalisation"])
    fill(register, networks=[network("A"), network("B", basisteam="amersfoort")], meetings=held)
    for district, told in ((None, "1 van 2"), ("West-Utrecht", "1 van 1")):
        asked = {"district": district} if district else {}
        said = text_of(visit(register, "quarter", kwartaal="2026-Q3", **asked))
        assert said.count(told) == (2 if district is None else 1)


def test_the_review_reads_in_the_order_of_the_meeting(visit: Visit, reviewed: Path) -> None:
    reviews.decide(reviewed, Quarter(2026, 2), "Netwerk in Houten starten", "basisteam_chief",
                   date(2026, 12, 1), datetime(2026, 7, 20))  # fmt: skip
    said = text_of(visit(reviewed, "quarter", kwartaal="2026-Q3"))
    order = ("Netwerk in Houten starten", "<h1>", "Norm: ", "Frequentie: ", "Waarover is gesproken",
             "<h2>Uitrol", "<h2>Onrust in het kwartaal", "Besluiten van deze bespreking")  # fmt: skip
    places = [said.index(words) for words in order]
    assert places == sorted(places)


def test_events_and_missing_teams_are_those_of_the_quarter(
    visit: Visit, demo_register: Path
) -> None:
    said = text_of(visit(demo_register, "quarter", kwartaal="2026-Q1"))
    assert "Explosies en brand Visscherssteeg" in said
    assert "Ongeregeldheden bij protest tegen azc" not in said
    assert "Nog nooit bereikt: Noordoostpolder-Urk-Dronten, Gooi-Noord." in said
    elsewhere = text_of(
        visit(demo_register, "quarter", kwartaal="2026-Q1", district="West-Utrecht")
    )
    assert "Visscherssteeg" not in elsewhere
    assert "Nog nooit bereikt" not in elsewhere


def test_the_statuses_of_the_norm_add_up_to_the_networks(visit: Visit, demo_register: Path) -> None:
    at = visit(demo_register, "quarter", kwartaal="2026-Q3")
    table = next(block.value for block in at.html if '<th scope="row">Netwerken' in block.value)
    rows = dict(re.findall(r"<th scope=\"row\">([^<]+)</th><td[^>]*>(\d+)", table))
    said = [SAY(f"column.{status.lower()}") for status in STATUSES]
    assert [name for name in rows if name in said] == said
    assert int(rows["Niet toetsbaar"]) > 0
    assert sum(int(rows[name]) for name in said) == int(rows["Netwerken"])


def test_one_meeting_is_spoken_of_as_one(visit: Visit, register: Path) -> None:
    fill(register, networks=[network("A")], meetings=meetings("A", "held", date(2026, 8, 1)))
    said = text_of(visit(register, "quarter", kwartaal="2026-Q3"))
    assert "In dit kwartaal is 1 bijeenkomst gehouden. Aan het eind was nog geen netwerk" in said


def test_a_decision_is_made_stays_open_and_is_done(visit: Visit, reviewed: Path) -> None:
    reviews.decide(reviewed, Quarter(2026, 2), "Netwerk in Houten starten", "basisteam_chief",
                   date(2026, 12, 1), datetime(2026, 7, 20))  # fmt: skip
    at = visit(reviewed, "quarter", kwartaal="2026-Q3")
    assert "Netwerk in Houten starten" in text_of(at)
    next(button for button in at.button if button.label.startswith("Gedaan")).click().run()
    assert not at.exception
    assert len(reviews.decisions(store.reader(reviewed))) == 0


def test_what_was_marked_as_done_by_mistake_is_reopened(visit: Visit, reviewed: Path) -> None:
    for quarter in (Quarter(2026, 2), Q3):
        number = reviews.decide(reviewed, quarter, f"Plan bij {quarter}", "analyst",
                                date(2026, 12, 1), datetime(2026, 10, 21))  # fmt: skip
        at = visit(reviewed, "quarter", kwartaal="2026-Q3")
        press(at, "Gedaan", str(quarter)[-2:])
        assert number not in reviews.decisions(store.reader(reviewed))["decision_id"].tolist()
        press(at, "Toch niet gedaan", str(quarter)[-2:])
        assert not at.exception
        assert number in reviews.decisions(store.reader(reviewed))["decision_id"].tolist()


def press(at: AppTest, *parts: str) -> None:
    """Clicks the one button whose label starts with the first part and holds the others."""
    first, *others = parts
    (found,) = (button for button in at.button if button.label.startswith(first)
                and all(other in button.label for other in others))  # fmt: skip
    found.click().run()


REFUSED = {
    "Bel 06-12345678": "decisions.personal",
    "x" * (reviews.LONGEST + 1): "decisions.too_long",
    "   ": "decisions.empty",
}


@pytest.mark.parametrize("written", REFUSED)
def test_a_decision_that_is_refused_says_why_and_stays_in_the_field(
    visit: Visit, reviewed: Path, written: str
) -> None:
    at = visit(reviewed, "quarter", kwartaal="2026-Q3")
    at.text_input[0].input(written)
    press(at, "Besluit toevoegen")
    assert SAY(REFUSED[written], number="301", most=reviews.LONGEST) in text_of(at)
    assert at.text_input[0].value == written
    assert len(reviews.decisions(store.reader(reviewed))) == 0


def test_a_decision_that_seems_to_name_someone_is_asked_about_first(
    visit: Visit, reviewed: Path
) -> None:
    at = visit(reviewed, "quarter", kwartaal="2026-Q3")
    at.text_input[0].input("J. de Vries bellen")
    press(at, "Besluit toevoegen")
    assert "Hier lijkt één persoon te staan" in text_of(at)
    assert at.text_input[0].value == "J. de Vries bellen"
    assert len(reviews.decisions(store.reader(reviewed))) == 0
    next(box for box in at.checkbox if box.label.startswith("Dit gaat niet over")).check()
    press(at, "Besluit toevoegen")
    assert not at.exception
    assert len(reviews.decisions(store.reader(reviewed))) == 1


def test_the_form_is_empty_again_once_the_longest_decision_is_saved(
    visit: Visit, reviewed: Path
) -> None:
    at = visit(reviewed, "quarter", kwartaal="2026-Q3")
    at.text_input[0].input("x" * reviews.LONGEST)
    press(at, "Besluit toevoegen")
    assert at.text_input[0].value == ""
    assert len(reviews.decisions(store.reader(reviewed))) == 1


def test_who_acts_is_chosen_and_cannot_be_typed(visit: Visit, reviewed: Path) -> None:
    at = visit(reviewed, "quarter", kwartaal="2026-Q3")
    who = next(box for box in at.selectbox if box.label == "Wie")
    modes = who.proto.DESCRIPTOR.fields_by_name["filter_mode"].enum_type.values_by_number
    assert modes[who.proto.filter_mode].name == "FILTER_MODE_NONE"
    assert not who.proto.accept_new_options


def test_a_button_names_the_decision_as_it_was_written(visit: Visit, reviewed: Path) -> None:
    reviews.decide(reviewed, Q3, "Houd *vet* en $x$ [zo](y) 1. a_b", "analyst",
                   date(2026, 12, 1), datetime(2026, 10, 21))  # fmt: skip
    at = visit(reviewed, "quarter", kwartaal="2026-Q3")
    (label,) = (button.label for button in at.button if button.label.startswith("Gedaan"))
    assert label == r"Gedaan: Houd \*vet\* en \$x\$ \[zo\]\(y\) 1\. a\_b"


def test_a_button_ends_a_long_decision_at_a_whole_word(visit: Visit, reviewed: Path) -> None:
    reviews.decide(reviewed, Q3, "Vraag de gemeente of zij in het najaar de voorzieningen regelt",
                   "analyst", date(2026, 12, 1), datetime(2026, 10, 21))  # fmt: skip
    at = visit(reviewed, "quarter", kwartaal="2026-Q3")
    (label,) = (button.label for button in at.button if button.label.startswith("Gedaan"))
    assert label == "Gedaan: Vraag de gemeente of zij in het najaar de voorzieningen…"


def test_another_definition_stands_beside_as_a_series_with_its_number(
    visit: Visit, reviewed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "definitieversie" not in text_of(visit(reviewed, "quarter", kwartaal="2026-Q3"))
    one_meeting_more(monkeypatch, tmp_path)
    st.cache_resource.clear()  # as a restart with the new definition does
    at = visit(reviewed, "quarter", kwartaal="2026-Q3")
    assert not at.exception
    assert "Vastgelegd, definitieversie 1" in text_of(at)
    assert "Nu, definitieversie 2" in text_of(at)
    assert "Vastgelegd is de reeks volgens definitieversie 1" in text_of(at)
