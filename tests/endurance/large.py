"""Sends very large and hostile files in and measures the answer to each: seconds and memory.

Run: PYTHONPATH=.:tests python tests/endurance/large.py [name ...]. Each file goes to a process of its
own; 1 is the exit where a hostile one takes more than ten seconds or any more than 1.5 GB.
"""

import io
import json
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from cast import FILES, RECORDED_AT, T, fill, network

from bondgenoten import store
from bondgenoten.intake import import_files

MB = 1024 * 1024
LARGE = 200 * MB - 4096
HEAD = b"network_id,date,status,kind,themes,agenda_from,present_police,present_municipality,present_citizens"
ROW = b"\nW0,2019-01-02,held,regular,trust|other,police,1,1,6"
SENSIBLE = ("meetings", "notes", "faulty", "faulty_all")  # long, but not made to do harm
LONGEST, MOST = 10.0, 1536  # seconds for a hostile file, MB for any
SAMPLE = FILES / "opgave-utrecht-noord-2026-K3.xlsx"


def filled_up(head: bytes, piece: bytes, size: int = LARGE) -> bytes:
    return head + piece * ((size - len(head)) // len(piece))


def rows(number: int, line: Callable[[int], str], head: bytes = HEAD) -> bytes:
    return head + "".join("\n" + line(n) for n in range(number)).encode()


def unique(number: int, chance: random.Random) -> str:
    """A text that no other row has, with digits, so that every search for a person looks at it."""
    return f"Overleg {number} over parkeren in de Dorpsstraat {chance.random()} op {number % 28 + 1}-3-2019"


def notes() -> bytes:
    chance = random.Random(1)
    line = ROW[1:].decode()
    return rows(1_000_000, lambda n: f"{line},{unique(n, chance)}", HEAD + b",Opmerking")


def faulty_all() -> bytes:
    return rows(1_000_000, lambda n: ",".join(f"x{n}y{place}" for place in range(9)))


def meetings() -> bytes:
    return rows(
        400_000, lambda n: f"W{n % 40},{date_of(n // 40)},held,regular,trust|other,police,1,1,6"
    )


def faulty() -> bytes:
    return rows(400_000, lambda n: f"W{n % 40},{date_of(n // 40)},held,regular,trst,police,1,1,6")


def date_of(number: int) -> str:
    year, day = divmod(number, 336)
    return f"{1950 + year}-{day // 28 + 1:02}-{day % 28 + 1:02}"


def book(parts: dict[str, Iterator[bytes]]) -> bytes:
    """The sample workbook with some parts in other words; a new name is a part of its own."""
    made = io.BytesIO()
    with zipfile.ZipFile(SAMPLE) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part.filename, old.read(part))
        for name, blocks in parts.items():
            with new.open(name, "w") as file:
                for block in blocks:
                    file.write(block)
    return made.getvalue()


def styled() -> bytes:
    """A million empty rows with a border, as Excel leaves them below a table."""
    with zipfile.ZipFile(SAMPLE) as old:
        sheet = old.read("xl/worksheets/sheet2.xml")
    start, _, end = sheet.partition(b"</sheetData>")

    def blocks() -> Iterator[bytes]:
        yield start
        for first in range(100, 1_000_100, 1000):
            yield b"".join(
                b'<row r="%d">' % row
                + b"".join(b'<c r="%c%d" s="1"/>' % (column, row) for column in b"ABCDEFGHI")
                + b"</row>"
                for row in range(first, first + 1000)
            )
        yield b"</sheetData>" + end

    return book({"xl/worksheets/sheet2.xml": blocks()})


def bomb(piece: bytes, size: int = 1024) -> bytes:
    return book({"xl/worksheets/sheet9.xml": iter([piece * (MB // len(piece))] * size)})


def lying() -> bytes:
    """A bomb that says in the directory of its zip that it is small."""
    made = bytearray(bomb(b" "))
    name = made.rindex(b"xl/worksheets/sheet9.xml")
    made[name - 22 : name - 18] = (1000).to_bytes(4, "little")
    return bytes(made)


CELL = b'<c r="A1" t="s"><v>1</v></c>'
MADE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "meetings": (".csv", meetings),
    "notes": (".csv", notes),
    "faulty": (".csv", faulty),
    "faulty_all": (".csv", faulty_all),
    "full": (".csv", lambda: filled_up(HEAD, ROW)),
    "lines": (".csv", lambda: filled_up(HEAD, b"\n")),
    "returns": (".csv", lambda: filled_up(HEAD, b"\r")),
    "separators": (".csv", lambda: filled_up(HEAD + b"\n", b",")),
    "wide": (".csv", lambda: filled_up(HEAD, b",Kop") + ROW),
    "ragged": (".csv", lambda: filled_up(HEAD, b"\n" + b"x," * 200)),
    "quotes": (".csv", lambda: filled_up(HEAD + b"\n", b'""')),
    "open": (".csv", lambda: filled_up(HEAD + b'\nW0,"', b"lang \n")),
    "digits": (".csv", lambda: filled_up(HEAD + b"\nW0,", b"061234")),
    "ats": (".csv", lambda: filled_up(HEAD, b"\n" + b"a@" * 5000)),
    "zeros": (".csv", lambda: filled_up(HEAD, b"\0")),
    "wide16": (".csv", lambda: filled_up(HEAD, ROW, LARGE // 2).decode().encode("utf-16")),
    "styled": (".xlsx", styled),
    "bomb_spaces": (".xlsx", lambda: bomb(b" ")),
    "bomb_cells": (".xlsx", lambda: bomb(CELL)),
    "bomb_below": (".xlsx", lambda: bomb(b" ", 380)),
    "cells_below": (".xlsx", lambda: bomb(CELL, 380)),
    "lying": (".xlsx", lying),
}  # fmt: skip


def answer(register: Path, file: Path) -> None:
    """What a process of its own prints: seconds, growth in MB, and the first words of the report."""
    before = peak()
    started = time.monotonic()
    report = import_files(register, [file], as_of=T, dry_run=True)
    lines = report.lines("nl")
    took = time.monotonic() - started
    grown = (peak() - before) // 1024
    print(json.dumps([took, grown, " ".join(lines)[:200]]))


def peak() -> int:
    """KB; getrusage would count what the parent held when it made this process."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def send(register: Path, name: str) -> bool:
    suffix, make = MADE[name]
    file = register.with_name(name + suffix)
    file.write_bytes(make())
    size = file.stat().st_size / MB
    done = subprocess.run(
        [sys.executable, __file__, "--answer", register, file],
        check=False,
        capture_output=True,
        text=True,
    )
    file.unlink()
    if done.returncode:
        print(f"{name:12} {size:6.1f} MB   {done.stderr[-300:]}", flush=True)
        return False
    took, grown, said = json.loads(done.stdout)
    print(f"{name:12} {size:6.1f} MB {took:7.1f} s {grown:6} MB more   {said[:120]}", flush=True)
    return grown < MOST and (name in SENSIBLE or took < LONGEST)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--answer"]:
        answer(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "register.duckdb"
            store.create(path, kind="real", as_of=T, recorded_at=RECORDED_AT)
            fill(path, networks=[network(f"W{n}", started_on=date(1950, 1, 1)) for n in range(40)])
            sound = [send(path, name) for name in sys.argv[1:] or MADE]
        sys.exit(0 if all(sound) else 1)
