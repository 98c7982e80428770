"""The public collections of odd files and odd texts go in, and what is accepted comes out as it was."""

import csv
import io
import json
from pathlib import Path

import pytest
import xlsxwriter
from cast import FILES, T

from bondgenoten import intake, metrics, store
from bondgenoten.contract import KINDS
from bondgenoten.exports import csv as forms
from bondgenoten.intake import Report
from bondgenoten.language import words

SPECTRUM = sorted((FILES / "csv-spectrum").glob("*.csv"))
NAUGHTY: list[str] = json.loads((FILES / "naughty-strings" / "blns.json").read_text("utf-8"))
COLUMNS = {
    "networks": ("network_id", "name", "basisteam", "municipality", "scale", "area", "started_on"),
    "meetings": ("network_id", "date", "status", "kind", "themes", "agenda_from"),
    "pauses": ("network_id", "paused_from", "paused_until", "reason"),
    "confirmations": ("basisteam", "covers_until", "confirmed_on"),
}
FREE = (("networks", "name"), ("networks", "area"), ("pauses", "reason"))
STARTS = ("=", "+", "-", "@", "\t", "\r")

SOUND = {
    "network_id": "N{}", "name": "Bondgenoten", "basisteam": "lekpoort", "municipality": "Houten",
    "scale": "city", "started_on": "2019-01-01", "members_police": "1", "members_municipality": "1",
    "members_citizens": "6", "date": "2026-03-01", "status": "held", "paused_from": "2026-07-01",
    "reason": "Zomer", "covers_until": "2026-09-30", "confirmed_on": "2026-10-10",
}  # fmt: skip


def table(kind: str, column: str = "", texts: list[str] | None = None) -> list[list[str]]:
    """A table of this kind, one row a text, each row sound but for the text in its column."""
    names = KINDS[kind].names
    rows = [
        [text if name == column else SOUND.get(name, "").format(n) for name in names]
        for n, text in enumerate(texts or [""])
    ]
    return [list(names), *rows]


def written(path: Path, rows: list[list[str]]) -> Path:
    """The rows as a CSV in which everything is quoted, or as a workbook of texts."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
    else:
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)
        book.close()
    return path


def imported(register: Path, *files: Path) -> Report:
    return intake.import_files(register, files, as_of=T, accept_valid=True)


def exported(register: Path, kind: str) -> list[dict[str, str]]:
    """The rows as the machine CSV has them."""
    content = forms.machine(metrics.compute(store.reader(register), kind, as_of=T))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.mark.parametrize("file", SPECTRUM, ids=lambda file: file.stem)
def test_a_foreign_file_is_named_as_foreign(register: Path, file: Path) -> None:
    report = imported(register, file)
    assert [problem.code for problem in report.problems] == ["unknown_file"]
    assert not report.written


@pytest.mark.parametrize("file", SPECTRUM, ids=lambda file: file.stem)
def test_cells_in_every_dialect_come_out_as_they_went_in(
    register: Path, tmp_path: Path, file: Path
) -> None:
    """What its cells mean stands in a column of ours, with lines that end as the file's own do."""
    found = json.loads(file.with_suffix(".json").read_text("utf-8"))
    meant = [list(row.values()) for row in (found if isinstance(found, list) else [found])]
    texts = [text for row in meant for text in row if text.strip()]
    end = "\r\n" if b"\r\n" in file.read_bytes() else "\n"
    path = tmp_path / "networks.csv"
    with path.open("w", encoding="utf-8", newline="") as sink:
        csv.writer(sink, lineterminator=end).writerows(table("networks", "area", texts))
    assert imported(register, path).errors == []
    assert [row["area"] for row in exported(register, "networks")] == texts


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize(("kind", "column"), FREE)
def test_a_naughty_text_comes_out_as_it_went_in_or_is_refused(
    register: Path, tmp_path: Path, kind: str, column: str, suffix: str
) -> None:
    if kind != "networks":
        sound = table("networks", "area", [""] * len(NAUGHTY))
        assert imported(register, written(tmp_path / "sound.csv", sound)).written
    report = imported(register, written(tmp_path / f"odd.{suffix}", table(kind, column, NAUGHTY)))
    refused = {problem.row for problem in report.errors}
    accepted = {f"N{n}": text.strip() for n, text in enumerate(NAUGHTY) if n + 2 not in refused}
    assert len(accepted) > len(NAUGHTY) * 0.9
    rows = {row["network_id"]: row[column] for row in exported(register, kind)}
    assert rows == accepted
    assert {problem.code for problem in report.errors} <= {
        "missing_value", "too_long", "personal_data"
    }  # fmt: skip


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("kind", "column"),
    [(kind, column) for kind, names in COLUMNS.items() for column in names if (kind, column) not in FREE],
)  # fmt: skip
def test_a_naughty_text_where_it_does_not_belong_is_one_fault_in_its_cell(
    register: Path, tmp_path: Path, kind: str, column: str, suffix: str
) -> None:
    if kind not in ("networks", "confirmations"):
        sound = table("networks", "area", [""] * len(NAUGHTY))
        assert imported(register, written(tmp_path / "sound.csv", sound)).written
    report = imported(register, written(tmp_path / f"odd.{suffix}", table(kind, column, NAUGHTY)))
    faults = [(problem.row, problem.column) for problem in report.errors]
    assert len(faults) == len(set(faults))
    assert {name for _, name in faults} <= {column}
    (file,) = report.files
    assert file.read == len(NAUGHTY)
    assert report.lines("nl")
    assert json.dumps(report.to_json())


def test_a_naughty_text_is_harmless_in_an_office(register: Path, tmp_path: Path) -> None:
    imported(register, written(tmp_path / "odd.csv", table("networks", "name", NAUGHTY)))
    reader = store.reader(register)
    frame = metrics.compute(reader, "networks", as_of=T)
    content = forms.excel_nl(frame, words("nl"), forms.names(reader, "nl")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))
    assert len(rows) == len(frame) + 1
    assert sum(row[1].startswith("'") for row in rows) > 10
    assert not [cell for row in rows for cell in row if cell.startswith(STARTS)]
