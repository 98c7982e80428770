"""Files that are broken, foreign or meant to do harm: one clear refusal, never an exception."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from cast import T
from deliveries import CAST, NETWORKS, found, with_rows

from bondgenoten.intake import gathering, import_files, limits, reading, refusals, workbooks
from bondgenoten.intake.messages import message
from bondgenoten.intake.refusals import Refusal

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
SAMPLE = (Path(__file__).parents[1] / "files" / "opgave-utrecht-noord-2026-K3.xlsx").read_bytes()


def packed(**parts: bytes) -> bytes:
    """A zip file of these parts; `__` in a name stands for a slash, `_` before xml for a point."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def far_away() -> bytes:
    """The sample with one cell in the last corner of its first sheet: 17 thousand million cells."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                content = content.replace(b"</sheetData>", cell)
            new.writestr(part.filename, content)
    return file.getvalue()


REFUSED = {
    "empty.csv": (b"", "empty"),
    "spaces.csv": (b" \n\n ", "empty"),
    "picture.xlsx": (PNG, "picture"),
    "paper.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
    "paper.csv": (b"%PDF-1.4 text only", "pdf"),
    "export.xls": (
        b"\xef\xbb\xbf<html><table><tr><td>Netwerknummer</td></tr></table></html>",
        "web_page",
    ),
    "export.xml": (b"<?xml version='1.0'?><Workbook/>", "web_page"),
    "ancient.xlsx": (b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(200), "old_excel"),
    "renamed.xlsx": (OLE + "Workbook".encode("utf-16-le"), "old_excel"),
    "sheet.ods": (packed(content_xml=b"<x/>"), "opendocument"),
    "old.xls": (OLE, "old_excel"),
    "locked.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "cut.xlsx": (SAMPLE[: len(SAMPLE) // 2], "damaged"),
    "head.xlsx": (b"PK\x03\x04", "damaged"),
    "letter.docx": (packed(word__document_xml=b"<w/>"), "word"),
    "photos.zip": (packed(a_xml=b"<w/>"), "no_workbook"),
    "hollow.xlsx": (packed(xl__workbook_xml=b"<workbook/>"), "damaged"),
    "corner.xlsx": (far_away(), "too_many_cells"),
    "quotes.csv": (NETWORKS.encode() + b'A;"never closed;Lekpoort;\nB;x;y\n', "quotes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_one_clear_refusal(check, name):
    content, reason = REFUSED[name]
    report = check({name: content})
    (problem,) = report.problems
    assert (problem.code, problem.reason, problem.cell) == ("unreadable", reason, None)
    assert report.refused
    assert len(report.lines("nl")) == 3
    if reason in ("pdf", "old_excel", "web_page", "word", "opendocument"):
        assert ".xlsx" in report.lines("nl")[2]


@pytest.mark.parametrize(
    "content",
    ["a,b,c\n1,2,3\n", "Naam;Adres\nx;y\n", "zomaar tekst", "Netwerknummer;Basisteam\nA;B\n"],
)
def test_a_csv_file_of_another_kind_is_unknown(check, content):
    assert found(check({"other": content})) == [(None, "unknown_file")]


def test_a_file_larger_than_the_limit_is_not_even_opened(send, tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(300 * 1024**2)
    with pytest.raises(Refusal, match="too_large"):
        next(reading.sheets(path))


def test_a_workbook_that_unpacks_to_more_than_fits_is_refused_while_unpacking(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(workbooks, "LARGEST_UNPACKED", 8 * 1024**2)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(packed(xl__workbook_xml=b"<x/>", xl__big_xml=bytes(9 * 1024**2)))
    assert path.stat().st_size < 64 * 1024
    with pytest.raises(Refusal, match="too_large"):
        next(reading.sheets(path))


def test_a_cell_that_does_not_say_where_it_stands_makes_no_room_for_a_million_others(tmp_path):
    cell = b"<c><v>1</v></c>"
    sheet = (
        b"<sheetData><row>" + cell * 16_000 + b"</row>" + b"<row>" + cell + b"</row></sheetData>"
    )
    path = tmp_path / "room.xlsx"
    path.write_bytes(packed(xl__workbook_xml=b"<x/>", xl__any_xml=sheet))
    with pytest.raises(Refusal, match="damaged"):
        next(reading.sheets(path))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [(b"\n" * 1_100_000, "too_many_rows"), (b"x;" * 2**20, "long_line"),
     ((b"\n" + b"x;" * 20) * 20_000, "too_wide")],
)  # fmt: skip
def test_what_is_far_larger_than_any_delivery_is_refused_before_it_is_read(check, rows, reason):
    (problem,) = check({"networks": NETWORKS.encode() + rows}).problems
    assert (problem.code, problem.reason) == ("unreadable", reason)


def test_a_quotation_mark_left_open_above_the_headings_is_told_too(check):
    (problem,) = check({"meetings": 'Opgave "K3" """\n' + CAST["meetings"] + '"'}).problems
    assert problem.reason == "quotes"


