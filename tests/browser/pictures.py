"""Takes the README's pictures of the real pages: PYTHONPATH=.:tests/browser python tests/browser/pictures.py"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from server import start, visit

from bondgenoten import store

FOLDER = store.ROOT / ".pictures"
PAGES = {
    "overzicht": "/",
    "norm": "/norm",
    "frequentie": "/frequentie",
    "themas": "/themas",
    "uitrol": "/uitrol",
    "samenstelling": "/samenstelling",
    "onrust": "/onrust",
    "basisteam": "/basisteam?team=lekpoort",
    "netwerk": "/netwerk?netwerk=UTN-01",
    "kwartaal": "/kwartaal?kwartaal=2026-Q2",
    "gegevens": "/gegevens?tab=kwaliteit",
    "export": "/export",
    "verantwoording": "/verantwoording",
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start(Path(folder) / "demo.duckdb")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        for name, address in PAGES.items():
            visit(page, server.address + address)
            page.wait_for_timeout(800)
            page.screenshot(path=FOLDER / f"{name}.png")
        server.close()


if __name__ == "__main__":
    main()
