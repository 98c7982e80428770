"""The workbook to fill in: our own importer reads it, Excel checks it."""

import zipfile

import pytest
import python_calamine
from cast import T

from bondgenoten.contract import KINDS
from bondgenoten.intake import import_files
from bondgenoten.intake.template import template
from bondgenoten.language import words


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "sjabloon.xlsx"
    template(path)
    return path


def test_it_has_the_four_sheets_with_dutch_headings_and_an_explanation(empty):
    say = words("nl")
    book = python_calamine.CalamineWorkbook.from_path(str(empty))
    assert book.sheet_names == [*(say(f"file.{kind}") for kind in KINDS), "Uitleg"]
    for kind in KINDS.values():
        (headings,) = book.get_sheet_by_name(say(f"file.{kind.name}")).to_python()
        assert headings == [say(f"column.{name}") for name in kind.names]


def test_left_empty_it_is_read_and_there_is_nothing_to_do(register, empty):
    report = import_files(register, [empty], as_of=T)
    assert (report.problems, report.written, report.refused) == ([], False, False)
    assert report.lines("nl")[0] == "Er zijn geen ingevulde rijen: er is niets te doen."


def test_the_explanation_names_every_allowed_value(register, empty):
    book = python_calamine.CalamineWorkbook.from_path(str(empty))
    texts = {row[0] for row in book.get_sheet_by_name("Uitleg").to_python()}
    assert {
        "Lekpoort",
        "Houten",
        "Polarisatie",
        "gehouden",
        "geannuleerd",
        "spoed",
        "wijk",
    } <= texts


def test_excel_offers_lists_and_checks_dates_and_numbers(empty):
    with zipfile.ZipFile(empty) as parts:
        networks = parts.read("xl/worksheets/sheet1.xml").decode()
        meetings = parts.read("xl/worksheets/sheet2.xml").decode()
    assert networks.count('type="list"') == 3  # basisteam, municipality, scale
    assert networks.count('type="date"') == 2 and networks.count('type="whole"') == 3
    assert meetings.count('type="list"') == 4  # status, kind, themes, put forward by
    assert meetings.count('errorStyle="information"') == 1  # several themes fit in one cell
