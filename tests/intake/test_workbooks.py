"""Excel workbooks: the samples, and what people do to a workbook."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from cast import T
from deliveries import CAST, found

from bondgenoten import store
from bondgenoten.intake import import_files

FILES = Path(__file__).parents[1] / "files"


def workbook(path: Path, sheets: dict[str, list[list[Any]]], hidden: tuple[str, ...] = ()) -> bytes:
    """A workbook of these sheets, as bytes."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name in hidden:
                sheet.hide()
    return path.read_bytes()


def table(kind: str) -> list[list[Any]]:
    return [line.split(";") for line in CAST[kind].splitlines()]


def test_the_sample_workbook_and_csv_files_come_in_clean(register):
    names = [
        "opgave-utrecht-noord-2026-K3.xlsx",
        "netwerken-lekpoort.csv",
        "bijeenkomsten-lekpoort.csv",
    ]
    report = import_files(register, [FILES / name for name in names], as_of=T)
    assert (report.errors, report.written) == ([], True)
    assert [file.new for file in report.files] == [36, 2, 20]


def test_the_faulty_sample_gives_exactly_the_errors_listed_beside_it(register):
    report = import_files(register, [FILES / "opgave-utrecht-noord-met-fouten.xlsx"], as_of=T)
    with (FILES / "opgave-met-fouten-expected.csv").open(encoding="utf-8") as file:
        expected = [(row["sheet"], row["cell"], row["code"]) for row in csv.DictReader(file)]
    assert sorted((p.sheet, p.cell, p.code) for p in report.errors) == sorted(expected)
    assert (report.refused, report.written) == (True, False)
    # UTN-01's own row is faulty: its nine meetings wait, they are not strangers.
    assert report.files[0].held_back == 9


def test_hidden_sheets_count_and_are_told_and_an_explanation_does_not_count(check, tmp_path):
    sheets = {
        "Toelichting": [["Lees dit"], ["Datum: dag, maand, jaar"]],
        "Blad7": table("networks"), "Leeg": [], "Bijeenkomsten": table("meetings"),
    }  # fmt: skip
    content = workbook(tmp_path / "x.xlsx", sheets, hidden=("Blad7",))
    report = check({"opgave.xlsx": content})
    assert [(p.sheet, p.code, p.severity) for p in report.problems] == [
        ("Blad7", "hidden_sheet", "warning")
    ]
    assert (report.files[0].new, "verborgen" in report.lines("nl")[2]) == (3, True)


def test_a_sheet_with_our_name_and_strange_headings_is_not_passed_over(check, tmp_path):
    sheets = {"Netwerken": table("networks"), "Bijeenkomsten": [["Wie", "Wanneer"], ["AMBER", "x"]]}
    report = check({"opgave.xlsx": workbook(tmp_path / "x.xlsx", sheets)})
    assert [(p.sheet, p.code) for p in report.problems] == [("Bijeenkomsten", "unknown_file")]
    assert report.files[0].read == 0


def test_dates_times_numbers_and_booleans_of_excel_become_text(send, register, tmp_path):
    rows = [
        *table("networks")[:1],
        [2026.0, True, "Lekpoort", "Houten", "Wijk", 7.5, date(2019, 1, 1),
         datetime(2026, 6, 30, 13, 45), 1, 1.0, 6],
    ]  # fmt: skip
    assert send({"n.xlsx": workbook(tmp_path / "x.xlsx", {"Netwerken": rows})}).problems == []
    found_rows = store.reader(register).rows(
        "select network_id, name, area, started_on, ended_on, members_citizens from register.networks"
    )
    assert found_rows == [("2026", "TRUE", "7,5", date(2019, 1, 1), date(2026, 6, 30), 6)]


def test_a_bare_day_number_is_no_date_but_suggests_one(check, tmp_path):
    rows = [*table("meetings")[:1], ["AMBER", 46000, "Gehouden"]]
    sheets = {"Netwerken": table("networks"), "Bijeenkomsten": rows}
    (problem,) = check({"n.xlsx": workbook(tmp_path / "x.xlsx", sheets)}).errors
    assert (problem.cell, problem.code, problem.value, problem.suggestion) == (
        "B2", "not_a_date", "46000", "9-12-2025",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "column", "code"),
    [("networks", "Naam", "not_allowed"), ("networks", "Gebied", "not_allowed"),
     ("networks", "Netwerknummer", "bad_key"), ("networks", "Einddatum", "not_a_date"),
     ("networks", "Basisteam", "unknown_basisteam"), ("meetings", "Thema's", "unknown_theme"),
     ("meetings", "Aanwezig burgers", "not_a_whole_number"), ("meetings", "Soort", "not_allowed")],
)  # fmt: skip
def test_an_error_of_excel_is_a_fault_of_its_cell_and_no_empty_cell(
    check, tmp_path, kind, column, code
):
    path = tmp_path / "x.xlsx"
    position = table(kind)[0].index(column)
    with xlsxwriter.Workbook(path) as book:
        for name in ("confirmations", "networks", "meetings"):
            sheet = book.add_worksheet(f"{name} & <co>")
            for number, row in enumerate(table(name)):
                sheet.write_row(number, 0, row)
            if name == kind:
                sheet.write_formula(1, position, "=VLOOKUP(1,A1:B2,2)", None, "#N/A")
    (problem,) = check({"n.xlsx": path.read_bytes()}).errors
    assert (problem.sheet, problem.row, problem.position) == (f"{kind} & <co>", 2, position)
    assert (problem.code, problem.value, problem.reason) == (code, "#N/A", "excel_error")
    assert (problem.suggestion, problem.mend) == (None, None)


def test_dates_of_a_workbook_that_counts_from_1904_are_the_days_that_excel_shows(
    send, register, tmp_path
):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(
        path, {"date_1904": True, "default_date_format": "dd-mm-yyyy"}
    ) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(table("networks")):
            sheet.write_row(number, 0, row)
        sheet.write_datetime(1, 6, datetime(2019, 3, 1))
        sheet.write_string(2, 7, "30 september 2026")
    assert send({"n.xlsx": path.read_bytes()}).problems == []
    rows = store.reader(register).rows(
        "select started_on, ended_on from register.networks order by network_id"
    )
    assert rows == [(date(2019, 3, 1), None), (date(2019, 1, 1), date(2026, 9, 30))]


def test_a_formula_counts_as_its_stored_value(check, tmp_path):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(table("networks")):
            sheet.write_row(number, 0, row)
        sheet.write_formula(1, 10, "=2+4", None, 6)
        sheet.write_formula(2, 10, "=1/2", None, 0.5)
    assert found(check({"n.xlsx": path.read_bytes()})) == [("K3", "not_a_whole_number")]


def test_cells_keep_their_place_when_the_table_does_not_start_at_a1(check, tmp_path):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(table("networks")):
            sheet.write_row(number + 2, 1, row)
        sheet.write(3, 8, "x")
    assert found(check({"n.xlsx": path.read_bytes()})) == [("I4", "not_a_date")]


@pytest.mark.parametrize("rows", [1, 40_000])
def test_formatted_rows_below_the_last_one_are_no_rows(check, tmp_path, rows):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        grey = book.add_format({"bg_color": "#eeeeee"})
        for number, row in enumerate(table("networks")):
            sheet.write_row(number, 0, row)
        for number in range(rows):
            sheet.write_blank(10 + number, 0, None, grey)
    assert check({"n.xlsx": path.read_bytes()}).files[0].read == 2
