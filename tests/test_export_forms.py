"""Workbook, Parquet and data package: what went in comes back, with the same bytes everywhere."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import frictionless
import pyarrow as pa
import pytest
from cast import T, confirmation, fill, meetings, network
from pyarrow import parquet
from python_calamine import CalamineWorkbook

from bondgenoten import metrics, store
from bondgenoten.exports.delivery import FORMS, PACKAGE, delivery
from bondgenoten.language import words
from bondgenoten.metrics import METRICS, Question

Filled = Callable[..., store.Reader]
NL = words("nl")
FORMULAS = ("=1+1", "+31 wijk", "-3", "@som", '=HYPERLINK("x")')


@pytest.fixture
def reader(filled: Filled) -> store.Reader:
    odd = [network(f"F{n}", name=text) for n, text in enumerate(FORMULAS)]
    return filled(
        networks=[network("A", name="Één, “twee”"), *odd],
        meetings=meetings("A", "held", date(2026, 2, 3), themes=["other", "trust"]),
        confirmations=[confirmation()],
    )


def made(reader: store.Reader, name: str, form: str, **asked: object) -> bytes:
    question = Question(name, T, **asked)  # type: ignore[arg-type]
    return b"".join(delivery(reader, question, form, NL).parts())


def sheets(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith("xml")}


@pytest.mark.parametrize("name", list(METRICS))
def test_parts_are_the_whole_frame(reader: store.Reader, name: str) -> None:
    from bondgenoten.exports import csv

    frame = metrics.compute(reader, name, as_of=T)
    assert made(reader, name, "machine") == csv.machine(frame)
    assert made(reader, name, "excel-nl") == csv.excel_nl(frame, NL, csv.names(reader, "nl"))


@pytest.mark.parametrize("name", list(METRICS))
def test_a_workbook_holds_every_row_and_its_account(reader: store.Reader, name: str) -> None:
    book = sheets(made(reader, name, "xlsx"))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    frame = metrics.compute(reader, name, as_of=T)
    assert len(rows) == len(frame) + 1
    assert rows[0] == [NL(f"column.{column}") for column in METRICS[name].columns]
    assert book.sheet_names[-1] == "Verantwoording"
    told = dict(row[:2] for row in book.get_sheet_by_name("Verantwoording").to_python() if row[0])
    assert told["Definitie"] == NL(f"metric.{name}.definition")
    assert told["Peildatum"] == "23 november 2026"
    assert told["Versie van het register (SHA-256)"] == reader.content
    assert told["Rijen"] == NL.number(len(frame))


def test_cells_of_a_workbook_have_their_types(reader: store.Reader) -> None:
    heading, *rows = sheets(made(reader, "norm", "xlsx")).get_sheet_by_index(0).to_python()
    row = dict(zip(heading, next(row for row in rows if row[0] == "A"), strict=True))
    assert row["Naam"] == "Één, “twee”"
    assert row[NL("column.as_of")] == date(2026, 11, 23)
    assert row[NL("column.held")] == 1.0
    assert row[NL("column.dormant")] in ("ja", "nee")
    assert row["Basisteam"] == "Lekpoort"


def test_a_text_never_becomes_a_formula(reader: store.Reader) -> None:
    content = made(reader, "networks", "xlsx")
    names = {row[1] for row in sheets(content).get_sheet_by_index(0).to_python()}
    assert set(FORMULAS) <= names
    assert not any("<f>" in text or "<f " in text or "hyperlink" in text
                   for part, text in parts_of(content).items() if "worksheets" in part)  # fmt: skip
    lines = made(reader, "networks", "excel-nl").decode("utf-8-sig")
    assert all("'" + text.replace('"', '""') in lines for text in FORMULAS)


def test_a_workbook_has_a_fixed_heading_a_filter_and_a_chart(reader: store.Reader) -> None:
    for name in ("compliance", "frequency", "themes", "rollout", "development"):
        parts = parts_of(made(reader, name, "xlsx"))
        assert 'state="frozen"' in parts["xl/worksheets/sheet1.xml"]
        assert "<autoFilter" in parts["xl/worksheets/sheet1.xml"]
        assert "xl/charts/chart1.xml" in parts, name
        assert 'descr="' in parts["xl/drawings/drawing1.xml"]


@pytest.mark.parametrize("name", list(METRICS))
def test_parquet_gives_back_the_rows(reader: store.Reader, name: str) -> None:
    table = parquet.read_table(io.BytesIO(made(reader, name, "parquet")))
    frame = metrics.compute(reader, name, as_of=T)
    assert table.column_names == list(frame.columns)
    assert table.to_pylist() == pa.Table.from_pandas(frame, preserve_index=False).to_pylist()
    told = json.loads(table.schema.metadata[b"bondgenoten"])
    assert told["register_sha256"] == reader.content
    assert told["as_of"] == "2026-11-23"


def test_a_data_package_is_valid_and_says_what_it_holds(
    reader: store.Reader, tmp_path: Path
) -> None:
    with zipfile.ZipFile(io.BytesIO(made(reader, PACKAGE, "machine"))) as package:
        package.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])
    told = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert [one["path"] for one in told["resources"]] == [f"data/{name}.csv" for name in METRICS]
    assert told["register_sha256"] == reader.content
    for one in told["resources"]:
        assert one["title_nl"]
        assert one["definition_en" if "definition_en" in one else "description_en"]
        assert one["rows"] == len((tmp_path / one["path"]).read_text("utf-8").splitlines()) - 1


def test_the_package_is_refused_where_a_file_was_changed(
    reader: store.Reader, tmp_path: Path
) -> None:
    with zipfile.ZipFile(io.BytesIO(made(reader, PACKAGE, "machine"))) as package:
        package.extractall(tmp_path)
    file = tmp_path / "data" / "meetings.csv"
    file.write_text(file.read_text("utf-8").replace("2026-02-03", "gisteren"), "utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_every_form_has_the_same_bytes_everywhere(reader: store.Reader, register: Path) -> None:
    asked = [(name, form) for form in FORMS for name in ("compliance",)] + [(PACKAGE, "machine")]
    script = (
        "import sys, hashlib; from datetime import date; from pathlib import Path\n"
        "from bondgenoten import store; from bondgenoten.metrics import Question\n"
        "from bondgenoten.exports.delivery import delivery; from bondgenoten.language import words\n"
        "reader = store.reader(Path(sys.argv[1]))\n"
        f"for name, form in {asked!r}:\n"
        "    parts = delivery(reader, Question(name, date(2026, 11, 23)), form, words('nl')).parts()\n"
        "    print(hashlib.sha256(b''.join(parts)).hexdigest())\n"
    )
    seen = set()
    for zone, language in (("America/Denver", "C"), ("Asia/Tokyo", "nl_NL.UTF-8")):
        env = os.environ | {"TZ": zone, "LANG": language, "LC_ALL": language}
        done = subprocess.run([sys.executable, "-c", script, str(register)], env=env,
                              cwd=store.ROOT, capture_output=True, text=True, check=True)  # fmt: skip
        assert len(done.stdout.split()) == len(asked)
        seen.add(done.stdout)
    assert len(seen) == 1


def test_a_name_says_what_of_whom_when_and_which_version(reader: store.Reader) -> None:
    def name(form: str, figure: str = "norm", **asked: object) -> str:
        return delivery(reader, Question(figure, T, **asked), form, NL).name  # type: ignore[arg-type]

    short = reader.content[:8]
    assert name("machine") == f"bondgenoten-norm-2026-peildatum-2026-11-23-{short}.csv"
    assert name("excel-nl").endswith(f"{short}-excel.csv")
    assert "west-utrecht" in name("xlsx", district="West-Utrecht")
    assert "bekend-20260101t100000" in name("parquet", known_at=datetime(2026, 1, 1, 10))
    assert "-per-maand-" in name("machine", "frequency", grain="month")
    assert name("xlsx", PACKAGE).endswith(".zip")


def test_the_version_is_of_the_content_and_not_of_the_file(register: Path, tmp_path: Path) -> None:
    fill(register, networks=[network("A")])
    copied = tmp_path / "elsewhere.duckdb"
    copied.write_bytes(register.read_bytes())
    before = store.reader(register).content
    assert store.reader(copied).content == before
    fill(register, networks=[network("B")])
    assert store.reader(register).content != before
