"""Te bevestigen, Geschiedenis and Kwaliteit: one click each, refused with the reason, all to be seen."""

from datetime import date
from pathlib import Path

import pytest
from cast import FILES, T, fill, meetings, network
from streamlit.testing.v1 import AppTest
from visits import Visit, text_of

from bondgenoten import intake, store

WHO = "Secretaris Lekpoort"
PLANNED = date(2026, 11, 2)


@pytest.fixture
def waiting(one_network: Path) -> Path:
    """Amber, with a planned meeting that has passed."""
    fill(one_network, meetings=meetings("AMBER", "planned", PLANNED))
    return one_network


def by(at: AppTest) -> AppTest:
    return at.text_input(key="who").set_value(WHO).run()


def press(at: AppTest, start: str) -> AppTest:
    return next(button for button in at.button if button.label.startswith(start)).click().run()


def states(register: Path) -> list[tuple]:
    return store.reader(register).rows(
        "select date, status from register.meetings where superseded_at is null and date >= ? "
        "order by date",
        [PLANNED],
    )


@pytest.mark.parametrize(
    ("answer", "after"),
    [("Gehouden", [(PLANNED, "held")]), ("Niet gehouden", [(PLANNED, "cancelled")]),
     ("Verplaatsen", [(PLANNED, "cancelled"), (date(2026, 11, 30), "planned")])],
)  # fmt: skip
def test_a_planned_meeting_that_passed_is_answered_in_one_click(
    visit: Visit, waiting: Path, answer: str, after: list[tuple]
) -> None:
    at = by(visit(waiting, "data", tab="te-bevestigen"))
    assert "1 geplande bijeenkomst is voorbij" in text_of(at)
    press(at, answer)
    assert not at.exception
    assert states(waiting) == after
    assert "Er wacht geen geplande bijeenkomst" in text_of(at)
    assert "Opgeslagen" in text_of(at)


def test_an_answer_that_came_too_late_is_refused_with_the_reason(
    visit: Visit, waiting: Path
) -> None:
    at = by(visit(waiting, "data", tab="te-bevestigen"))
    at.date_input(key=f"to-AMBER-{PLANNED}").set_value(date(2026, 9, 10))
    press(at, "Verplaatsen")
    assert "heeft op 10-09-2026 al een bijeenkomst" in text_of(at)
    assert states(waiting) == [(PLANNED, "planned")]


def test_a_basisteam_confirms_with_one_button_and_is_warned_first(
    visit: Visit, register: Path
) -> None:
    fill(register, networks=[network("AMBER")], meetings=meetings("AMBER", "planned", PLANNED))
    at = by(visit(register, "data", tab="te-bevestigen", team="lekpoort"))
    assert "geen enkele gehouden bijeenkomst, terwijl er 1 netwerk is" in text_of(at)
    at.date_input(key="covers-lekpoort").set_value(T).run()
    assert "wacht nog 1 geplande bijeenkomst op een antwoord" in text_of(at)
    press(at, "Lekpoort bevestigt tot en met 23 november 2026")
    assert not at.exception
    kept = store.reader(register).rows("select covers_until, confirmed_on, batch from register.confirmations")  # fmt: skip
    assert kept == [(T, T, 1)]
    assert "Opgeslagen als aanlevering 1." in text_of(at)
    # What was said before the click is not said again after it.
    assert "wacht nog 1 geplande bijeenkomst op een antwoord" not in text_of(at)


def test_a_batch_is_undone_after_a_second_question(visit: Visit, waiting: Path) -> None:
    intake.confirm_team(waiting, "lekpoort", T, as_of=T, actor=WHO)
    intake.confirm_planned(waiting, "AMBER", PLANNED, as_of=T, actor=WHO)
    at = by(visit(waiting, "data", tab="geschiedenis"))
    assert "met de hand" in text_of(at)
    assert at.button(key="undo").disabled
    assert "Wat er dan verandert" not in text_of(at)
    at.checkbox(key="undo-sure-2").check().run()
    assert "Wat er dan verandert" in text_of(at)
    assert "<span>1 gehouden bijeenkomst vervalt</span>" in text_of(at)
    at.button(key="undo").click().run()
    assert not at.exception
    assert states(waiting) == [(PLANNED, "planned")]
    said = text_of(at)
    assert "Aanlevering 2 is ongedaan gemaakt, als aanlevering 3." in said
    assert "ongedaan gemaakt door 3" in said
    assert "maakt 2 ongedaan" in said
    assert said.count("<small>bijeenkomst AMBER van <time>02-11-2026</time></small>") == 2
    assert "· met de hand · opgave Lekpoort tot en met 23-11-2026" in str(
        at.selectbox(key="undo-which").options
    )