def test_a_missing_file_and_a_folder_are_refused(register, tmp_path):
    report = import_files(register, [tmp_path / "not-there.csv", tmp_path], as_of=T)
    assert [p.reason for p in report.problems] == ["missing", "no_file"]


def test_a_file_that_breaks_off_leaves_none_of_its_rows(check):
    networks = CAST["networks"] + "".join(
        f"N{n};Netwerk;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6\n" for n in range(25_000)
    )
    report = check({"networks": networks + 'X;"open', "confirmations": CAST["confirmations"]})
    assert [(p.file, p.code, p.reason) for p in report.problems] == [(0, "unreadable", "quotes")]
    assert [file.read for file in report.files] == [0, 1]


def test_the_good_file_beside_an_unreadable_one_comes_in_when_valid_rows_are_asked_for(send):
    report = send({"networks": NETWORKS, "empty": ""}, accept_valid=True)
    assert (report.written, [p.code for p in report.problems]) == (True, ["unreadable"])


def test_a_file_without_the_right_to_read_it_is_refused(register, tmp_path, monkeypatch):
    path = tmp_path / "closed.csv"
    path.write_text(NETWORKS, encoding="utf-8")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(os.strerror(13))

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Refusal, match="no_access"):
        next(reading.sheets(path))


def test_a_file_with_more_faults_than_anybody_mends_is_refused_with_the_first(check, monkeypatch):
    monkeypatch.setattr(gathering, "MOST_FAULTS", 20)
    monkeypatch.setattr(refusals, "MOST_FAULTS", 20)
    faulty = with_rows("networks", *["A B;;x;x;x;;x;;x;x;x"] * 3)
    (problem,) = check({"networks": faulty}).problems
    assert (problem.reason, problem.details["cell"]) == ("too_faulty", "A2")


def test_more_than_anybody_reads_is_told_in_part_and_counted_whole(check, monkeypatch):
    monkeypatch.setattr(limits, "MOST_FAULTS", 20)
    monkeypatch.setattr(gathering, "MOST_FAULTS", 20)
    same = ["AMBER;1-3-2026;Gehouden;;;;1;1;4"] * 31  # one without a theme, thirty copies of it
    wrong = [f"AMBRE;{day}-4-2026;Gehouden;;Overig;;1;1;4" for day in range(1, 6)]
    report = check({"networks": NETWORKS, "meetings": with_rows("meetings", *same, *wrong)})
    *told, last = sorted(report.problems, key=lambda p: p.code == "untold")
    assert (len(told), len(report.errors)) == (20, 5)
    assert (last.code, last.details) == ("untold", {"number": "16", "limit": "20"})
    assert (report.files[1].duplicate, report.files[1].rejected, report.files[1].new) == (30, 5, 1)
    assert report.refused


def test_rows_that_wait_are_told_in_part_too(check, monkeypatch):
    monkeypatch.setattr(limits, "MOST_FAULTS", 20)
    monkeypatch.setattr(gathering, "MOST_FAULTS", 20)
    rows = [f"AMBER;{day}-3-2026;Gehouden;;Overig;;1;1;4" for day in range(1, 26)]
    networks = NETWORKS.replace("Lekpoort", "Nergens")
    report = check({"networks": networks, "meetings": with_rows("meetings", *rows)})
    assert (len(report.held), report.files[1].held_back) == (20, 25)
    (last,) = report.warnings
    assert (last.file, last.code, last.details["number"]) == (1, "untold", "5")
    assert "nog 5 meldingen" in message(last, "nl")


def test_more_long_texts_than_anybody_types_are_refused_at_once(check):
    row = "AMBER;1-3-2026;;" + "12 ab " * 1600
    report = check({"pauses": with_rows("pauses", *[row] * 500)})
    assert [(p.cell, p.code, p.reason) for p in report.problems] == [
        (None, "unreadable", "too_much_text")
    ]
    assert "4 miljoen" in report.lines("nl")[2] and "4 million" in report.lines("en")[2]


def test_some_long_texts_are_told_one_by_one(check):
    rows = ["AMBER;1-3-2026;;" + "een " * 500] * 3
    report = check({**CAST, "pauses": with_rows("pauses", *rows)})
    assert "too_long" in {p.code for p in report.errors}
