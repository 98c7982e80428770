"""The way of a delivery, and of a meeting typed by hand, with the keyboard alone."""

from playwright.sync_api import Browser, Page, expect
from secretary import WHO, delivery, file, meetings
from server import PATIENCE, Server, settled, visit

# What has the focus is called; a region that can be scrolled has it on the way, and all its text.
FOCUSED = """() => {
  const e = document.activeElement;
  if (!["A", "BUTTON", "INPUT", "TEXTAREA"].includes(e.tagName)) return "";
  return e.getAttribute("aria-label") || e.labels?.[0]?.innerText || e.innerText || "";
}"""


def tab_to(page: Page, name: str) -> None:
    """Goes on with the Tab key until what has the focus is called so."""
    for _ in range(80):
        page.keyboard.press("Tab")
        said = page.evaluate(FOCUSED)
        if name in said:
            return
    raise AssertionError(f"no way to “{name}” by keyboard")


def named(browser: Browser, address: str) -> Page:
    """A page on which the visitor has said who delivers."""
    page = browser.new_page()
    visit(page, address)
    tab_to(page, "Uw functie")
    page.keyboard.type(WHO)
    page.keyboard.press("Enter")
    settled(page)
    return page


def keyboard(browser: Browser, server: Server) -> None:
    """Upload, mend, save and undo without a mouse."""
    page, before = named(browser, f"{server.address}/gegevens"), meetings(server.register)
    tab_to(page, "Bestanden kiezen")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    faulty = delivery("W6", 3).replace(b"held", b"gehoudn", 1)
    chooser.value.set_files([file("fout.csv", faulty)])
    expect(page.get_by_text("Fout ·").first).to_be_visible(timeout=PATIENCE)
    settled(page)
    for name in ("wordt “gehouden”", "opslaan"):
        tab_to(page, name)
        page.keyboard.press("Enter")
        settled(page)
    expect(page.get_by_text("als aanlevering")).to_be_visible(timeout=PATIENCE)
    assert meetings(server.register) == before + 3
    undo(page)
    assert meetings(server.register) == before
    page.close()
    print("keyboard alone: uploaded, mended, saved, undone")


def undo(page: Page) -> None:
    """From what was just saved to the history, and there undone."""
    tab_to(page, "Bekijk ze in de geschiedenis")
    page.keyboard.press("Enter")
    settled(page)
    tab_to(page, "Ja, maak aanlevering")
    page.keyboard.press("Space")
    settled(page)
    tab_to(page, "Ongedaan maken")
    page.keyboard.press("Enter")
    expect(page.get_by_text("is ongedaan gemaakt")).to_be_visible(timeout=PATIENCE)


def by_hand(browser: Browser, server: Server) -> None:
    """A meeting typed in, saved with Enter, and undone."""
    page = named(browser, f"{server.address}/gegevens?tab=invoeren&netwerk=W5")
    before = meetings(server.register)
    tab_to(page, "Aanwezig burgers")
    page.keyboard.type("2.7")
    page.keyboard.press("Enter")
    expect(page.get_by_text("is geen heel getal")).to_be_visible(timeout=PATIENCE)
    assert meetings(server.register) == before
    settled(page)
    page.get_by_label("Aanwezig burgers").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Opgeslagen als aanlevering")).to_be_visible(timeout=PATIENCE)
    assert meetings(server.register) == before + 1
    undo(page)
    assert meetings(server.register) == before
    page.close()
    print("typed by hand: 2.7 refused, 3 saved, undone")
