"""Opens our Excel files in LibreOffice set to Dutch, and reads back what its cells became.

Not in the suite, which needs no office. Run: PYTHONPATH=.:tests python tests/by_hand/libreoffice.py
It exits with 1 and says which cell when something is not what it should be.
"""

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from cast import T, confirmation, fill, meetings, network

from bondgenoten import store
from bondgenoten.exports.delivery import delivery
from bondgenoten.language import words
from bondgenoten.metrics import Question

DUTCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>nl-NL</value></prop></item></oor:items>"""
LIKE_NUMBERS = ("00123", "3-4")  # a CSV has no types: there an office takes these as it likes
CSV_FILTER = "CSV:59,34,76,1,,1043,false,true"  # ; " UTF-8, from row 1, Dutch, special numbers
NAMES = ("=1+1", "-3", "+31 wijk", "@som", "Één “café” ’t Gooi", "00123", "3-4", "1e kwartaal")
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
Cell = tuple[str | None, str | None, str]  # type, value, what is shown


def register(folder: Path) -> store.Reader:
    path = folder / "register.duckdb"
    store.create(path, kind="real", as_of=T, recorded_at=datetime(2026, 1, 1))
    days = [date(2026, 2, 3), date(2026, 5, 6), date(2026, 8, 9)]
    fill(
        path,
        networks=[network(f"N{n}", name=name) for n, name in enumerate(NAMES)],
        meetings=meetings("N0", "held", *days, themes=["other", "trust"]),
        confirmations=[confirmation()],
    )
    return store.reader(path)


def opened(file: Path, folder: Path) -> list[list[Cell]]:
    """The cells of the first sheet as LibreOffice has them."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(DUTCH)
    asked = [f"--infilter={CSV_FILTER}"] if file.suffix == ".csv" else []
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *asked,
         "--convert-to", "fods", "--outdir", folder, file],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    sheet = next(ET.parse(file.with_suffix(".fods")).iter(f"{TABLE}table"))
    return [list(cells(row)) for row in sheet.iter(f"{TABLE}table-row")]


def cells(row: ET.Element) -> Iterator[Cell]:
    for cell in row.iter(f"{TABLE}table-cell"):
        if cell.get(f"{TABLE}formula"):
            raise SystemExit(f"a formula: {cell.attrib}")
        kind = cell.get(f"{OFFICE}value-type")
        value = cell.get(f"{OFFICE}date-value") or cell.get(f"{OFFICE}value")
        shown = "\n".join("".join(p.itertext()) for p in cell.iter(f"{TEXT}p"))
        yield from [(kind, value, shown)] * int(cell.get(f"{TABLE}number-columns-repeated", 1))


def named(rows: list[list[Cell]]) -> list[dict[str, Cell]]:
    heading = [shown for _, _, shown in rows[0]]
    return [dict(zip(heading, row, strict=False)) for row in rows[1:] if any(c[2] for c in row)]


def expect(what: str, found: object, wanted: object) -> bool:
    print(f"{'ok   ' if found == wanted else 'WRONG'} {what}: {found!r}" + (
        "" if found == wanted else f", wanted {wanted!r}"))  # fmt: skip
    return found == wanted


def check(folder: Path) -> bool:
    reader, say, sound = register(folder), words("nl"), True
    for form, suffix in (("excel-nl", "csv"), ("xlsx", "xlsx")):
        files = {}
        for metric in ("norm", "frequency"):
            files[metric] = folder / f"{metric}-{form}.{suffix}"
            question = Question(metric, T, year=2026 if metric == "norm" else None)
            files[metric].write_bytes(b"".join(delivery(reader, question, form, say).parts()))
        norm = {
            row[say("column.network_id")][2]: row for row in named(opened(files["norm"], folder))
        }
        for n, name in enumerate(NAMES):
            if form == "excel-nl" and name in LIKE_NUMBERS:
                continue
            guarded = form == "excel-nl" and name[0] in "=+-@"
            cell = norm[f"N{n}"][say("column.name")]
            wanted = ("string", None, "'" + name if guarded else name)
            sound &= expect(f"{form} text", cell, wanted)
        first = norm["N0"]
        sound &= expect(f"{form} count", first[say("column.held")][:2], ("float", "3"))
        sound &= expect(f"{form} date", first[say("column.started_on")][:2], ("date", "2019-01-01"))
        rate = say("column.per_network_year")
        rates = [row[rate] for row in named(opened(files["frequency"], folder)) if row[rate][2]]
        sound &= expect(f"{form} decimals", {kind for kind, _, _ in rates}, {"float"})
    return sound


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.exit(0 if check(Path(place)) else 1)
