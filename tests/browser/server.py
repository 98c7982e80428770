"""A real server, started as the README says, and what it takes to wait for its pages."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from bondgenoten import store

READY = "[data-testid=stApp][data-test-script-state=notRunning]"
PATIENCE = 30_000  # ms
PAGES = {
    "/": "Overzicht",
    "/norm": "Norm",
    "/frequentie": "Frequentie",
    "/themas": "Thema's",
    "/uitrol": "Uitrol",
    "/samenstelling": "Samenstelling",
    "/onrust": "Onrust",
    "/basisteam": "Basisteam",
    "/netwerk": "Netwerk",
    "/kwartaal": "Kwartaal",
    "/gegevens": "Gegevens",
    "/export": "Export",
    "/verantwoording": "Verantwoording",
}


@dataclass
class Server:
    """A running dashboard: its address, its register, and how many seconds it took to answer."""

    address: str
    register: Path
    process: subprocess.Popen[bytes]
    seconds: float

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)


def start(register: Path) -> Server:
    """Runs `streamlit run dashboard.py` on a free port and waits until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    streamlit = str(Path(sys.executable).with_name("streamlit"))
    env = os.environ | {
        "BONDGENOTEN_DATABASE": str(register),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    begun = time.monotonic()
    process = subprocess.Popen([streamlit, "run", "dashboard.py"], cwd=store.ROOT, env=env,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    while time.monotonic() - begun < 60:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return Server(address, register, process, time.monotonic() - begun)
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise AssertionError("the dashboard did not start")


def visit(page: Page, address: str) -> None:
    """Opens an address and waits until the page stands."""
    page.goto(address)
    settled(page)


def settled(page: Page) -> None:
    page.wait_for_selector(READY, timeout=PATIENCE)
    page.wait_for_timeout(400)
    page.wait_for_selector(READY, timeout=PATIENCE)