def test_a_batch_that_others_build_on_is_not_undone_and_the_reason_is_said(
    visit: Visit, waiting: Path
) -> None:
    intake.confirm_planned(waiting, "AMBER", PLANNED, as_of=T, actor=WHO)
    values = {"network_id": "AMBER", "date": PLANNED.isoformat(), "status": "cancelled"}
    intake.enter(waiting, "meetings", values, as_of=T, actor=WHO)
    at = by(visit(waiting, "data", tab="geschiedenis"))
    at.selectbox(key="undo-which").set_value(1).run()
    at.checkbox(key="undo-sure-1").check().run()
    assert "Maak eerst aanlevering 2 ongedaan" in text_of(at)
    at.button(key="undo").click().run()
    assert "Maak eerst aanlevering 2 ongedaan" in text_of(at)
    assert states(waiting) == [(PLANNED, "cancelled")]


def test_a_file_is_listed_with_its_name_its_hash_and_its_effect(
    visit: Visit, one_network: Path, tmp_path: Path
) -> None:
    from bondgenoten import effects

    file = tmp_path / "november.csv"
    file.write_text("network_id,date,status\nAMBER,2026-11-03,held\n")
    report = intake.import_files(one_network, [file], as_of=T, actor=WHO, effects=effects.effect)
    said = text_of(visit(one_network, "data", tab="geschiedenis"))
    for text in ("november.csv", report.files[0].sha256, WHO, "1 nieuw", "+1 gehouden bijeenkomst"):
        assert text in said


def test_a_meeting_shows_what_it_said_before(visit: Visit, waiting: Path) -> None:
    intake.confirm_planned(waiting, "AMBER", PLANNED, as_of=T, actor=WHO)
    at = visit(waiting, "data", tab="geschiedenis", netwerk="AMBER")
    assert "Naam: Amber" in text_of(at)
    chosen = at.selectbox(key="version-of-AMBER-lekpoort")
    chosen.set_value(("meetings", ("AMBER", PLANNED))).run()
    assert not at.exception
    assert "Status: gepland → gehouden" in text_of(at)


def test_a_pause_shows_by_whom_it_was_withdrawn(visit: Visit, one_network: Path) -> None:
    values = {"network_id": "AMBER", "paused_from": "1-7-2026", "reason": "Zomer"}
    intake.enter(one_network, "pauses", values, as_of=T, actor=WHO)
    intake.withdraw_pause(one_network, "AMBER", date(2026, 7, 1), as_of=T, actor="Analist eenheid")
    at = visit(one_network, "data", tab="geschiedenis", netwerk="AMBER")
    chosen = at.selectbox(key="version-of-AMBER-lekpoort")
    chosen.set_value(("pauses", ("AMBER", date(2026, 7, 1)))).run()
    assert not at.exception
    states = text_of(at).split("<tbody>")[-1].split("</tr>")
    for text in (
        "2 · onderbreking ingetrokken",
        "Analist eenheid",
        "ingetrokken: niet in het register",
    ):
        assert text in states[0]
    for text in ("1 · met de hand", WHO, "Reden: Zomer"):
        assert text in states[1]


def test_a_network_that_was_taken_back_is_found_at_its_basisteam(
    visit: Visit, register: Path
) -> None:
    intake.import_files(register, [FILES / "netwerken-lekpoort.csv"], as_of=T, actor=WHO)
    intake.undo(register, 1, as_of=T, actor="Analist eenheid")
    at = visit(register, "data", tab="geschiedenis", team="lekpoort")
    options = at.selectbox(key="version-of-None-lekpoort").options
    assert options == [f"netwerk LEK-0{n}, niet meer in het register" for n in (1, 2)]
    states = text_of(at).split("<tbody>")[-1].split("</tr>")
    for text in ("2 · maakt 1 ongedaan", "Analist eenheid", "niet in het register"):
        assert text in states[0]
    assert "Naam: Bondgenoten Batau Noord" in states[1]
    other = visit(register, "data", tab="geschiedenis", team="de-copen")
    assert "nog geen opgave gedaan" in text_of(other)


