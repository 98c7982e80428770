"""The dashboard as a reader meets it: on a fresh server, by address, through filters and reloads."""

import csv
import io
import re
import shutil
from pathlib import Path

from cast import FILES
from playwright.sync_api import Page, expect
from program import run
from server import PAGES, Server, settled, start, visit


def command(register: Path, *words: str) -> str:
    done = run(register, *words)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def export(register: Path, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(command(register, "export", *words))))


def test_a_fresh_server_has_made_the_demo_when_it_answers(demo: Server) -> None:
    assert demo.register.exists()


def test_a_page_opens_by_its_own_address_on_a_fresh_server(
    page: Page, demo: Server, tmp_path: Path
) -> None:
    server = start(Path(shutil.copy(demo.register, tmp_path / "register.duckdb")))
    try:
        visit(page, f"{server.address}/basisteam")
        expect(page.get_by_text("Demogegevens, verzonnen").first).to_be_visible()
        expect(page.locator("h1").first).not_to_be_empty()
        assert PAGES["/basisteam"] in page.title()
    finally:
        server.close()


def test_the_screen_says_what_the_export_says(page: Page, demo: Server) -> None:
    visit(page, f"{demo.address}/")
    region = export(demo.register, "compliance")[0]
    well = int(region["met"]) + int(region["on_course"])
    heading = page.locator("h1").first.inner_text()
    assert heading.startswith(f"{well} van {region['assessable']} netwerken")
    plan = sum(int(row["still_to_plan"]) for row in export(demo.register, "norm")
               if row["status"] in ("TO_PLAN", "OUT_OF_REACH"))  # fmt: skip
    assert f"Nog {plan} bijeenkomsten te plannen" in heading


def test_a_filter_changes_the_figures_stays_in_the_address_and_survives_a_reload(
    page: Page, demo: Server
) -> None:
    visit(page, f"{demo.address}/norm")
    page.get_by_label(re.compile("District")).first.click()
    page.get_by_role("option", name="West-Utrecht").click()
    expect(page).to_have_url(re.compile("district=West-Utrecht"))
    settled(page)
    rows = export(demo.register, "norm", "--district", "West-Utrecht")
    for _ in range(2):
        expect(page.get_by_role("heading", name=f"{len(rows)} netwerken")).to_be_visible()
        page.reload()
        settled(page)


def test_a_chart_shows_the_figures_of_each_choice(page: Page, demo: Server) -> None:
    visit(page, f"{demo.address}/samenstelling")
    for district in ("Utrecht-Stad", "Flevoland"):
        page.get_by_label("District", exact=True).click()
        page.get_by_role("option", name=district).click()
        settled(page)
        bars = page.locator(".st-key-chart-members .bartext").all_text_contents()
        asked = export(demo.register, "composition", "--district", district)
        assert sum(map(int, bars)) == len(asked)


def test_a_year_and_a_date_in_the_address_are_what_the_page_counts(
    page: Page, demo: Server
) -> None:
    visit(page, f"{demo.address}/norm?jaar=2019&peildatum=2020-02-01&team=utrecht-noord")
    asked = ("--year", "2019", "--as-of", "2020-02-01", "--basisteam", "utrecht-noord")
    rows = export(demo.register, "norm", *asked)
    expect(page.get_by_role("heading", name=f"{len(rows)} netwerken")).to_be_visible()
    for row in rows:
        expect(page.get_by_role("link", name=row["name"], exact=True).first).to_be_visible()


def test_a_wrong_address_never_breaks_the_page(page: Page, demo: Server) -> None:
    wrong = "jaar=abc&team=nergens&peildatum=2026-13-45&netwerk=x'--"
    for path in ("/", "/norm", "/netwerk", "/kwartaal"):
        visit(page, f"{demo.address}{path}?{wrong}")
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator("[data-testid=stException]")).to_have_count(0)


def test_english_is_a_choice_in_the_address(page: Page, demo: Server) -> None:
    visit(page, f"{demo.address}/?taal=en")
    expect(page.get_by_text("Demo data, invented").first).to_be_visible()
    assert "networks" in page.locator("h1").first.inner_text()


def test_an_import_while_the_dashboard_runs_shows_at_the_next_click(
    page: Page, tmp_path: Path
) -> None:
    register = tmp_path / "register.duckdb"
    command(register, "init", "--empty")
    server = start(register)
    try:
        visit(page, f"{server.address}/norm?peildatum=2026-11-23")
        expect(page.get_by_text("Demogegevens")).to_have_count(0)
        files = [
            str(FILES / name) for name in ("netwerken-lekpoort.csv", "bijeenkomsten-lekpoort.csv")
        ]
        command(register, "import", *files, "--as-of", "2026-11-23")
        page.get_by_role("link", name="Overzicht", exact=True).first.click()
        settled(page)
        page.get_by_role("link", name="Norm", exact=True).first.click()
        settled(page)
        expect(page.get_by_role("link", name="Bondgenoten Galecop").first).to_be_visible()
    finally:
        server.close()


def test_an_empty_date_asks_for_one_in_the_language_of_the_page(page: Page, demo: Server) -> None:
    visit(page, f"{demo.address}/gegevens?tab=invoeren&netwerk=UTN-01")
    page.get_by_text("Onderbreking", exact=True).click()
    settled(page)
    year = page.get_by_role("spinbutton", name="jaar, Onderbroken tot en met (mag leeg)")
    expect(year).to_have_text("jjjj")
    page.get_by_role("spinbutton", name="dag, Onderbroken tot en met (mag leeg)").click()
    page.keyboard.type("30092026")
    expect(year).to_have_text("2026")
    for _ in range(4):
        page.keyboard.press("Backspace")
    expect(year).to_have_text("jjjj")
    visit(page, f"{demo.address}/gegevens?tab=invoeren&netwerk=UTN-01&taal=en")
    page.get_by_text("Pause", exact=True).click()
    settled(page)
    year = page.get_by_role("spinbutton", name="year, Paused until (may be empty)")
    expect(year).to_have_text("yyyy")
