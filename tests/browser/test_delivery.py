"""A delivery as a secretary meets it: checked, mended in the marked copy, saved as shown, undone."""

import io
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from cast import FILES
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook
from server import PATIENCE, Server, settled, start, visit
from test_dashboard import command

from bondgenoten import store
from bondgenoten.intake import limits

FAULTY = FILES / "opgave-utrecht-noord-met-fouten.xlsx"
COPY = "opgave-utrecht-noord-met-fouten-met-opmerkingen.xlsx"  # as it comes back
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MENDED: dict[tuple[str, str], Any] = {
    ("Netwerken", "C2"): "Utrecht-Noord",
    ("Bijeenkomsten", "B14"): date(2025, 8, 30),
    ("Bijeenkomsten", "E15"): "Radicalisering en aanslagen",
    ("Bijeenkomsten", "F16"): "Gemeente",
    ("Bijeenkomsten", "B17"): date(2026, 4, 1),
    ("Bijeenkomsten", "C18"): "Gehouden",
    ("Bijeenkomsten", "B19"): date(2026, 9, 2),
    ("Bijeenkomsten", "A22"): "UTN-03",
    ("Bijeenkomsten", "I25"): 6,
    ("Bijeenkomsten", "I29"): 3,
    ("Bijeenkomsten", "B30"): date(2026, 7, 7),
    ("Onderbrekingen", "C2"): date(2025, 9, 20),
    ("Onderbrekingen", "D3"): "Verbouwing",
}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard on a register that holds the networks of Lekpoort."""
    register = tmp_path_factory.mktemp("lekpoort") / "register.duckdb"
    command(register, "init", "--empty")
    names = ("netwerken-lekpoort.csv", "bijeenkomsten-lekpoort.csv")
    command(register, "import", *(str(FILES / name) for name in names))
    server = start(register)
    yield server
    server.close()


@pytest.fixture
def lekpoort(running: Server, tmp_path: Path) -> Iterator[Server]:
    """That dashboard; afterwards its register is what it was."""
    kept = shutil.copytree(running.register.parent, tmp_path / "kept")
    yield running
    shutil.rmtree(running.register.parent)
    shutil.copytree(kept, running.register.parent)


def drop(page: Page, *files: Any) -> None:
    page.set_input_files("input[type=file]", list(files))
    expect(page.get_by_role("heading", name="Wat u aanlevert")).to_be_visible(timeout=PATIENCE)
    settled(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()
    settled(page)


def marked(page: Page) -> bytes:
    """The copy that comes back."""
    with page.expect_download() as coming:
        page.get_by_role("button", name="met opmerkingen bij de cellen").click()
    assert coming.value.suggested_filename == COPY
    return Path(coming.value.path()).read_bytes()


def mended(workbook: bytes) -> bytes:
    """The same sheets with the faulty cells put right, as a secretary does in Excel."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"default_date_format": "dd-mm-yyyy"}) as book:
        for name in (read := CalamineWorkbook.from_filelike(io.BytesIO(workbook))).sheet_names:
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(read.get_sheet_by_name(name).to_python()):
                sheet.write_row(row, 0, cells)
            for (where, cell), value in MENDED.items():
                if where == name:
                    sheet.write(cell, value)
    return made.getvalue()


def figures(register: Path) -> list[str]:
    return [command(register, "export", name) for name in ("norm", "meetings", "pauses", "themes")]


def test_a_faulty_workbook_is_mended_in_its_copy_saved_as_shown_and_undone(
    page: Page, lekpoort: Server
) -> None:
    before, held_before = figures(lekpoort.register), held(lekpoort.register)
    visit(page, f"{lekpoort.address}/gegevens")
    page.get_by_label("Uw functie").fill("Secretaris basisteam Utrecht-Noord")
    page.get_by_label("Uw functie").press("Enter")
    settled(page)

    drop(page, FAULTY)
    expect(page.get_by_text("Bijeenkomsten · C18").first).to_have_count(1)
    expect(page.get_by_role("button", name="rijen opslaan")).to_have_count(0)
    copy = mended(marked(page))

    drop(page, {"name": COPY, "mimeType": XLSX, "buffer": copy})
    expect(page.get_by_text("Fout ·")).to_have_count(0)
    effect = page.locator(".effects")
    expect(effect).to_contain_text("gehouden bijeenkomsten")
    expect(effect).to_contain_text("netwerken komen erbij")
    expected = int(effect.inner_text().split(" ")[0].removeprefix("+"))
    assert figures(lekpoort.register) == before

    page.get_by_role("button", name="rijen opslaan").click()
    expect(page.get_by_text("als aanlevering 2")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".effects")).to_have_count(0)
    expect(page.get_by_text(COPY)).to_have_count(1)  # as what was saved last
    assert held(lekpoort.register) == held_before + expected

    page.get_by_role("link", name="Bekijk ze in de geschiedenis").click()
    settled(page)
    row = page.get_by_role("row").filter(has_text=COPY)
    expect(row).to_contain_text("Secretaris basisteam Utrecht-Noord")
    expect(row).to_contain_text(f"+{expected} gehouden bijeenkomsten")
    page.get_by_text("Ja, maak aanlevering 2 ongedaan").click()
    settled(page)
    press(page, "Ongedaan maken")
    expect(page.get_by_text("als aanlevering 3")).to_be_visible(timeout=PATIENCE)
    assert figures(lekpoort.register) == before


def held(register: Path) -> int:
    asked = "select count(*) from register.meetings where status = 'held' and superseded_at is null"
    return int(store.reader(register).rows(asked)[0][0])


def test_stopping_a_long_check_leaves_no_trace(page: Page, lekpoort: Server) -> None:
    before = store.version(lekpoort.register)
    head, first = (FILES / "bijeenkomsten-lekpoort.csv").read_text("utf-8-sig").splitlines()[:2]
    long = "\n".join([head, *[first] * 100_000]).encode()
    visit(page, f"{lekpoort.address}/gegevens")
    page.set_input_files(
        "input[type=file]", [{"name": "lang.csv", "mimeType": "text/csv", "buffer": long}]
    )
    page.get_by_role("button", name="Stoppen").click(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Nog geen bestand?")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("lang.csv")).to_have_count(0)
    assert store.version(lekpoort.register) == before
    assert {file.name for file in lekpoort.register.parent.iterdir()} <= {
        "register.duckdb", ".register.duckdb.lock", "versions"
    }  # fmt: skip


def test_the_page_speaks_dutch_where_streamlit_does_not(
    page: Page, lekpoort: Server, tmp_path: Path
) -> None:
    visit(page, f"{lekpoort.address}/gegevens")
    zone = page.get_by_test_id("stFileUploader")
    expect(zone).to_contain_text("Bestanden kiezen")
    expect(zone).to_contain_text("Tot 200 MB per bestand")
    assert not [word for word in ("Upload", "Browse", "Drag", "file") if word in zone.inner_text()]
    large = tmp_path / "groot.csv"
    with large.open("wb") as file:
        file.truncate(limits.LARGEST + 1)
    page.set_input_files("input[type=file]", large)
    expect(zone.get_by_role("alert")).to_have_text("Fout: Dit bestand is groter dan 200 MB.")
