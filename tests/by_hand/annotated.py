"""Opens an annotated workbook in LibreOffice, mends it there, and sends what LibreOffice saved in again.

Not in the suite, which needs no office. Run: PYTHONPATH=.:tests python tests/by_hand/annotated.py
It exits with 1 and says what is not as it should be.
"""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from cast import FILES, RECORDED_AT, T
from libreoffice import DUTCH, OFFICE, TABLE, TEXT, expect

from bondgenoten import store
from bondgenoten.intake import Report, Upload, import_files
from bondgenoten.intake.annotating import annotate

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
FAULTY = FILES / "opgave-utrecht-noord-met-fouten.xlsx"
COLOURS = {"#f6c7a5", "#cfe3f5"}
# What a secretary types in the faulty cells, in sheets of our own sample.
MENDED = {
    ("Netwerken", "C2"): "Utrecht-Noord",
    ("Bijeenkomsten", "B14"): "30-8-2025",
    ("Bijeenkomsten", "E15"): "Radicalisering en aanslagen",
    ("Bijeenkomsten", "F16"): "Gemeente",
    ("Bijeenkomsten", "B17"): "1-4-2026",
    ("Bijeenkomsten", "C18"): "Gehouden",
    ("Bijeenkomsten", "B19"): "2-9-2026",
    ("Bijeenkomsten", "A22"): "UTN-03",
    ("Bijeenkomsten", "I25"): "6",
    ("Bijeenkomsten", "I29"): "3",
    ("Bijeenkomsten", "B30"): "7-7-2026",
    ("Onderbrekingen", "C2"): "20-9-2025",
    ("Onderbrekingen", "D3"): "Verbouwing",
}


def office(file: Path, form: str) -> Path:
    """The file as LibreOffice saves it in another form."""
    profile = file.parent / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(DUTCH)
    made = file.parent / form
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", form, "--outdir", made, file],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return made / f"{file.stem}.{form}"


def parsed(file: Path) -> ET.ElementTree:
    """The tree, to be written with the prefixes it was read with: an office looks for those."""
    for _, (prefix, address) in ET.iterparse(file, ["start-ns"]):
        ET.register_namespace(prefix, address)
    return ET.parse(file)


def walk(tree: ET.ElementTree) -> Iterator[tuple[str, str, ET.Element]]:
    """Every cell: its sheet, its name, the cell; a repeated one is made so many cells."""
    for sheet in tree.iter(f"{TABLE}table"):
        row = 0
        for line in sheet.iter(f"{TABLE}table-row"):
            row += 1
            column = 0
            for cell in list(line):
                times = int(cell.get(f"{TABLE}number-columns-repeated", 1))
                if times == 1:
                    yield sheet.get(f"{TABLE}name", ""), f"{chr(65 + column)}{row}", cell
                column += times
                if column > 25:
                    break
            row += int(line.get(f"{TABLE}number-rows-repeated", 1)) - 1


def note(cell: ET.Element) -> str:
    found = cell.find(f"{OFFICE}annotation")
    return "" if found is None else "\n".join("".join(p.itertext()) for p in found.iter(f"{TEXT}p"))


def shown(cell: ET.Element) -> str:
    return "\n".join("".join(p.itertext()) for p in cell.findall(f"{TEXT}p"))


def coloured(tree: ET.ElementTree) -> set[str]:
    """The styles that have one of our colours."""
    return {
        style.get(f"{STYLE}name", "")
        for style in tree.iter(f"{STYLE}style")
        for look in style.iter(f"{STYLE}table-cell-properties")
        if look.get(f"{FO}background-color") in COLOURS
    }


def mend(tree: ET.ElementTree) -> None:
    for sheet, name, cell in walk(tree):
        if (sheet, name) in MENDED:
            for child in cell.findall(f"{TEXT}p"):
                cell.remove(child)
            for key in [key for key in cell.attrib if key.startswith(OFFICE)]:
                del cell.attrib[key]
            cell.set(f"{OFFICE}value-type", "string")
            ET.SubElement(cell, f"{TEXT}p").text = MENDED[sheet, name]


def sent(register: Path, file: Path, **options: bool) -> Report:
    return import_files(register, [Upload(file, FAULTY.name)], as_of=T, **options)


def check(folder: Path) -> bool:
    register = folder / "register.duckdb"
    store.create(register, kind="real", as_of=T, recorded_at=RECORDED_AT)
    report = sent(register, FAULTY, accept_valid=True)
    good = report.files[0]
    ((_, copy),) = annotate([Upload(FAULTY, FAULTY.name)], report, "nl")
    file = folder / "marked.xlsx"
    file.write_bytes(copy)
    opened = office(file, "fods")
    tree = parsed(opened)
    marked = {(s, n): cell for s, n, cell in walk(tree)}
    styles = coloured(tree)
    wrong = {(p.sheet, p.cell) for p in report.errors}
    sound = expect("a comment at every fault", {w for w in wrong if not note(marked[w])}, set())
    plain = {w for w in wrong if marked[w].get(f"{TABLE}style-name") not in styles}
    sound &= expect("a colour at every fault", plain, set())
    heads = {
        s for (s, n), cell in marked.items() if re.fullmatch(r"[A-Z]1", n) and shown(cell) == "Fout"
    }
    sound &= expect("a column Fout on every sheet with faults", heads, {s for s, _ in wrong})
    mend(tree)
    tree.write(opened, "utf-8", xml_declaration=True)
    again = sent(register, office(opened, "xlsx"))
    sound &= expect("what is still wrong", [(p.sheet, p.cell, p.code) for p in again.errors], [])
    after = again.files[0]
    sound &= expect("known rows that count as new", after.unchanged, good.new)
    sound &= expect("only the mended rows are new", after.new, good.rejected + good.held_back)
    return sound


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.exit(0 if check(Path(place)) else 1)
