"""Every page under axe-core, light on a desk and dark on a telephone: no violation at all, and nothing
that leaves the machine."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from server import PAGES, Server, settled, visit

TABS = ("invoeren", "te-bevestigen", "geschiedenis", "kwaliteit")
CHOSEN = (
    "/basisteam?team=lekpoort",
    "/netwerk?netwerk=UTN-01",
    "/onrust?gebeurtenis=E033",
    *(f"/gegevens?tab={tab}&netwerk=UTN-01" for tab in TABS),
)
DESK = {"width": 1440, "height": 900}
TELEPHONE = {"width": 390, "height": 844}
# The page scrolls inside a frame of Streamlit's, never sideways; wide tables scroll by themselves.
WIDTH = """() => Math.max(document.documentElement.scrollWidth,
    document.querySelector('[data-testid=stMain]').scrollWidth)"""
VIOLATIONS = {"resultTypes": ["violations"]}


@pytest.mark.parametrize("path", [*PAGES, *CHOSEN])
def test_axe_finds_nothing_wrong_and_nothing_leaves(page: Page, demo: Server, path: str) -> None:
    elsewhere: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((demo.address, "data:", "blob:"))
            else elsewhere.append(r.url))  # fmt: skip
    page.set_viewport_size(DESK)
    visit(page, demo.address + path)
    found = seen(page, "light")
    page.set_viewport_size(TELEPHONE)
    settled(page)
    assert [*found, *seen(page, "dark")] == []
    assert page.evaluate(WIDTH) <= TELEPHONE["width"]
    assert elsewhere == []


def test_axe_would_see_a_fault(page: Page, demo: Server) -> None:
    visit(page, demo.address + "/export")
    page.evaluate("document.querySelector('h1').style.color = '#dddddd'")
    assert any(one.startswith("color-contrast") for one in seen(page, "light"))


def seen(page: Page, theme: Any) -> list[str]:
    """What axe holds against the page in one theme: the rule, and where."""
    page.emulate_media(color_scheme=theme)
    page.wait_for_function(
        "theme => getComputedStyle(document.querySelector('.stApp')).colorScheme === theme",
        arg=theme,
    )
    violations = Axe().run(page, options=VIOLATIONS).response["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in violations for node in rule["nodes"]]
