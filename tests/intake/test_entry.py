"""A row typed by hand goes through the same checks as a file, and is one batch of its own."""

from datetime import date, timedelta

import pytest
from cast import T
from deliveries import CAST, found, with_rows
from hypothesis import given, settings
from hypothesis import strategies as st

from bondgenoten import intake, store
from bondgenoten.contract import KINDS
from bondgenoten.intake.actors import function
from bondgenoten.intake.cells import reader
from bondgenoten.intake.known import known

WHO = {"as_of": T, "actor": "secretaris"}
PLANNED = with_rows(
    "meetings",
    "AMBER;30-11-2026;Gepland;Spoed;Polarisatie;Politie;;;",
    "AMBER;3-11-2026;Gepland;;;;;;",
)
MEETING = {"network_id": "AMBER", "date": "15-10-2026", "status": "Gehouden"}


@pytest.fixture
def planned(send, register):
    send(CAST)
    send({"meetings": PLANNED})
    return register


def current(register, day):
    return store.reader(register).rows(
        "select status, kind, themes, agenda_from, present_citizens, batch from register.meetings"
        " where superseded_at is null and network_id = 'AMBER' and date = ?", [day]
    )  # fmt: skip


def test_a_meeting_by_hand_is_a_batch_of_its_own(planned):
    report = intake.enter(planned, "meetings", MEETING | {"themes": "Jongerenoverlast"}, **WHO)
    assert (report.written, report.problems, report.changes) == (True, [], 1)
    assert current(planned, date(2026, 10, 15)) == [
        ("held", "regular", ["youth_nuisance"], None, None, 3)
    ]
    rows = store.reader(planned).rows("select source, actor from register.batches where batch = 3")
    assert rows == [("entry", "secretaris")]


def test_a_row_of_every_kind_can_be_entered(register):
    typed = {
        "networks": ("AMBER", "Amber", "Lekpoort", "Houten", "Wijk", "", "1-1-2019", "", "1", "1", "6"),
        "meetings": ("AMBER", "1-3-2026", "Gehouden", "", "Overig", "", "1", "1", "5"),
        "pauses": ("AMBER", "1-7-2026", "", 'Zomer; "rust"\nen meer'),
        "confirmations": ("Lekpoort", "30-9-2026", "10-10-2026"),
    }  # fmt: skip
    for kind, values in typed.items():
        row = dict(zip(KINDS[kind].names, values, strict=True))
        assert intake.enter(register, kind, row, **WHO).written
    reasons = store.reader(register).rows("select reason from register.pauses")
    assert reasons == [('Zomer; "rust"\nen meer',)]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"date": "4-12-2026"}, ["held_in_future"]),
        ({"network_id": "AMBRE"}, ["unknown_network"]),
        ({"status": "gehoudn"}, ["not_allowed"]),
        ({"date": ""}, ["missing_value"]),
        ({"themes": "bel 06-12345678"}, ["personal_data"]),
        ({"present_citizens": "veel"}, ["not_a_whole_number"]),
    ],
)
def test_what_is_wrong_by_hand_is_what_is_wrong_in_a_file(planned, changes, codes):
    before = store.version(planned)
    report = intake.enter(planned, "meetings", MEETING | changes, **WHO)
    assert (report.refused, [code for _, code in found(report)]) == (True, codes)
    assert store.version(planned) == before


def test_a_row_without_its_key_is_asked_for_it(planned):
    report = intake.enter(planned, "meetings", {"status": "Gepland"}, **WHO)
    assert found(report) == [("A2", "missing_value"), ("B2", "missing_value")]


def test_looking_first_writes_nothing_and_saving_needs_what_was_seen(planned):
    before = store.version(planned)
    seen = intake.enter(planned, "meetings", MEETING, dry_run=True, **WHO)
    assert (seen.written, seen.changes, store.version(planned)) == (False, 1, before)
    assert intake.enter(planned, "meetings", MEETING, proof=seen.proof, **WHO).written


def test_what_seems_to_name_someone_by_hand_is_asked_about_before_it_is_saved(planned):
    pause = {"network_id": "AMBER", "paused_from": "1-10-2026", "reason": "mevrouw De Vries ziek"}
    before = store.version(planned)
    report = intake.enter(planned, "pauses", pause, **WHO)
    assert (report.asked, report.written, store.version(planned)) == (["reason"], False, before)
    report = intake.enter(planned, "pauses", pause, sure=["reason"], **WHO)
    assert (report.asked, report.written) == ([], True)
    faulty = intake.enter(planned, "pauses", pause | {"paused_from": "x"}, **WHO)
    assert (faulty.asked, found(faulty)) == (["reason"], [("B2", "not_a_date")])


def test_a_person_in_a_text_by_hand_is_an_error_and_no_question(planned):
    pause = {
        "network_id": "AMBER",
        "paused_from": "1-10-2026",
        "reason": "mw. De Vries 06-12345678",
    }
    report = intake.enter(planned, "pauses", pause, **WHO)
    assert (report.asked, found(report), report.written) == ([], [("C2", "personal_data")], False)


def test_a_planned_meeting_is_confirmed_with_all_that_was_planned(planned):
    intake.enter(planned, "meetings", {"network_id": "AMBER", "date": "3-11-2026",
                                       "status": "Gepland", "themes": "Overig"}, **WHO)  # fmt: skip
    assert intake.confirm_planned(planned, "AMBER", date(2026, 11, 3), **WHO).written
    assert current(planned, date(2026, 11, 3)) == [("held", "regular", ["other"], None, None, 4)]


