"""A sheet that is none of ours is looked through for persons, hidden or not, and read no further."""

import io
import json
from datetime import date

import pytest
from cast import T
from deliveries import CAST, found
from stdnum.nl import bsn
from test_workbooks import table, workbook

from bondgenoten import store
from bondgenoten.intake import Place, Upload, annotate, asides, import_files
from bondgenoten.intake.groups import grouped
from bondgenoten.intake.template import template

BSN = "123456782"


def with_aside(tmp_path, *rows, hidden=(), name="Adressen"):
    sheets = {"Netwerken": table("networks"), name: [[], *rows]}
    return {"x.xlsx": workbook(tmp_path / "x.xlsx", sheets, hidden=hidden)}


@pytest.mark.parametrize("hidden", [(), ("Adressen",)])
def test_a_person_on_an_extra_sheet_is_told_by_place_and_kind_only(check, tmp_path, hidden):
    rows = [["Wie", "Hoe"], ["secretariaat", "bel 06-12345678"], [12345, "jan@voorbeeld.nl"]]
    report = check(with_aside(tmp_path, *rows, hidden=hidden))
    assert [(p.sheet, p.cell, p.code, p.value, p.details) for p in report.problems] == [
        ("Adressen", "B3", "personal_data", None, {"personal": "phone"}),
        ("Adressen", "B4", "personal_data", None, {"personal": "email"}),
    ]
    said = json.dumps(report.to_json()) + str(report.lines("nl") + report.lines("en"))
    assert "12345678" not in said and "voorbeeld" not in said and "Adressen B3" in said
    assert (report.refused, report.files[0].read) == (True, 2)


def test_valid_rows_come_in_beside_it_when_they_are_asked_for(send, register, tmp_path):
    report = send(with_aside(tmp_path, ["bel 06-12345678"]), accept_valid=True)
    assert (report.written, report.files[0].new) == (True, 2)
    assert store.reader(register).rows("select count(*) from register.networks") == [(2,)]


def test_a_name_on_an_extra_sheet_is_a_warning(check, tmp_path):
    report = check(with_aside(tmp_path, ["contactpersoon Fatima El Amrani"]))
    assert [(p.cell, p.code, p.severity) for p in report.problems] == [
        ("A2", "name_like", "warning")
    ]


def test_a_number_there_can_be_declared_to_be_no_bsn(send, register, tmp_path):
    files = with_aside(tmp_path, ["zaak", BSN])
    assert [group.is_declarable for group in grouped(send(files, dry_run=True).errors)] == [True]
    assert send(files, declared={Place(0, "Adressen", 2, 1): "Zaaknummer"}).written
    rows = store.reader(register).rows("select sheet, cell, reason from register.declarations")
    assert rows == [("Adressen", "B2", "Zaaknummer")]
    assert send(files).errors == []


CASES = [[f"zaak {n}", 300000000 + 7919 * n] for n in range(60)]


def test_a_column_of_other_numbers_is_one_warning_however_many_pass_the_test(check, tmp_path):
    valid = sum(bsn.is_valid(str(number)) for _, number in CASES)
    report = check(with_aside(tmp_path, *CASES))
    (told,) = report.problems
    assert (told.code, told.severity, told.value) == ("perhaps_bsn", "warning", None)
    assert told.details == {"found": str(valid), "total": "60"} and 2 < valid < 15
    assert report.changes == 2
    said = report.lines("nl")[-1]
    assert f"{valid} van de 60 getallen" in said
    assert not [number for _, number in CASES if str(number) in json.dumps(report.to_json())]
    ((_, copy),) = annotate([Upload(tmp_path / "x.xlsx", "x.xlsx")], report, "nl")
    assert [p.code for p in check({"back.xlsx": copy}).problems] == ["perhaps_bsn"]


