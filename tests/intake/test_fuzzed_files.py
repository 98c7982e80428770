"""Spoilt files: each gets an answer in time and memory, and nothing is half written.

FUZZED_FILES=500 sends more of them than a suite that runs at every change has time for.
"""

import io
import os
import resource
import time
import zipfile
from pathlib import Path

import pytest
from cast import FILES, T
from deliveries import CAST
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bondgenoten import intake, store

SAMPLE = (FILES / "opgave-utrecht-noord-2026-K3.xlsx").read_bytes()
LONGEST = 10.0  # seconds
MOST = 500 * 1024  # kilobytes
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
SPOILT = ("", "&d;", "<", "<v>", "</row>", "</c>", "</sheetData>", "\x00", "-1", "1e999", "999999999",
          'r="XFD1048576"', 't="e"', 't="s"', 't="d"', "&#x0;", "<f>1+1</f>", "1904-01-01",
          "=cmd|' /C calc'!A0", "é" * 500, LAUGHS)  # fmt: skip
PIECES = (b"", b'"', b";", b",", b"\t", b"\r", b"\n", b"\r\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
          b"\xe9", b"''", b"=1+1", b"31-02-2026", b"9" * 400, b'"' * 7, b";" * 300)  # fmt: skip

FUZZ = settings(
    max_examples=int(os.environ.get("FUZZED_FILES", "120")) // 4,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@st.composite
def spoilt_texts(draw: st.DrawFn) -> bytes:
    """A CSV of ours with pieces put in, taken out or repeated."""
    content = (
        draw(st.sampled_from(sorted(CAST))),
        draw(st.sampled_from(["utf-8", "utf-16", "cp1252"])),
    )
    text = CAST[content[0]].encode(content[1])
    for _ in range(draw(st.integers(1, 6))):
        place, length = draw(st.integers(0, len(text))), draw(st.integers(0, 12))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=8))
        text = text[:place] + piece + text[place + length :]
    return text * draw(st.sampled_from([1, 1, 1, 40]))


@st.composite
def spoilt_parts(draw: st.DrawFn) -> bytes:
    """The sample workbook with the XML of some part changed, and packed again."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as old, zipfile.ZipFile(made, "w") as new:
        names = [
            part.filename for part in old.infolist() if part.filename.endswith((".xml", ".rels"))
        ]
        chosen = draw(st.sets(st.sampled_from(names), min_size=1, max_size=3))
        for part in old.infolist():
            text = old.read(part).decode("utf-8", "replace")
            if part.filename in chosen:
                for _ in range(draw(st.integers(1, 4))):
                    place, length = draw(st.integers(0, len(text))), draw(st.integers(0, 40))
                    text = text[:place] + draw(st.sampled_from(SPOILT)) + text[place + length :]
            new.writestr(part.filename, text)
    return made.getvalue()


@st.composite
def spoilt_bytes(draw: st.DrawFn) -> bytes:
    """The sample workbook with some bytes changed, or cut short."""
    content = bytearray(SAMPLE)
    for _ in range(draw(st.integers(1, 8))):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))
    return bytes(content[: draw(st.sampled_from([None, None, len(content) // 2, -4]))])


@st.composite
def spoilt_cells(draw: st.DrawFn) -> bytes:
    """A CSV of ours with any text in any cell, and rows of any length."""
    heading = CAST[draw(st.sampled_from(sorted(CAST)))].splitlines()[0]
    cell = st.text(max_size=30) | st.sampled_from(
        ["AMBER", "Lekpoort", "1-3-2026", "Gehouden", "1"]
    )
    rows = draw(st.lists(st.lists(cell, max_size=14), max_size=6))
    return "\n".join([heading, *(";".join(row) for row in rows)]).encode("utf-8", "replace")


KINDS = {
    "texts.csv": spoilt_texts(), "cells.csv": spoilt_cells(),
    "parts.xlsx": spoilt_parts(), "bytes.xlsx": spoilt_bytes(),
}  # fmt: skip


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def answered(register: Path, file: Path) -> None:
    """The file gets a report that can be read, and the register a whole version or none."""
    version, started = store.version(register), time.monotonic()
    report = intake.import_files(register, [file], as_of=T, dry_run=True)
    if report.changes and not report.refused:
        assert intake.import_files(register, [file], as_of=T).written
        with store.reading(register) as connection:
            noted = "select sum(rows_new + rows_corrected) from register.batch_files"
            stands = " + ".join(f"(select count(*) from register.{kind})" for kind in CAST)
            assert connection.rows(f"select ({noted}) = {stands}") == [(True,)]
    else:
        assert store.version(register) == version
    assert time.monotonic() - started < LONGEST
    assert report.lines("nl")
    assert all(file.read >= 0 for file in report.files)


@pytest.mark.parametrize("name", KINDS)
def test_a_spoilt_file_gets_an_answer(register: Path, tmp_path: Path, name: str) -> None:
    file, before = tmp_path / name, peak()

    @FUZZ
    @given(KINDS[name])
    def send(content: bytes) -> None:
        file.write_bytes(content)
        answered(register, file)

    send()
    assert peak() - before < MOST
    assert not [p for p in register.parent.glob(".*") if "lock" not in p.name]
