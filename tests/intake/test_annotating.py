"""The copy that goes back to the sender: marked, in its own form, without a person, ready to mend."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from cast import FILES, T
from deliveries import NETWORKS, found, with_cell, with_rows
from python_calamine import CalamineWorkbook
from test_workbooks import table, workbook

from bondgenoten.intake import Place, Upload, annotate, import_files
from bondgenoten.intake.annotating import copy_name
from bondgenoten.language import words

BSN = "123456782"
FAULTY = with_rows(
    "meetings", "AMBER;1-3-2026;gehoudn;;Overig;;;;", "AMBER;1-4-2026;Gehouden;;Overig;;;;",
    "AMBER;31-2-2026;Gehouden;;;;;;",
)  # fmt: skip


def annotated(register, tmp_path, files, language="nl", **options):
    uploads = []
    for name, content in files.items():
        path = tmp_path / f"up-{name}"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        uploads.append(Upload(path, name))
    report = import_files(register, uploads, as_of=T, dry_run=True, **options)
    by_copy = {copy_name(name, language): name for name in files}
    return {by_copy[name]: copy for name, copy in annotate(uploads, report, language)}


def sheet(content: bytes, name: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(name).to_python()


def rows(content: bytes, encoding: str = "utf-8-sig", separator: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding)), delimiter=separator))


def both(tmp_path: Path) -> bytes:
    sheets = {
        "Toelichting": [["Lees dit", date(2026, 1, 2)], ["bel 06-12345678"]],
        "Netwerken": table("networks"),
        "Bijeenkomsten": [line.split(";") for line in FAULTY.splitlines()],
    }
    return workbook(tmp_path / "made.xlsx", sheets)


def test_a_csv_comes_back_with_the_messages_of_each_row_in_a_last_column(register, tmp_path):
    files = {"networks.csv": NETWORKS, "meetings.csv": FAULTY}
    copies = annotated(register, tmp_path, files)
    assert list(copies) == ["meetings.csv"]  # nothing is wrong with the other
    heading, first, second, third = rows(copies["meetings.csv"])
    assert heading[-1] == "Fout" and len(heading) == 10
    assert "Bedoelt u “gehouden”?" in first[-1] and first[2] == "gehoudn"
    assert second == FAULTY.splitlines()[2].split(";")
    assert "geen bestaande datum" in third[-1]
    english = rows(annotated(register, tmp_path, files, "en")["meetings.csv"])
    assert english[0][-1] == "Error" and english[1][-1] != first[-1]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_keeps_its_separator_and_encoding(register, tmp_path, separator, encoding):
    text = NETWORKS.replace("Amber;Lek", "Café;Lek").replace("Houten;Stad", "Houtten;Stad")
    content = text.replace(";", separator).encode(encoding)
    copy = annotated(register, tmp_path, {"n.csv": content})["n.csv"]
    known = {"utf-8": "utf-8-sig"}.get(encoding, encoding)
    (_, amber, esdoorn) = rows(copy, known, separator)
    assert amber[1] == "Bondgenoten Café" and "Houten" in esdoorn[-1]


def test_a_csv_whose_encoding_has_no_room_for_the_message_becomes_utf_8(register, tmp_path):
    themes = with_cell("meetings", "Thema's", "Caf\xe9").encode("cp1252")
    copy = annotated(register, tmp_path, {"n.csv": NETWORKS, "m.csv": themes})["m.csv"]
    assert any("Caf\xe9" in row[-1] for row in rows(copy, "cp1252"))


def test_the_mended_copy_of_a_csv_comes_in_and_only_mended_rows_are_new(register, tmp_path):
    files = {"networks.csv": NETWORKS, "meetings.csv": FAULTY}
    copy = annotated(register, tmp_path, files)["meetings.csv"]
    paths = [tmp_path / f"up-{name}" for name in files]
    assert import_files(register, paths, as_of=T, accept_valid=True).files[1].new == 1
    mended = copy.replace(b"gehoudn", b"gehouden").replace(b"31-2-2026", b"28-2-2026")
    (tmp_path / "again.csv").write_bytes(mended)
    report = import_files(register, [tmp_path / "again.csv"], as_of=T)
    assert [p.code for p in report.problems] == ["no_theme"]
    assert (report.files[0].new, report.files[0].unchanged) == (2, 1)


def test_a_copy_that_is_annotated_again_has_one_column_of_messages(register, tmp_path):
    files = {"networks.csv": NETWORKS, "meetings.csv": FAULTY}
    copy = annotated(register, tmp_path, files)["meetings.csv"].replace(b"gehoudn", b"gehouden")
    again = rows(annotated(register, tmp_path, {**files, "meetings.csv": copy})["meetings.csv"])
    assert [len(row) for row in again] == [10, 9, 9, 10]
    assert "geen bestaande datum" in again[3][-1]


def test_a_workbook_keeps_every_sheet_cell_and_type(register, tmp_path):
    path = tmp_path / "typed.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"}) as book:
        book.add_worksheet("Eigen").write_row(4, 2, [1.5, True, "x"])
        known = book.add_worksheet("Netwerken")
        for number, row in enumerate(table("networks")):
            known.write_row(number + 2, 1, row)
        known.write(3, 7, datetime(2019, 1, 1))
        known.write(3, 9, 1)
        known.write(3, 5, "Wijkk")
        known.write_formula(3, 11, "=2+4", None, 6)
        book.add_worksheet("Stil").hide()
    copy = annotated(register, tmp_path, {"typed.xlsx": path.read_bytes()})["typed.xlsx"]
    before, after = (
        CalamineWorkbook.from_filelike(io.BytesIO(content)) for content in (path.read_bytes(), copy)
    )
    assert after.sheets_metadata[:-1] == before.sheets_metadata
    assert after.sheet_names[-1] == words("nl")("template.lists")
    old, new = (book.get_sheet_by_name("Netwerken").to_python(skip_empty_area=False)
                for book in (before, after))  # fmt: skip
    assert [row[:12] for row in new] == [row[:12] for row in old]
    assert (new[2][12], isinstance(new[3][7], date), new[3][11]) == ("Fout", True, 6)
    assert sheet(copy, "Eigen") == sheet(path.read_bytes(), "Eigen")


def test_a_faulty_cell_of_a_workbook_is_coloured_and_has_a_comment(register, tmp_path):
    copy = annotated(register, tmp_path, {"x.xlsx": both(tmp_path)})["x.xlsx"]
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        names = parts.namelist()
        comments = "".join(parts.read(n).decode() for n in names if "comments" in n)
        styles = parts.read("xl/styles.xml").decode()
    assert 'ref="C2"' in comments and "Bedoelt u" in comments
    assert "FFF6C7A5" in styles


def test_the_mended_copy_of_a_workbook_comes_in_without_complaint(register, tmp_path):
    copy = annotated(register, tmp_path, {"x.xlsx": both(tmp_path)})["x.xlsx"]
    (tmp_path / "copy.xlsx").write_bytes(copy)
    report = import_files(register, [tmp_path / "copy.xlsx"], as_of=T, accept_valid=True)
    assert [(p.cell, p.code) for p in report.problems] == [
        ("C2", "not_allowed"),
        ("B4", "not_a_date"),
    ]
    mends = {
        Place(0, "Bijeenkomsten", 2, 2): "gehouden",
        Place(0, "Bijeenkomsten", 4, 1): "1-5-2026",
    }
    report = import_files(register, [tmp_path / "copy.xlsx"], as_of=T, mended=mends)
    assert [p.code for p in report.problems] == ["no_theme"]
    assert (report.files[0].new, report.files[0].unchanged, report.written) == (2, 3, True)


def test_no_person_is_in_the_copy_wherever_it_stood(register, tmp_path):
    content = both(tmp_path)
    assert "06-12345678" not in str(sheet(annotated(register, tmp_path, {"x.xlsx": content})["x.xlsx"],
                                          "Toelichting"))  # fmt: skip
    text = with_cell("networks", "Gebied", BSN).replace("burgers", "burgers;jan@voorbeeld.nl", 1)
    copy = annotated(register, tmp_path, {"n.csv": "Van jan@voorbeeld.nl\n" + text})["n.csv"]
    assert BSN.encode() not in copy and b"voorbeeld" not in copy
    (_, _, amber, *_) = rows(copy)
    assert amber[5] == "" and "burgerservicenummer" in amber[-1]


def test_a_declared_number_stays_in_the_copy_and_a_mend_is_in_it(register, tmp_path):
    text = with_cell("networks", "Gebied", BSN).replace("Stad;;", "Stadd;;")
    files = {"n.csv": text}
    copy = annotated(register, tmp_path, files, declared={Place(0, None, 2, 5): "Zaaknummer"},
                     mended={Place(0, None, 2, 1): "Beter"})["n.csv"]  # fmt: skip
    (_, amber, esdoorn) = rows(copy)
    assert (amber[5], amber[1]) == (BSN, "Beter") and "Stadd" in esdoorn[-1]


def test_a_file_that_was_not_read_has_no_copy(register, tmp_path):
    files = {"06-12345678.csv": FAULTY, "empty.csv": "", "other.csv": "a;b\n1;2\n"}
    assert annotated(register, tmp_path, files) == {}


def test_the_faulty_sample_comes_back_with_a_message_in_every_faulty_row(register, tmp_path):
    content = (FILES / "opgave-utrecht-noord-met-fouten.xlsx").read_bytes()
    copy = annotated(register, tmp_path, {"opgave.xlsx": content})["opgave.xlsx"]
    (tmp_path / "back.xlsx").write_bytes(copy)
    first = import_files(
        register, [FILES / "opgave-utrecht-noord-met-fouten.xlsx"], as_of=T, dry_run=True
    )
    again = import_files(register, [tmp_path / "back.xlsx"], as_of=T, dry_run=True)
    gone = [p for p in first.errors if p.code == "personal_data"]
    assert len(gone) > 0
    left = set(found(first)) - {(p.cell, "personal_data") for p in gone}
    assert left <= set(found(again))
    told = {(p.sheet, p.row) for p in first.problems if p.row > 1}
    for name in {sheet_name for sheet_name, _ in told}:
        lines = sheet(copy, name)
        assert all(lines[row - 1][-1] for sheet_name, row in told if sheet_name == name)


def test_what_is_wrong_with_a_heading_stands_by_the_heading(register, tmp_path):
    text = NETWORKS.replace("Einddatum", "Opmerking")
    copy = annotated(register, tmp_path, {"n.csv": text})["n.csv"]
    heading, *data = rows(copy)
    assert heading[-1].startswith("Fout: De kolom “Opmerking”") and heading[7] == "Opmerking"
    assert data == [line.split(";") for line in text.splitlines()[1:]]
    (tmp_path / "back.csv").write_bytes(copy)
    again = import_files(register, [tmp_path / "back.csv"], as_of=T, dry_run=True)
    assert [(p.cell, p.code) for p in again.problems] == [("H1", "unknown_column")]
    content = workbook(
        tmp_path / "x.xlsx", {"Netwerken": [r.split(";") for r in text.splitlines()]}
    )
    (top, *below) = sheet(annotated(register, tmp_path, {"x.xlsx": content})["x.xlsx"], "Netwerken")
    assert top[-1].startswith("Fout: De kolom “Opmerking”") and {row[-1] for row in below} == {""}


def test_a_note_beside_the_headings_is_told_where_it_stands(register, tmp_path):
    text = NETWORKS.rstrip("\n") + ";zie bijlage\n"
    report = import_files(register, [_written(tmp_path, text)], as_of=T, dry_run=True)
    assert [(p.cell, p.code, p.reason) for p in report.problems] == [
        ("L3", "unknown_column", "nameless")
    ]


def _written(folder: Path, text: str) -> Path:
    (folder / "n.csv").write_text(text, "utf-8")
    return folder / "n.csv"


@pytest.mark.parametrize(
    ("name", "copy"),
    [("opgave.xlsx", "opgave-met-opmerkingen.xlsx"), ("K3.2026.CSV", "K3.2026-met-opmerkingen.CSV"),
     ("opgave", "opgave-met-opmerkingen"), ("opgave-with-notes.xlsx", "opgave-met-opmerkingen.xlsx"),
     ("opgave-met-opmerkingen.xlsx", "opgave-met-opmerkingen.xlsx"), ("", "-met-opmerkingen")],
)  # fmt: skip
def test_a_copy_has_a_name_of_its_own_that_does_not_grow(name, copy):
    assert copy_name(name, "nl") == copy
    assert copy_name(copy, "en") == copy.replace("met-opmerkingen", "with-notes")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_copy_is_taken_under_its_own_name_and_still_checked(register, tmp_path, language):
    path = tmp_path / "0"
    path.write_text(with_cell("networks", "Schaal", "dorp"), "utf-8")
    report = import_files(register, [Upload(path, "Mevr. De Vries.csv")], as_of=T, dry_run=True)
    ((name, copy),) = annotate([Upload(path, "Mevr. De Vries.csv")], report, language)
    path.write_bytes(copy)
    again = import_files(register, [Upload(path, name)], as_of=T, dry_run=True)
    assert [(p.cell, p.code) for p in again.problems] == [
        (None, "name_like"),
        ("E2", "not_allowed"),
    ]
    path.write_text(with_cell("networks", "Schaal", "dorp"), "utf-8")
    report = import_files(register, [Upload(path, "bel 06-12345678.csv")], as_of=T, dry_run=True)
    assert annotate([Upload(path, "bel 06-12345678.csv")], report, language) == []
