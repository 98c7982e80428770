"""Whatever faults are sown in whatever sound files: exactly those are told, each once, in its cell."""

import pytest
import seeding
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bondgenoten.contract import KINDS
from bondgenoten.intake.problems import ERRORS, WARNINGS
from bondgenoten.language import words

SEARCH = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
FILES = [*KINDS]


def told(report, language=None):
    """The kind, cell and code of every problem; a kind is a sheet, or one of four CSV files."""
    by_sheet = {words(language)(f"file.{kind}"): kind for kind in KINDS} if language else {}
    return sorted(
        (by_sheet[p.sheet] if language else FILES[p.file], p.cell or "", p.code)
        for p in report.problems
    )


def expected(delivery):
    return sorted((kind, cell or "", code) for kind, cell, code in delivery.told)


def test_every_code_of_the_contract_is_sown():
    # No fault of one network of this upload: test_rules, test_confirmed, test_against_register
    # and test_hostile_files have them.
    of_a_basisteam = {
        "covers_future",
        "nothing_held",
        "unanswered",
        "no_networks",
        "confirmed_early",
        "confirmed_ahead",
    }
    of_the_register = {
        "reopened",
        "team_changed",
        "municipality_changed",
        "perhaps_moved",
        "withdrawn_pause",
        "no_longer_held",
        "value_emptied",
        "pause_reopened",
    }
    of_a_workbook = {"perhaps_bsn", "personal_comment"}  # test_asides and test_comments have them
    others = of_a_basisteam | of_the_register | of_a_workbook
    assert set(ERRORS + WARNINGS) == seeding.CODES | others | {"untold"}


@SEARCH
@given(
    seeding.sown(),
    st.sampled_from(("nl", "en")),
    st.booleans(),
    st.sets(st.sampled_from(FILES[1:])),
)
def test_exactly_the_faults_sown_in_a_workbook_are_told(
    check, delivery, language, is_typed, hidden
):
    delivery.hidden = hidden
    delivery.told += [(kind, None, "hidden_sheet") for kind in hidden]
    report = check({"opgave.xlsx": seeding.as_workbook(delivery, language, is_typed)})
    assert told(report, language) == expected(delivery)


@SEARCH
@given(seeding.sown(), st.sampled_from(("nl", "en")), st.sampled_from(";,\t"),
       st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252")))  # fmt: skip
def test_exactly_the_faults_sown_in_csv_files_are_told(
    check, delivery, language, separator, encoding
):
    report = check({
        f"{kind}.csv": seeding.as_csv(delivery, kind, language, separator, encoding)
        for kind in KINDS
    })  # fmt: skip
    assert told(report) == expected(delivery)
    counted = report.to_json()["files"]
    assert sum(file["read"] for file in counted) == sum(len(r) for r in delivery.rows.values())
    assert [len(file["waiting"]) for file in counted] == [file["held_back"] for file in counted]


@SEARCH
@given(seeding.sound(), st.booleans())
def test_a_sound_delivery_is_told_nothing(check, delivery, is_typed):
    report = check({"opgave.xlsx": seeding.as_workbook(delivery, "nl", is_typed)})
    assert (report.problems, report.changes) == ([], sum(len(r) for r in delivery.rows.values()))


@pytest.mark.parametrize(("content", "code"), [("", "unreadable"), ("a;b\n1;2\n", "unknown_file")])
@settings(SEARCH, max_examples=3)
@given(delivery=seeding.sown())
def test_a_file_that_is_no_delivery_is_one_fault_beside_the_others(check, delivery, content, code):
    report = check({"opgave.xlsx": seeding.as_workbook(delivery, "nl", True), "other.csv": content})
    first = [p for p in report.problems if p.file == 0]
    assert sorted((p.cell or "", p.code) for p in first) == sorted(
        (cell or "", code) for _, cell, code in delivery.told
    )
    assert [(p.cell, p.code) for p in report.problems if p.file == 1] == [(None, code)]
