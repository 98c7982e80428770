"""CSV in every shape that Excel and other programs write."""

import codecs
import unicodedata

import pytest
from cast import T
from deliveries import CAST, MEETINGS, NETWORKS, found, with_cell, with_rows

from bondgenoten import metrics, store
from bondgenoten.exports.csv import excel_nl, names
from bondgenoten.language import words

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
    assert ("J3", "unknown_column") in found(report, "warning")


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


def test_a_cell_of_more_than_131072_characters_is_too_long_and_no_open_quotation_mark(check):
    for column, cell in (("Naam", "B2"), ("Startdatum", "G2"), ("Schaal", "E2")):
        report = check({"networks": with_cell("networks", column, "x" * 140_000)})
        assert found(report) == [(cell, "too_long")]
        assert report.errors[0].details["length"] == "140000"
        assert report.errors[0].value is None  # what was not looked at is not repeated


def test_very_many_unknown_columns_are_one_warning(check):
    extra = ";".join(f"extra {number}" for number in range(10_000))
    report = check({"networks": NETWORKS.replace("burgers", f"burgers;{extra}", 1)})
    (problem,) = report.problems
    assert (problem.cell, problem.code, problem.reason) == ("L1", "unknown_column", "many")
    assert "10000" in report.lines("nl")[2]


def test_our_own_excel_file_comes_back_without_its_apostrophes(send, register):
    name = "=2+3;Café"
    send({"networks": with_cell("networks", "Naam", f'"{name}"')})
    frame = metrics.compute(store.reader(register), "networks", as_of=T)
    exported = excel_nl(frame, words("nl"), names(store.reader(register), "nl"))
    assert b"'=2+3" in exported
    report = send({"again": exported})
    assert (report.errors, report.changes, report.files[0].unchanged) == ([], 0, 2)


def test_an_apostrophe_that_someone_typed_stays(send, register):
    for number, text in enumerate(("'=2+3", "'s Gravenland", "'-x")):
        send({f"n{number}": with_cell("networks", "Naam", text)})
        rows = store.reader(register).rows(
            "select name from register.networks where superseded_at is null and network_id = 'AMBER'"
        )
        assert rows == [(text,)]


def test_the_same_text_in_another_unicode_form_is_no_correction(send, register):
    composed, apart = (unicodedata.normalize(form, "Café Ångström") for form in ("NFC", "NFD"))
    assert send({"networks": with_cell("networks", "Naam", composed)}).written
    report = send({"networks": with_cell("networks", "Naam", apart)})
    assert (report.changes, report.files[0].unchanged) == (0, 2)


def test_a_faulty_number_is_told_at_its_network_and_its_rows_wait(check):
    files = {kind: text.replace("AMBER", "AM BER") for kind, text in CAST.items()}
    report = check(files)
    assert [(p.file, p.cell, p.code) for p in report.errors] == [(0, "A2", "bad_key")]
    assert [file.held_back for file in report.files] == [0, 1, 1, 0]
    # Another fault in a row that waits is told all the same.
    other = {**files, "meetings": files["meetings"].replace("1-3-2026", "31-2-2026")}
    report = check(other)
    assert [(p.file, p.code) for p in report.errors] == [(0, "bad_key"), (1, "not_a_date")]
    assert (report.files[1].rejected, report.files[1].held_back) == (1, 0)
    # Without the network there is nothing to wait for.
    assert found(check({"meetings": files["meetings"]})) == [("A2", "bad_key")]
