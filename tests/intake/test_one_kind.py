"""Rows of two kinds under each other on one sheet are one fault, and not one for every cell."""

import pytest
from deliveries import CAST, NETWORKS
from test_workbooks import table, workbook

from bondgenoten.language import LANGUAGES

PAIRS = [(one, other) for one in CAST for other in CAST if one != other]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_headings_of_another_kind_below_the_rows_are_one_fault(check, one, other):
    report = check({one: CAST[one] + "\n" + CAST[other]})
    (told,) = [p for p in report.problems if p.severity == "error"]
    row = len(CAST[one].splitlines()) + 2
    assert (told.cell, told.code, told.reason) == (None, "unreadable", "two_kinds")
    assert told.details == {"row": str(row), "other_kind": other}
    assert (report.changes, report.refused) == (0, True)


def test_in_a_workbook_the_sheet_and_the_kind_are_named(check, tmp_path):
    rows = [*table("networks"), [], ["Onze bijeenkomsten"], *table("meetings")]
    report = check({"x.xlsx": workbook(tmp_path / "x.xlsx", {"Alles": rows})})
    assert [(p.sheet, p.code) for p in report.problems] == [("Alles", "unreadable")]
    for language, said in zip(LANGUAGES, ("Bij rij 6", "At row 6"), strict=True):
        (line,) = [line for line in report.lines(language) if said in line]
        assert ("Bijeenkomsten" if language == "nl" else "Meetings") in line


def test_other_files_of_the_upload_are_checked_still(check):
    files = {**CAST, "extra": CAST["pauses"] + CAST["confirmations"]}
    report = check(files)
    assert [(p.file, p.code) for p in report.problems] == [(4, "unreadable")]
    assert report.files[0].new == 2


def test_a_row_with_titles_among_its_texts_is_a_row(check):
    rows = NETWORKS.replace("AMBER;Bondgenoten Amber;", "Datum;Status;").replace(
        ";Wijk;;", ";Wijk;Soort;"
    )
    assert check({**CAST, "networks": rows, "meetings": "", "pauses": ""}).files[0].new == 2
    # Their own headings once more are no more than a warning.
    again = check({"networks": NETWORKS + NETWORKS.splitlines()[0] + "\n"})
    assert [p.code for p in again.problems] == ["no_row"]
