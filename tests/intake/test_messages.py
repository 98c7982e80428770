"""Every problem says what, why and how, in both languages."""

import json
import re
from datetime import date, datetime

import pytest
from babel.messages import Message
from deliveries import CAST, found, with_cell, with_rows
from test_workbooks import table, workbook

from bondgenoten.intake.messages import message
from bondgenoten.intake.problems import ERRORS, WARNINGS, Problem, letters
from bondgenoten.language import LANGUAGES, catalogue, words

# What a rule tells besides the value; every message must be able to name it.
DETAILS = {
    "too_long": {"length": "130", "longest": "120"}, "unknown_theme": {"strange": "Voetbal"},
    "held_in_future": {"as_of": "23-11-2026"}, "past_planned": {"as_of": "23-11-2026"},
    "outside_life": {"started_on": "01-01-2019", "ended_on": ""},
    "twin_network": {"other": "AMBER"}, "reopened": {"was_ended": "30-06-2026", "again": ""},
    "team_changed": {"before": "Lekpoort", "moved": ""}, "municipality_changed": {"before": "Houten"},
    "present_not_held": {"status": "planned"}, "themes_not_held": {"status": "cancelled"},
    "perhaps_moved": {"other_day": "10-09-2026", "status": "held"}, "nothing_held": {"n": "2", "since": "30-06-2026"},
    "unanswered": {"n": "2", "first_day": "01-09-2026"}, "confirmed_early": {"until": "30-09-2026"},
    "withdrawn_pause": {"moment": "2026-11-23T23:30:00", "who": "secretaris", "batch": "12"},
    "no_longer_held": {"status": "planned", "moment": "2026-11-23T23:30:00", "batch": "12", "emptied": ""},
    "value_emptied": {"emptied": "themes,present_police"}, "pause_reopened": {"was_until": "31-07-2026"},
    "confirmed_ahead": {"as_of": "23-11-2026"}, "no_networks": {"team": "Lekpoort"},
    "untold": {"number": "12", "limit": "500000"},
    "ends_before_start": {"start": "01-01-2019", "start_column": "started_on"},
    "overlapping_pause": {"other_from": "01-07-2026", "other_until": ""},
    "held_in_pause": {"other_from": "01-07-2026", "other_until": "31-07-2026"},
    "conflicting_rows": {"other": "5"}, "duplicate_row": {"other": "5"},
    "covers_future": {"as_of": "23-11-2026"}, "personal_data": {"personal": "phone"}, "more_than_ten": {"total": "11"},
    "before_method": {"first_day": "01-01-2007"}, "far_ahead": {"last_day": "31-12-2027"}, "many_present": {"members": "8"},
    "perhaps_bsn": {"found": "5", "total": "60"}, "personal_comment": {"personal": "email"},
    "month_first": {"sure": "B9", "cells": "B14, B15", "more": "0"},
    "other_municipality": {"team": "Lekpoort", "towns": "Houten, Nieuwegein"},
}  # fmt: skip
REASONS = {"unreadable": "empty", "unknown_file": "file"}


def a_problem(code: str) -> Problem:
    value = "3-4-2026" if code == "month_first" else "31-02-2026"
    return Problem(0, "Bijeenkomsten", 14, 2, "status", code, value, "gehouden",
                   REASONS.get(code), DETAILS.get(code, {}))  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ERRORS + WARNINGS)
def test_every_code_has_a_message_of_what_is_wrong_and_how_to_mend_it(code, language):
    text = message(a_problem(code), language)
    assert len(re.findall(r"[.?](?: |$)", text)) >= 2
    assert "{" not in text and "  " not in text
    assert not re.search(r"\b(None|null|varchar)\b", text)


@pytest.mark.parametrize("code", ERRORS + WARNINGS)
def test_every_code_has_a_title_on_the_screen(code):
    for language in LANGUAGES:
        assert words(language).has(f"problem.title.{code}")


@pytest.mark.parametrize("code", ERRORS + WARNINGS)
def test_the_two_languages_differ(code):
    assert message(a_problem(code), "nl") != message(a_problem(code), "en")