def test_a_column_of_numbers_that_mostly_pass_is_told_cell_by_cell(check, tmp_path):
    valid = [n for n in range(111222333, 111223333) if bsn.is_valid(str(n))][:8]
    report = check(with_aside(tmp_path, *([number] for number in [*valid, 111222334, 111222335])))
    assert [p.cell for p in report.errors] == [f"A{row}" for row in range(2, 10)]
    few = check(with_aside(tmp_path, *([n] for n in [valid[0], *range(300000001, 300000009)])))
    assert found(few)[0] == ("A2", "personal_data")


def test_the_copy_that_goes_back_points_at_the_cell_and_leaves_it_out(register, tmp_path):
    path = tmp_path / "x.xlsx"
    with_aside(tmp_path, ["bel 06-12345678", "blijft"])
    report = import_files(register, [path], as_of=T, dry_run=True)
    ((_, copy),) = annotate([Upload(path, "x.xlsx")], report, "nl")
    (tmp_path / "back.xlsx").write_bytes(copy)
    assert import_files(register, [tmp_path / "back.xlsx"], as_of=T, dry_run=True).problems == []


def test_the_name_of_an_extra_sheet_is_looked_at_too(check, tmp_path):
    report = check(with_aside(tmp_path, ["x"], name="bel 06-12345678"))
    assert [(p.sheet, p.code, p.reason) for p in report.problems] == [
        (None, "personal_data", "sheet_name")
    ]


def test_the_template_itself_holds_nobody(check, tmp_path):
    made = io.BytesIO()
    template(made)
    assert check({"opgave.xlsx": made.getvalue()}).problems == []


def test_an_extra_sheet_of_very_many_harmless_cells_is_no_matter(check, tmp_path):
    rows = [[f"regel {number}", "Overvecht", number] for number in range(3000)]
    report = check(with_aside(tmp_path, *rows))
    assert (report.problems, report.changes) == ([], 2)


def test_an_extra_sheet_of_more_texts_than_can_be_looked_through_is_refused(
    check, tmp_path, monkeypatch
):
    monkeypatch.setattr(asides, "MOST_ASIDE", 2000)
    rows = [[f"regel {number}"] for number in range(2001)]
    report = check(with_aside(tmp_path, *rows))
    assert [(p.sheet, p.code, p.reason) for p in report.problems] == [
        ("Adressen", "unreadable", "too_much_aside")
    ]
    assert "Haal dat blad weg" in report.lines("nl")[2]
    assert check(with_aside(tmp_path, *rows[1:])).problems == []


def test_a_workbook_of_only_such_sheets_is_unknown_still(check, tmp_path):
    content = workbook(tmp_path / "x.xlsx", {"Blad1": [["bel 06-12345678"]]})
    report = check({"x.xlsx": content, **CAST})
    assert found(report) == [(None, "unknown_file")]


def test_dates_of_birth_are_known_by_the_cell_above_or_beside_them(check, tmp_path):
    rows = [["wie", "Geboortedatum", "Datum"], ["a", date(1987, 3, 12), date(2026, 3, 12)], ["b", "3-4-88", "3-4-26"],
            ["", "Datum"], ["c", "5-6-2026"], ["geb.", "7-8-1989", "9-9-2026"], ["gebouw", "1-1-1970"]]  # fmt: skip
    report = check(with_aside(tmp_path, *rows))
    assert [(p.cell, p.details["personal"]) for p in report.errors] == [
        (cell, "birth_date") for cell in ("B3", "B4", "B7")
    ]
    ((_, copy),) = annotate([Upload(tmp_path / "x.xlsx", "x.xlsx")], report, "nl")
    assert check({"back.xlsx": copy}).problems == []


def test_telephone_numbers_without_their_nought_are_known_by_the_cell_above_or_beside_them(
    check, tmp_path
):
    rows = [["wie", "Telefoon", "Zaak"], ["a", 302345678, 302345678], ["b", "346-123456", "302345679"],
            ["", "Datum"], ["c", "302345678"], ["tel.", "302345678", "302345678"]]  # fmt: skip
    report = check(with_aside(tmp_path, *rows))
    assert [(p.cell, p.details["personal"]) for p in report.errors] == [
        (cell, "phone") for cell in ("B3", "B4", "B7")
    ]