def test_a_confirmed_meeting_can_say_who_came(planned):
    came = {"present_citizens": "4", "themes": "Polarisatie"}
    intake.confirm_planned(planned, "AMBER", date(2026, 11, 3), came, **WHO)
    assert current(planned, date(2026, 11, 3)) == [
        ("held", "regular", ["polarisation"], None, 4, 3)
    ]


def test_a_meeting_of_the_future_is_not_confirmed(planned):
    report = intake.confirm_planned(planned, "AMBER", date(2026, 11, 30), **WHO)
    assert [code for _, code in found(report)] == ["held_in_future"]


def test_a_planned_meeting_is_cancelled(planned):
    assert intake.cancel(planned, "AMBER", date(2026, 11, 30), **WHO).written
    assert current(planned, date(2026, 11, 30))[0][:2] == ("cancelled", "urgent")


def test_a_planned_meeting_moves_in_one_batch_and_moves_back_with_one_undo(planned):
    old, new = date(2026, 11, 30), date(2026, 12, 7)
    assert intake.move(planned, "AMBER", old, new, **WHO).written
    assert current(planned, old)[0][0] == "cancelled"
    assert current(planned, new) == [("planned", "urgent", ["polarisation"], "police", None, 3)]
    intake.undo(planned, 3, **WHO)
    assert current(planned, old)[0][0] == "planned"
    assert current(planned, new) == []


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 11, 1)])
def test_only_what_is_planned_is_confirmed_cancelled_or_moved(planned, day):
    for change in (intake.confirm_planned, intake.cancel):
        with pytest.raises(intake.NotPlanned) as refusal:
            change(planned, "AMBER", day, **WHO)
        assert refusal.value.code == "not_planned"
    with pytest.raises(intake.NotPlanned):
        intake.move(planned, "AMBER", day, date(2026, 12, 7), **WHO)


@pytest.mark.parametrize("taken", [date(2026, 3, 1), date(2026, 11, 3), date(2026, 11, 30)])
def test_a_meeting_does_not_move_onto_another(planned, taken):
    before = store.version(planned)
    with pytest.raises(intake.NotPlanned) as refusal:
        intake.move(planned, "AMBER", date(2026, 11, 30), taken, **WHO)
    assert (refusal.value.code, refusal.value.values["day"]) == ("day_taken", taken)
    assert store.version(planned) == before


def test_a_column_that_does_not_exist_is_a_mistake_of_the_caller(planned):
    with pytest.raises(KeyError):
        intake.enter(planned, "meetings", MEETING | {"notulen": "x"}, **WHO)


@pytest.mark.parametrize("name", ["Jan de Vries", "mevrouw Jansen", "J.P. Bakker", "", "x" * 61,
                                  "bel 06-12345678", "De Vries, Jan"])  # fmt: skip
def test_a_person_does_not_enter(planned, name):
    before = store.version(planned)
    with pytest.raises(intake.NotAFunction) as refusal:
        intake.enter(planned, "meetings", MEETING, as_of=T, actor=name)
    assert not str(refusal.value)
    assert store.version(planned) == before


@pytest.mark.parametrize(
    "name", ["imam Yusuf", "mejuffrouw de Wit", "prof. jansen", "tante fatima"]
)
def test_every_form_of_address_is_known_in_a_function_too(name):
    with pytest.raises(intake.NotAFunction):
        function(name)


@pytest.mark.parametrize("name", ["=cmd|'/c calc'!A1", " +secretaris", "-secretaris", "@secretaris",
                                  "secretaris\nLekpoort", "secretaris\tLekpoort", "secretaris\x00",
                                  "secretaris\u202eLekpoort", "secre\u200btaris", "a\u2028b"])  # fmt: skip
def test_a_text_that_hides_something_or_that_a_spreadsheet_runs_is_no_function(name):
    with pytest.raises(intake.NotAFunction):
        function(name)


@pytest.mark.parametrize("name", ["secretaris", " secretaris\u00a0Lekpoort\n", "secretaris Lekpoort", "Chef basisteam De Copen",
                                  "basisteam_chief", "analist", "Teamchef Amersfoort"])  # fmt: skip
def test_a_function_with_its_place_does(planned, name):
    assert intake.enter(planned, "meetings", MEETING, as_of=T, actor=name).written


@settings(max_examples=15, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_a_text_typed_by_hand_is_judged_as_that_cell_and_kept_as_it_was(
    text, tmp_path_factory, blank
):
    folder = tmp_path_factory.mktemp("text")
    path = folder / "register.duckdb"
    path.write_bytes(blank.read_bytes())
    row = {"network_id": "AMBER", "name": text, "basisteam": "Lekpoort", "municipality": "Houten",
           "scale": "Wijk", "started_on": str(T - timedelta(365)), "members_police": "1",
           "members_municipality": "1", "members_citizens": "6"}  # fmt: skip
    with store.reading(path) as connection:
        names = {column.name: column for column in KINDS["networks"].columns}
        cell = reader(names["name"], known(connection))(text)
    report = intake.enter(path, "networks", row, sure=["name"], **WHO)
    assert [code for _, code in found(report)] == [code for code in [cell.code] if code]
    kept = store.reader(path).rows("select name from register.networks")
    assert kept == ([] if cell.code else [(text.strip(),)])
