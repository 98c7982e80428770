"""A comment of a workbook that points at a person is told by its place; it keeps no row out."""

import io
import json
import zipfile
from datetime import datetime
from time import perf_counter

import pytest
import xlsxwriter
from test_workbooks import table

from bondgenoten.intake import annotate, comments
from bondgenoten.intake.order import Upload


def with_comments(*told: tuple[str, str, str], author: str = "") -> bytes:
    """A sound workbook of networks with an extra sheet, and comments: sheet, cell, text."""
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink) as book:
        book.set_properties({"author": "Jan Jansen", "company": "jan@voorbeeld.nl",
                             "created": datetime(2026, 1, 1)})  # fmt: skip
        book.define_name("Secretaris", '="06-12345678"')
        for name, rows in {"Netwerken": table("networks"), "Pas & Op": [["x"]]}.items():
            sheet = book.add_worksheet(name)
            sheet.set_header("&Ljan@voorbeeld.nl")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            for where, cell, text in told:
                if where == name:
                    sheet.write_comment(cell, text, {"author": author})
    return sink.getvalue()


def test_a_comment_with_a_person_is_a_warning_with_its_place(check):
    content = with_comments(
        ("Netwerken", "B2", "vraag jan@voorbeeld.nl"), ("Netwerken", "AB1200", "BSN 123456782"),
        ("Pas & Op", "A1", "bel 06-12345678"), ("Netwerken", "C2", "klopt dit? 12-05-2026"),
    )  # fmt: skip
    report = check({"x.xlsx": content})
    assert [(p.sheet, p.cell, p.code, p.details["personal"]) for p in report.problems] == [
        ("Pas & Op", "A1", "personal_comment", "phone"),
        ("Netwerken", "B2", "personal_comment", "email"),
        ("Netwerken", "AB1200", "personal_comment", "bsn"),
    ]
    assert (report.refused, report.changes) == (False, 2)
    said = json.dumps(report.to_json()) + str(report.lines("nl") + report.lines("en"))
    assert "voorbeeld" not in said and "123456782" not in said and "12345678" not in said
    assert "In de opmerking bij deze cel staat een e-mailadres." in said


def test_what_a_workbook_says_of_itself_is_neither_told_nor_handed_back(check, tmp_path):
    content = with_comments(("Netwerken", "B2", "vraag jan@voorbeeld.nl"), author="Jan Jansen")
    report = check({"x.xlsx": content})
    assert [p.code for p in report.problems] == ["personal_comment"]
    assert "Jansen" not in json.dumps(report.to_json()) + str(report)
    ((_, copy),) = annotate([Upload(tmp_path / "x.xlsx", "x.xlsx")], report, "nl")
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist())
    for text in (b"Jansen", b"voorbeeld", b"12345678", b"Secretaris"):
        assert text not in whole
    assert check({"back.xlsx": copy}).problems == []


@pytest.mark.parametrize(
    ("name", "change"),
    [("xl/comments1.xml", lambda text: b""), ("xl/comments1.xml", lambda text: text[:-70]),
     ("xl/comments1.xml", lambda text: b"<comment ref='A1'" * 9_000),
     ("xl/comments1.xml", lambda text: text.replace(b"comment", b"x:comment")),
     ("xl/worksheets/_rels/sheet1.xml.rels", lambda text: text.replace(b"../comments1", b"../../../nowhere")),
     ("xl/worksheets/_rels/sheet1.xml.rels", lambda text: b"\xff" * 400)],
)  # fmt: skip
def test_damaged_comments_keep_nothing_else_out(check, name, change):
    source, sink = io.BytesIO(with_comments(("Netwerken", "B2", "klopt dit?"))), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(sink, "w") as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    report = check({"x.xlsx": sink.getvalue()})
    assert (report.problems, report.changes) == ([], 2)


def test_of_very_many_comments_only_the_beginning_is_looked_at(check, monkeypatch):
    told = [("Netwerken", f"A{row}", "bel 06-12345678") for row in range(2, 400)]
    monkeypatch.setattr(comments, "MOST", 10_000)
    report = check({"x.xlsx": with_comments(*told)})
    assert 5 < len(report.warnings) < 100 and report.errors == []


def test_a_text_file_with_a_workbook_behind_it_is_a_text_file(check):
    rows = ["\t".join(map(str, row)) for row in table("networks")]
    report = check(
        {
            "x.csv": "\n".join([*rows, ""]).encode()
            + with_comments(("Netwerken", "A1", "bel 06-12345678"))
        }
    )
    assert {p.code for p in report.problems} <= {"unreadable"}


def test_hostile_parts_keep_nobody_waiting(check):
    hostile = {
        "xl/comments1.xml": b"<comment ref='A1'><t>" + b"jan @ " * 300_000,
        "xl/_rels/workbook.xml.rels": b"<Relationship " * 300_000,
        "xl/worksheets/_rels/sheet1.xml.rels": b"<Relationship Type='x/comments' Target='../comments1.xml'/>" * 60_000,
    }  # fmt: skip
    for name, content in hostile.items():
        source, sink = io.BytesIO(with_comments(("Netwerken", "B2", "klopt dit?"))), io.BytesIO()
        with (
            zipfile.ZipFile(source) as old,
            zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for one in old.namelist():
                more = content if one == name else b""
                new.writestr(one, old.read(one).replace(b"</Relationships>", more + b"</Relationships>")
                             if "rels" in one else more or old.read(one))  # fmt: skip
        start = perf_counter()
        report = check({"x.xlsx": sink.getvalue()})
        assert perf_counter() - start < 10
        assert {p.code for p in report.problems} <= {"unreadable", "unknown_file"}
