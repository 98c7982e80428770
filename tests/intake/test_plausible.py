"""What is allowed but hardly true gets one warning, at its cell; what is only unusual gets none."""

from datetime import date

import pytest
from cast import T
from deliveries import CAST, NETWORKS, found, with_cell, with_rows

from bondgenoten.intake.messages import message

ROW = "{0};Naam {0};Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6"


@pytest.mark.parametrize(
    ("kind", "column", "value", "cell", "code"),
    [
        ("networks", "Startdatum", "1-1-1924", "G2", "before_method"),
        ("networks", "Startdatum", "31-12-2006", "G2", "before_method"),
        ("networks", "Einddatum", "31-12-2199", "H2", "far_ahead"),
        ("networks", "Einddatum", "1-1-2028", "H2", "far_ahead"),
        ("networks", "Gemeente", "Baarn", "D2", "other_municipality"),
        ("networks", "Gemeente", "Utrecht", "D2", "other_municipality"),
        ("meetings", "Aanwezig burgers", "1000000", "I2", "many_present"),
        ("meetings", "Aanwezig politie", "21", "G2", "many_present"),
        ("pauses", "Onderbroken tot en met", "31-12-2100", "C2", "far_ahead"),
        ("confirmations", "Bijgewerkt tot en met", "30-9-1926", "B2", "before_method"),
        ("confirmations", "Bevestigd op", "10-10-2062", "C2", "far_ahead"),
    ],
)  # fmt: skip
def test_what_is_hardly_true_is_one_warning_and_comes_in(check, kind, column, value, cell, code):
    report = check({**CAST, kind: with_cell(kind, column, value)})
    assert (found(report), found(report, "warning")) == ([], [(cell, code)])
    assert report.changes == 5


@pytest.mark.parametrize(
    ("kind", "column", "value"),
    [
        ("networks", "Startdatum", "1-1-2007"), ("networks", "Einddatum", "31-12-2027"),
        ("networks", "Gemeente", "Nieuwegein"), ("meetings", "Aanwezig burgers", "20"),
        ("meetings", "Aanwezig burgers", "0"), ("networks", "Leden burgers", "0"),
        ("pauses", "Onderbroken tot en met", "31-12-2027"),
    ],
)  # fmt: skip
def test_what_is_only_unusual_is_told_nothing(check, kind, column, value):
    assert check({**CAST, kind: with_cell(kind, column, value)}).problems == []


def test_a_start_in_2199_is_warned_of_at_its_cell(check):
    networks = with_cell("networks", "Startdatum", "1-1-2199")
    assert found(check({"networks": networks}), "warning") == [("G2", "far_ahead")]


def test_a_plan_far_ahead_is_warned_of_and_moves_with_the_as_of_date(check):
    planned = with_rows("meetings", "AMBER;1-3-2029;Gepland;;;;;;")
    files = {"networks": NETWORKS, "meetings": planned}
    assert found(check(files), "warning") == [("B2", "far_ahead")]
    assert check(files, as_of=date(2028, 1, 1)).problems == []


def test_a_date_that_is_refused_already_is_not_warned_of_too(check):
    rows = ["AMBER;1-3-2129;Gehouden;;Overig;;;;", "ESDOORN;1-3-2129;Gepland;;;;;;"]
    report = check({**CAST, "meetings": with_rows("meetings", *rows)})
    assert [(p.cell, p.code) for p in report.problems] == [
        ("B2", "held_in_future"),
        ("B3", "outside_life"),
    ]


def test_a_large_network_may_have_as_many_present(check):
    files = {
        "networks": with_cell("networks", "Leden burgers", "28"),
        "meetings": with_rows("meetings", "AMBER;1-3-2026;Gehouden;;Overig;;1;1;60"),
    }
    assert [(p.file, p.code) for p in check(files).problems] == [(0, "more_than_ten")]


@pytest.mark.parametrize(
    ("ended_on", "is_told"), [("", True), ("30-6-2026", False), (f"{T:%d-%m-%Y}", True)]
)
def test_an_active_network_without_members_is_warned_of(check, ended_on, is_told):
    row = f"AMBER;Naam;Lekpoort;Houten;Wijk;;1-1-2019;{ended_on};0;0;0"
    report = check({"networks": with_rows("networks", row)})
    assert found(report, "warning") == [("K2", "no_members")] * is_told


def test_the_warning_names_the_municipalities_of_the_basisteam(check):
    (problem,) = check({"networks": with_cell("networks", "Gemeente", "Baarn")}).problems
    assert "basisteam Lekpoort; daarin liggen: Houten, Nieuwegein, Vijfheerenlanden." in message(
        problem, "nl"
    )


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [("n-1", "N-1", True), ("N_1", "N-1", True), ("n.1", "N-1", True), ("N--1", "N-1", True),
     ("N1", "N-1", False), ("N-11", "N-1", False), ("N-1-1", "N-11", False), ("N-01", "N-1", False)],
)  # fmt: skip
def test_a_new_number_that_is_nearly_that_of_another_names_it(send, one, other, is_alike):
    together = send(
        {"networks": with_rows("networks", ROW.format(other), ROW.format(one))}, dry_run=True
    )
    told = [("A3", "alike_network", other)] * is_alike
    assert [(p.cell, p.code, p.suggestion) for p in together.problems] == told
    assert together.changes == 2
    assert send({"networks": with_rows("networks", ROW.format(other))}).problems == []
    later = send({"networks": with_rows("networks", ROW.format(one))})
    assert [(p.cell, p.suggestion) for p in later.problems] == [("A2", other)] * is_alike
    # Once both are known, both are meant.
    assert send({"networks": with_rows("networks", ROW.format(one))}).problems == []


@pytest.mark.parametrize(
    "typed", ["N 1", "N\u20111", "N\u00a01", "Ñ-1", "N\u0303-1", "Ｎ－１", "N\u200b-1"]
)
def test_a_number_with_other_characters_is_refused_and_mended_to_the_known_one(check, typed):
    rows = with_rows("networks", ROW.format("N-1"), ROW.format(typed))
    assert [(p.cell, p.code, p.mend) for p in check({"networks": rows}).errors] == [
        ("A3", "bad_key", "N-1")
    ]


def test_the_cast_itself_is_plausible(check):
    assert check({"networks": NETWORKS}).problems == []
