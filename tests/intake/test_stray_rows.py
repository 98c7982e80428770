"""A total or a note among the rows is one warning; a row that lacks something stays a row."""

import json

import pytest
from cast import T
from deliveries import CAST, found, with_rows
from test_workbooks import table, workbook

from bondgenoten import intake
from bondgenoten.contract import KINDS
from bondgenoten.language import LANGUAGES, words

TOTALS = [
    ("networks", "Totaal;;;;;;;;2;2;12", "A"), ("networks", ";;;;;;;;2;2;12", "I"),
    ("networks", ";Totaal aantal leden;;;;;;;;;16", "B"), ("networks", "TOTALEN: 2;;;;;;;;;;", "A"),
    ("networks", "Totaal Lekpoort;;Lekpoort;Houten;;;;;2;2;12", "A"), ("meetings", ";;;;;;12;8;60", "G"),
    ("meetings", "Subtotaal;;12;;;;;;", "A"), ("meetings", "Gemiddeld;;;;;;1,5;0,5;4,2", "A"),
    ("pauses", "Totaal;;;1 onderbreking", "A"), ("confirmations", "Totaal: 1;;", "A"),
]  # fmt: skip
NOTES = [
    ("networks", "Ingevuld door het secretariaat;;;;;;;;;;", "A"), ("networks", "* voorlopig;;;;;;;;;;", "A"),
    ("networks", ";;;;;Gegevens zijn nog voorlopig;;;;;", "F"), ("meetings", "Bron: eigen telling;;;;;;;;", "A"),
    ("meetings", "voorlopig;;;;;;;;", "A"), ("meetings", "Ingevuld op:;;begin oktober;;;;;;", "A"),
    ("meetings", "Datum:;5-10-2026;;;;;;;", "A"), ("meetings", "Ingevuld op;5-10-2026;;;;;;;", "A"),
    ("confirmations", "Ingevuld op;;5-10-2026", "A"), ("pauses", ";;;zie de toelichting", "D"), ("confirmations", "Ingevuld door de secretaris;;", "A"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "row", "column"), TOTALS + NOTES)
def test_a_total_or_a_note_is_one_warning_and_all_else_comes_in(check, kind, row, column):
    rows = CAST[kind].splitlines()
    report = check({**CAST, kind: "\n".join([*rows, row, ""])})
    assert [(p.cell, p.code, p.reason) for p in report.problems] == [
        (f"{column}{len(rows) + 1}", "no_row", "total" if (kind, row, column) in TOTALS else None)
    ]
    assert (report.changes, report.refused) == (5, False)
    assert sum(file.read for file in report.files) == 5


def test_a_total_between_the_rows_leaves_those_below_it_in_their_place(check):
    rows = CAST["networks"].splitlines()
    text = "\n".join([*rows[:2], "Totaal;;;;;;;;1;1;6", rows[2].replace("Stad", "dorp"), ""])
    report = check({"networks": text})
    assert [(p.cell, p.code) for p in report.problems] == [("A3", "no_row"), ("E4", "not_allowed")]


EN = words("en")


@pytest.mark.parametrize("kind", CAST)
@pytest.mark.parametrize("form", ["as above", "english", "codes", "two rows", "older form"])
def test_headings_pasted_among_the_rows_are_one_warning(check, kind, form):
    head, *rows = CAST[kind].splitlines()
    names = KINDS[kind].names
    again = {"as above": [head], "english": [";".join(EN(f"column.{name}") for name in names)],
             "codes": [";".join(names).upper()], "older form": [head.rsplit(";", 1)[0] + ";Anders"],
             "two rows": ["", head]}[form]  # fmt: skip
    report = check({**CAST, kind: "\n".join([head, *rows, *again, *rows[:1], ""])})
    row = len(rows) + len(again) + 1
    assert [(p.cell, p.code, p.reason) for p in report.problems if p.code != "duplicate_row"] == [
        (f"A{row}", "no_row", "headings")
    ]
    assert (report.changes, report.refused) == (5, False)


