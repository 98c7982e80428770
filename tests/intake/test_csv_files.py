"""CSV in every shape that Excel and other programs write."""

import codecs

import pytest
from deliveries import CAST, MEETINGS, NETWORKS, found, with_rows

from bondgenoten import store

ACCENTED = NETWORKS.replace("Bondgenoten Amber", "Bondgenoten Café Zuid")
ENCODINGS = {
    "utf-8": b"", "utf-8-sig": b"", "utf-16": b"", "cp1252": b"",
    "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
}  # fmt: skip


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_and_separator_brings_the_same_rows(send, register, encoding, separator):
    text = ACCENTED.replace(";", separator).replace("\n", "\r\n")
    report = send({"networks": ENCODINGS[encoding] + text.encode(encoding)})
    assert report.problems == []
    rows = store.reader(register).rows("select name from register.networks order by network_id")
    assert rows == [("Bondgenoten Café Zuid",), ("Bondgenoten Esdoorn",)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen_by_its_zeros(check, encoding):
    assert check({"networks": ACCENTED.encode(encoding)}).files[0].new == 2


def test_headings_are_english_or_contract_names_in_any_order_case_and_spacing(check):
    text = (
        "MEMBERS CITIZENS,members_police, Leden gemeente ,scale,municipality,BASISTEAM,Startdatum,"
        "name,network number\n6,1,1,neighbourhood,houten,lekpoort,1-1-2019,Amber,AMBER\n"
    )
    report = check({"networks": text})
    assert (report.problems, report.files[0].new) == ([], 1)


def test_rows_are_numbered_as_excel_does_blank_lines_included(check):
    rows = ["", "AMBER;x;Gehouden;;;;;;", "", ";;;;;;;;", '"AMBER";"1-4-2026";"Ge\nweest";;;;;;']
    report = check({**CAST, "meetings": with_rows("meetings", *rows)})
    assert found(report) == [("B3", "not_a_date"), ("C6", "not_allowed")]
    assert report.files[1].read == 2


def test_short_rows_are_filled_and_cells_beyond_the_headings_are_told(check):
    rows = ["AMBER;1-4-2026;Gehouden", "AMBER;1-5-2026;Gehouden;;Overig;;1;1;5;te veel;;"]
    report = check({**CAST, "meetings": with_rows("meetings", *rows)})
    assert report.errors == []
    assert ("J1", "unknown_column") in found(report, "warning")


def test_excels_separator_line_is_no_row(check):
    report = check({**CAST, "meetings": "sep=;\r\n" + MEETINGS.replace("1-3-2026", "x")})
    assert found(report) == [("B2", "not_a_date")]


def test_headings_below_a_title_are_found_and_rows_keep_their_number(check):
    report = check({**CAST, "meetings": "Opgave K3\n\n" + MEETINGS.replace("1-3-2026", "x")})
    assert found(report) == [("B4", "not_a_date")]


def test_a_quoted_cell_may_hold_the_separator_quotes_and_new_lines(send, register):
    row = '"AMBER";"Bondgenoten ""Amber""; Zuid";Lekpoort;Houten;Wijk;"Een\nTwee";1-1-2019;;1;1;6'
    assert send({"networks": with_rows("networks", row)}).problems == []
    rows = store.reader(register).rows("select name, area from register.networks")
    assert rows == [('Bondgenoten "Amber"; Zuid', "Een\nTwee")]


def test_text_is_kept_as_typed_but_for_the_space_around_it(send, register):
    row = "AMBER;  Bondgenoten  Ámber\u00a0;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6"
    send({"networks": with_rows("networks", row)})
    rows = store.reader(register).rows("select name from register.networks")
    assert rows == [("Bondgenoten  Ámber",)]


def test_other_columns_and_doubled_headings_are_skipped_with_a_warning(check):
    text = NETWORKS.replace("Leden burgers", "Leden burgers;Opmerking;Naam")
    report = check({"networks": text})
    warnings = [(p.cell, p.code, p.reason) for p in report.warnings]
    assert warnings == [("L1", "unknown_column", None), ("M1", "unknown_column", "twice")]


def test_a_missing_column_is_told_once_and_its_rows_are_not_used(check):
    rows = [line.rpartition(";")[0] for line in NETWORKS.splitlines()]
    report = check({"networks": "\n".join(rows), "meetings": MEETINGS})
    assert found(report) == [("A1", "missing_column")]
    assert report.problems[0].column == "members_citizens"
    assert (report.files[0].rejected, report.files[1].held_back) == (2, 1)


def test_networks_without_the_column_of_their_number_hold_their_meetings_back(check):
    rows = [line.partition(";")[2] for line in NETWORKS.splitlines()]
    report = check({"networks": "\n".join(rows), "meetings": MEETINGS})
    assert found(report) == [("A1", "missing_column")]
    assert report.files[1].held_back == 1


def test_an_open_quotation_mark_is_told_on_the_line_where_it_stands(check):
    rows = ["AMBER;1-3-2026;Gehouden", 'AMBER;1-4-2026;Gehouden;;"Overig', *["AMBER;x;y"] * 500]
    (problem,) = check({**CAST, "meetings": with_rows("meetings", *rows)}).problems
    assert (problem.reason, problem.details) == ("quotes", {"line": "3"})
