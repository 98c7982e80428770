"""Every page on paper: light, without what only a screen can do, its charts whole on the sheet."""

from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from server import Server, visit

PAPER = 703  # px between the margins of a sheet of A4
WITH_CHARTS = ("/", "/frequentie", "/themas", "/uitrol", "/samenstelling")
SCREEN_ONLY = "[data-testid=stSidebar], [data-testid=stHeader], button, form, [role=checkbox]"


def printed(page: Page, server: Server, path: str) -> None:
    """The page as it is about to be printed, from a dark screen."""
    page.emulate_media(color_scheme="dark")
    visit(page, server.address + path)
    if path in WITH_CHARTS:
        page.locator(".main-svg").first.wait_for()
    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.emulate_media(media="print")


@pytest.mark.parametrize("path", [*WITH_CHARTS, "/norm", "/kwartaal"])
def test_a_page_on_paper_is_light_and_as_wide_as_the_sheet(
    page: Page, demo: Server, path: str
) -> None:
    printed(page, demo, path)
    assert [
        one for one in page.locator(SCREEN_ONLY).all() if one.is_visible() and not_said(one)
    ] == []
    ground = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).colorScheme]"
    assert page.locator(".stApp").evaluate(ground) == ["rgb(255, 255, 255)", "light"]
    ink = page.locator("h1").evaluate("e => getComputedStyle(e).color")
    assert sum(int(part) for part in ink.strip("rgb()").split(",")) < 200
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER
    for chart in page.locator(".main-svg").all():
        assert chart.bounding_box()["width"] <= PAPER  # type: ignore[index]


def not_said(one: Any) -> bool:
    """The chosen one of a row of buttons is a choice to be read, not a button."""
    return one.get_attribute("aria-checked") != "true"


def test_the_sheets_hold_the_whole_page_and_its_choices(page: Page, demo: Server) -> None:
    visit(page, f"{demo.address}/norm?district=West-Utrecht&volgorde=te-doen")
    names = page.locator(".figures tbody th").all_inner_texts()
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)
    for said in ("West-Utrecht", "Te doen eerst", *(name.split("\n")[0] for name in names)):
        assert said in text
    for unsaid in ("Download", "Hoe geteld", "Verantwoording"):
        assert unsaid not in text


def test_a_heading_row_stands_above_the_rows_of_every_sheet(page: Page, demo: Server) -> None:
    visit(page, f"{demo.address}/norm")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    of_networks = [text for sheet in sheets if "Bondgenoten " in (text := sheet.extract_text())]
    assert len(of_networks) > 2
    assert all("Bijeenkomsten" in text and "Status" in text for text in of_networks)


def test_a_chart_is_drawn_to_the_width_of_the_sheet_and_back(page: Page, demo: Server) -> None:
    visit(page, f"{demo.address}/uitrol")
    chart = page.locator(".main-svg").first
    chart.wait_for()
    wide = chart.bounding_box()["width"]  # type: ignore[index]
    assert wide > PAPER
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert (
        chart.get_attribute("viewBox") == f"0 0 {wide:g} {float(chart.get_attribute('height')):g}"
    )  # type: ignore[arg-type]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert chart.get_attribute("viewBox") is None