def test_headings_over_two_rows_pasted_again_are_a_warning_each(check):
    head, *rows = CAST["networks"].splitlines()
    upper = head.replace("Leden politie;Leden gemeente;Leden burgers", "Leden;;")
    lower = ";;;;;;;;politie;gemeente;burgers"
    report = check({"networks": "\n".join([upper, lower, *rows, upper, lower, ""])})
    assert [(p.cell, p.code, p.reason) for p in report.problems] == [
        ("A5", "no_row", "headings"), ("I6", "no_row", "headings"),
    ]  # fmt: skip


def test_a_row_with_one_word_of_its_heading_is_a_row(check):
    report = check({**CAST, "networks": CAST["networks"].replace("Bondgenoten Amber", "Naam")})
    assert report.problems == []
    rows = CAST["networks"] + "Netwerknummer;;Lekpoort;Houten;;;;;;;\n"
    assert len(check({**CAST, "networks": rows}).errors) > 3


@pytest.mark.parametrize(
    ("kind", "row", "column", "codes"),
    [("meetings", "AMBER;;;;;;;;", "B", 2), ("meetings", "ESDOORN;;;;;;;;", "B", 2),
     ("meetings", ";1-3-2026;;;Overig;;;;", "A", 2), ("networks", "NIEUW;Bondgenoten Nieuw;;;;;;;;;", "C", 7),
     ("confirmations", "Leckpoort;;", "A", 3), ("pauses", "AMBER;;;Een verhuizing", "B", 1), ("confirmations", "Utrecht Noordd;;10-10-2026", "A", 2), ("meetings", "Twee woorden;1-3-2026;Gehouden;;;;;;", "A", 1)],
)  # fmt: skip
def test_a_row_that_is_not_finished_is_told_cell_by_cell(check, kind, row, column, codes):
    report = check({**CAST, kind: CAST[kind] + row + "\n"})
    assert report.errors[0].cell == f"{column}{len(CAST[kind].splitlines()) + 1}"
    assert (len(report.errors), "no_row" in {p.code for p in report.problems}) == (codes, False)


def test_a_note_that_points_at_a_person_is_told_as_that_alone(check):
    rows = CAST["meetings"] + "Ingevuld door:;jan@voorbeeld.nl;op de 1e;;;;;;\n"
    assert found(check({**CAST, "meetings": rows})) == [("B3", "personal_data")]
    report = check(
        {**CAST, "meetings": CAST["meetings"] + "Ingevuld door mevrouw De Vries;;;;;;;;\n"}
    )
    assert [(p.cell, p.code, p.value) for p in report.problems] == [("A3", "no_row", None)]
    assert "Vries" not in json.dumps(report.to_json())


def test_a_total_of_excel_is_known_too(check, tmp_path):
    rows = [*table("meetings"), [], ["", "", "", "", "", "Totaal", 1, 1, 5.0]]
    sheets = {"Netwerken": table("networks"), "Bijeenkomsten": rows}
    report = check({"x.xlsx": workbook(tmp_path / "x.xlsx", sheets)})
    assert [(p.cell, p.code, p.value) for p in report.problems] == [("F4", "no_row", "Totaal")]


def test_a_row_typed_by_hand_is_a_row_always(register):
    values = {"name": "Bondgenoten nieuw"}
    report = intake.enter(register, "networks", values, as_of=T, actor="secretaris")
    assert {p.code for p in report.errors} == {"missing_value"} and len(report.errors) == 8


def test_the_message_says_what_to_do_in_both_languages(check):
    report = check({"networks": CAST["networks"] + "Totaal;;;;;;;;2;2;12\n* voorlopig;;;;;;;;;;\n"})
    for language, remedy in zip(LANGUAGES, ("Haal hem weg", "Take it out"), strict=True):
        said = [line for line in report.lines(language) if remedy in line]
        assert len(said) == 2 and len(set(said)) == 2


def test_rows_below_the_headings_that_are_all_notes_are_no_rows(check):
    report = check({"networks": with_rows("networks", "Nog in te vullen;;;;;;;;;;")})
    assert ([p.code for p in report.problems], report.files[0].read) == (["no_row"], 0)


def test_a_note_is_told_once_where_a_column_is_missing_too(check):
    text = (
        CAST["meetings"].replace("Datum", "Datum bijeenkomst") + "Ingevuld door het team;;;;;;;;\n"
    )
    report = check({**CAST, "meetings": text})
    assert [(p.cell, p.code) for p in report.problems] == [
        ("B1", "missing_column"),
        ("A3", "no_row"),
    ]