def test_a_basisteam_shows_its_confirmations(visit: Visit, one_network: Path) -> None:
    at = visit(one_network, "data", tab="geschiedenis", team="lekpoort")
    (label,) = at.selectbox(key="version-of-None-lekpoort").options
    assert label == "opgave tot en met 30 september 2026, bevestigd op 10 oktober 2026"
    assert "in het register gekomen" in text_of(at)
    at = visit(one_network, "data", tab="geschiedenis", team="de-copen")
    assert "nog geen opgave gedaan" in text_of(at)


def test_quality_says_per_basisteam_what_waits(visit: Visit, waiting: Path) -> None:
    said = text_of(visit(waiting, "data", tab="kwaliteit", team="lekpoort"))
    row = said.split("<tbody>")[1].split("</tr>")[0]
    assert "Lekpoort" in row
    assert "30-09-2026" in row
    assert row.count("shape-triangle") == 2  # one that passed, and five held without a theme


def test_a_question_is_put_waits_and_is_answered_by_the_next_change(
    visit: Visit, waiting: Path
) -> None:
    at = by(visit(waiting, "data", tab="kwaliteit", netwerk="AMBER"))
    at.text_input[1].set_value("Is deze bijeenkomst gehouden?")
    at.selectbox[-1].set_value(PLANNED)
    press(at, "Vraag stellen")
    assert not at.exception
    assert "1 vraag wacht op antwoord" in text_of(at)
    intake.confirm_planned(waiting, "AMBER", PLANNED, as_of=T, actor=WHO)
    at.run()
    assert "door aanlevering 2" in text_of(at)
    assert "Is deze bijeenkomst gehouden?" in text_of(at)


@pytest.mark.parametrize("text", ["", "Bel j.bakker@politie.nl"])
def test_a_question_without_words_or_with_a_person_is_not_put(
    visit: Visit, waiting: Path, text: str
) -> None:
    at = by(visit(waiting, "data", tab="kwaliteit", netwerk="AMBER"))
    at.text_input[1].set_value(text)
    press(at, "Vraag stellen")
    assert 'class="fault"' in text_of(at)
    assert "politie.nl" not in text_of(at)
    assert not store.reader(waiting).rows("from register.put_questions")


def test_a_question_that_seems_to_name_someone_is_asked_about_first(
    visit: Visit, waiting: Path
) -> None:
    at = by(visit(waiting, "data", tab="kwaliteit", netwerk="AMBER"))
    at.text_input[1].set_value("Was mevrouw De Vries erbij?")
    press(at, "Vraag stellen")
    assert "Hier lijkt één persoon te staan" in text_of(at)
    assert at.text_input[1].value == "Was mevrouw De Vries erbij?"
    assert not store.reader(waiting).rows("from register.put_questions")
    next(box for box in at.checkbox if box.label.startswith("Dit gaat niet over")).check()
    press(at, "Vraag stellen")
    assert not at.exception
    assert len(store.reader(waiting).rows("from register.put_questions")) == 1
    assert at.text_input[1].value == ""


def test_a_question_can_be_withdrawn(visit: Visit, waiting: Path) -> None:
    intake.put_question(waiting, "AMBER", None, "Klopt het aantal leden?", as_of=T, actor=WHO)
    at = press(by(visit(waiting, "data", tab="kwaliteit")), "Intrekken")
    assert "De vraag is ingetrokken" in text_of(at)
    assert "0 vragen wachten" in text_of(at)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("tab", ["invoeren", "te-bevestigen", "geschiedenis", "kwaliteit"])
def test_every_tab_opens_on_the_demo_and_on_nothing(
    visit: Visit, demo_register: Path, register: Path, tab: str, language: str
) -> None:
    for known in (demo_register, register):
        at = visit(known, "data", tab=tab, team="lekpoort", taal=language)
        assert not at.exception
        assert ">Gegevens<" in text_of(at) or language == "en"


def test_a_demo_takes_no_entry(visit: Visit, demo_register: Path) -> None:
    before = store.version(demo_register)
    at = by(visit(demo_register, "data", tab="te-bevestigen", team="lekpoort"))
    press(at, "Lekpoort bevestigt")
    assert "daar komen geen echte gegevens bij" in text_of(at)
    assert store.version(demo_register) == before
