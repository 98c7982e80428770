"""How long a change of a filter takes to be redrawn in the browser, national against demo.

    PYTHONPATH=.:tests/browser python tests/benchmarks/redraw.py NATIONAL.duckdb [/ /norm ...]

Both servers run side by side and are asked in turn, so that a busy machine is busy for both. Prints,
for each page and filter, the medians in milliseconds and their ratio, with the number of charts where
the two sides drew another number: small numbers are shown as a table alone, which takes half the time.
Every as-of date is a new one, that nobody asked before. Not a test: a machine is never judged by a
clock.
"""

import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from os import sysconf
from pathlib import Path
from statistics import median
from time import sleep
from urllib.parse import urlencode

from playwright.sync_api import Browser, Error, Page, sync_playwright
from server import READY, start, visit

from bondgenoten import demo, metrics, store

AS_OF, TEAM, NETWORK, QUARTER = "Peildatum", "Basisteam", "Netwerk", "Kwartaal"
USUAL = ("Jaar", "District", TEAM, AS_OF)
PAGES = {
    "/": USUAL,
    "/norm": USUAL,
    "/frequentie": USUAL,
    "/themas": USUAL,
    "/uitrol": USUAL,
    "/samenstelling": USUAL,
    "/onrust": (*USUAL, "Gebeurtenis"),
    "/basisteam": ("Jaar", TEAM, AS_OF),
    "/netwerk": ("Jaar", NETWORK, AS_OF),
    "/kwartaal": ("District", TEAM, QUARTER, AS_OF),
    "/export": ("Jaar", "District", TEAM, AS_OF),
}
LATEST = date(2026, 11, 23)
TURNS = 11
REST = 3  # seconds in which a server that has its first figures ready does next to nothing
CHROMIUM = "/usr/bin/chromium"
WATCH = """() => { window.redrawn = new Promise(done => {
    const app = document.querySelector('[data-testid=stApp]');
    let begun = performance.now(), ran = false;
    document.addEventListener('click', () => { begun = performance.now() }, {once: true, capture: true});
    new MutationObserver((_, watch) => {
        const state = app.getAttribute('data-test-script-state');
        ran ||= state === 'running';
        if (ran && state === 'notRunning') {
            watch.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
        }
    }).observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
}) }"""

REDRAWN = """() => Promise.race([window.redrawn, new Promise((_, fail) => setTimeout(
    () => fail(new Error('nothing was redrawn within 20 seconds')), 20000))])"""


class Side:
    """One register in one browser window: the demo's or the nation's."""

    def __init__(self, browser: Browser, register: Path) -> None:
        self.server = start(register)
        self.page = browser.new_page(viewport={"width": 1440, "height": 900})
        networks = metrics.compute(store.reader(register), "composition", as_of=LATEST)
        self.team = str(networks["basisteam"].mode()[0])
        self.network = str(networks[networks["basisteam"] == self.team]["network_id"].iloc[0])

    def open(self, path: str, as_of: date | None = None) -> None:
        """A page as it is used: Basisteam and Netwerk with one chosen."""
        one = {"team": self.team} if path in ("/basisteam", "/netwerk") else {}
        one |= {"netwerk": self.network} if path == "/netwerk" else {}
        one |= {"peildatum": as_of.isoformat()} if as_of else {}
        visit(self.page, f"{self.server.address}{path}?{urlencode(one)}")
        self.page.wait_for_selector(READY)


def choose(page: Page, label: str, turn: int) -> float:
    """Milliseconds from the click on an option to the page redrawn; the first option is all."""
    page.get_by_label(label, exact=True).click()
    options = page.get_by_role("option")
    options.first.wait_for()
    return _timed(page, options.nth(1 + turn % (options.count() - 1)).click)


def a_day_earlier(page: Page) -> float:
    """Milliseconds from leaving the date, made one day earlier, to the page redrawn."""
    day = page.get_by_test_id("stDateInput").first.get_by_role("spinbutton").first
    day.click()
    day.press("ArrowDown")
    return _timed(page, page.locator("h1").first.click)


def _timed(page: Page, act: Callable[[], None]) -> float:
    page.evaluate(WATCH)
    act()
    took = float(page.evaluate(REDRAWN))
    page.wait_for_timeout(200)
    return took


def measure(sides: list[Side], path: str, label: str, as_of: date) -> list[float]:
    """The median of each side for one kind of change on one page, asked in turn. On a busy machine a
    list can move away under the click: that turn is left out."""
    found: list[list[float]] = [[] for _ in sides]
    for side in sides:
        side.open(path, as_of if label == AS_OF else None)
    for turn in range(TURNS):
        for side, times in zip(sides, found, strict=True):
            is_date = label == AS_OF
            with suppress(Error):
                times.append(
                    a_day_earlier(side.page) if is_date else choose(side.page, label, turn)
                )
    return [median(times) for times in found]


def _let_rest(process: int) -> None:
    """Waits until a server has its figures of the last years ready, as one that runs for a day has."""
    used, before = 0.0, -1.0
    while used - before > REST / 10:
        sleep(REST)
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        used, before = (int(fields[11]) + int(fields[12])) / sysconf("SC_CLK_TCK"), used


def report(sides: list[Side], paths: list[str]) -> None:
    for side in sides:
        _let_rest(side.server.process.pid)
    for number, path in enumerate(paths):
        as_of = LATEST - number * timedelta(days=TURNS + 1)  # no date is asked on two pages
        for label in PAGES[path]:
            small, large = measure(sides, path, label, as_of)
            figures = f"demo {small:5.0f} ms  national {large:5.0f} ms"
            charts = [side.page.locator(".js-plotly-plot").count() for side in sides]
            said = f"  charts {charts[0]} and {charts[1]}" if charts[0] != charts[1] else ""
            print(f"{path:14s} {label:11s} {figures}  ratio {large / small:.2f}{said}", flush=True)


def main() -> None:
    national, *paths = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        small = Path(folder) / "demo.duckdb"
        demo.build(small)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        sides = [Side(browser, path) for path in (small, Path(national).absolute())]
        try:
            report(sides, paths or list(PAGES))
        finally:
            for side in sides:
                side.server.close()


if __name__ == "__main__":
    main()
