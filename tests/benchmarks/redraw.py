"""How long a filter change takes to be redrawn in the browser, national against demo, in one run.

    PYTHONPATH=.:tests/browser python tests/benchmarks/redraw.py NATIONAL.duckdb [/ /norm ...]

Prints, for each page and kind of change, the median of both registers in milliseconds and their
ratio. It waits until a server has its figures of the last years ready, as one that runs for a day has.
Not a test: a machine is never judged by a clock.
"""

import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright
from server import READY, start, visit

from bondgenoten import demo

PAGES = ("/", "/norm")
TURNS = 7
WARM = 15  # seconds
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


def choose(page: Page, label: str, option: int) -> float:
    """Milliseconds from the click on an option to the page redrawn."""
    page.get_by_label(label, exact=False).first.click()
    chosen = page.get_by_role("option").nth(option)
    chosen.wait_for()
    page.evaluate(WATCH)
    chosen.click()
    return float(page.evaluate("() => window.redrawn"))


def measure(page: Page, address: str, path: str) -> dict[str, float]:
    """The median time of each kind of change on one page."""
    found = {}
    for label in ("Jaar", "District"):
        visit(page, address + path)
        page.wait_for_selector(READY)
        options = cycle(range(1, 9)) if label == "Jaar" else cycle((1, 2, 3, 0))
        found[label] = median([choose(page, label, next(options)) for _ in range(TURNS)])
    return found


def run(register: Path, paths: list[str]) -> dict[str, dict[str, float]]:
    server = start(register)
    time.sleep(WARM)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            return {path: measure(page, server.address, path) for path in paths}
    finally:
        server.close()


def main() -> None:
    national, *paths = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "demo.duckdb"
        demo.build(small)
        ours = run(small, paths or list(PAGES))
        theirs = run(Path(national).absolute(), paths or list(PAGES))
    for path, changes in ours.items():
        for label, demo_ms in changes.items():
            large_ms = theirs[path][label]
            figures = f"demo {demo_ms:5.0f} ms  national {large_ms:5.0f} ms"
            print(f"{path:16s} {label:10s} {figures}  ratio {large_ms / demo_ms:.2f}")


if __name__ == "__main__":
    main()