def _key(entry: Message) -> str:
    """The id; of a message with a plural the first of its two."""
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def test_every_reason_in_the_catalogue_exists_in_both_languages():
    ids = [
        {key for key in map(_key, catalogue(language)) if key.startswith("problem.")}
        for language in LANGUAGES
    ]
    assert ids[0] == ids[1]
    assert {f"problem.{code}" for code in ERRORS + WARNINGS} <= ids[0]


def test_a_secretary_reads_the_cell_the_value_as_typed_the_cause_and_the_remedy(check):
    report = check({**CAST, "meetings": with_cell("meetings", "Status", "gehoudn")})
    assert report.lines("nl") == [
        "Niet ingelezen, er is niets gewijzigd: 1 fout te verbeteren.",
        "networks.csv: 2 rijen, 2 nieuw",
        "meetings.csv: 1 rij, 1 afgewezen",
        "  fout: C2: “gehoudn” kan niet bij Status. Kies een van: gehouden, gepland, geannuleerd. "
        "Bedoelt u “gehouden”?",
        "pauses.csv: 1 rij, 1 nieuw",
        "confirmations.csv: 1 rij, 1 nieuw",
    ]


def test_the_json_report_has_the_fields_of_the_contract(send):
    report = send({"confirmations": with_rows("confirmations", "Lekpoort;31-9-2026;10-10-2026")})
    (file,) = report.to_json()["files"]
    (problem,) = file.pop("problems")
    assert file == {
        "file": "confirmations.csv", "read": 1, "new": 0, "corrected": 0, "unchanged": 0,
        "duplicate": 0, "held_back": 0, "rejected": 1, "waiting": [],
    }  # fmt: skip
    assert list(problem) == [
        "sheet", "cell", "column", "code", "severity", "value", "message_nl", "message_en", "suggestion",
    ]  # fmt: skip
    assert [problem[name] for name in ("sheet", "cell", "column", "code", "severity", "value")] == [
        None, "B2", "covers_until", "not_a_date", "error", "31-9-2026",
    ]  # fmt: skip
    assert report.to_json()["written"] is False


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [("Startdatum", "9 maart", "Schrijf dag, maand en jaar: 30-9-2026"),
     ("Startdatum", "2026/01/12", "Bedoelt u “12-1-2026”?"),
     ("Startdatum", "30-2-2020", "geen bestaande datum"),
     ("Leden burgers", "999999999999", "te groot"), ("Leden burgers", "2,5", "geen heel getal")],
)  # fmt: skip
def test_a_message_says_what_is_wrong_with_this_value(check, column, value, said):
    report = check({"networks": with_cell("networks", column, value)})
    assert len(report.errors) == 1 and said in report.lines("nl")[2]
    assert ("geen heel getal" in report.lines("nl")[2]) == (value == "2,5")
    assert ("bestaande datum" in report.lines("nl")[2]) == (value == "30-2-2020")


def test_a_pause_without_an_end_is_said_in_words(check):
    pauses = with_rows("pauses", "AMBER;1-2-2026;;Zomer", "AMBER;1-7-2026;31-7-2026;Weer")
    report = check({**CAST, "pauses": pauses})
    said = "\n".join(report.lines("nl"))
    assert {p.code for p in report.problems} == {"overlapping_pause", "held_in_pause"}
    assert "nog geen einde" in said and "sinds 01-02-2026" in said and "nu" not in said.split()
    assert "until now" not in (english := "\n".join(report.lines("en"))) and "no end yet" in english


def test_a_real_date_cell_is_named_as_the_sender_sees_it(check, tmp_path):
    rows = table("networks")
    rows[1][8], rows[1][4] = date(2026, 1, 12), datetime(2026, 1, 12, 9, 30)
    report = check({"x.xlsx": workbook(tmp_path / "x.xlsx", {"Netwerken": rows})})
    assert [p.value for p in report.errors] == ["12-01-2026 09:30:00", "12-01-2026"]
    said = "\n".join(report.lines("nl")) + json.dumps(report.to_json())
    assert "12-01-2026" in said and "2026-01-12" not in said


def test_columns_are_lettered_as_excel_does():
    assert [letters(position) for position in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


def test_a_very_long_value_is_shortened_in_the_message_only(check):
    report = check({**CAST, "meetings": with_cell("meetings", "Status", "y" * 500)})
    assert found(report) == [("C2", "not_allowed")]
    assert report.errors[0].value == "y" * 500
    assert all(len(line) < 300 for line in report.lines("nl"))
