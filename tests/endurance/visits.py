"""What goes wrong around a delivery in a real browser: the server killed while it saves, two visitors at
once, a file that is too large, a connection lost half-way, and no mouse.

Run: PYTHONPATH=.:tests:tests/browser python tests/endurance/visits.py [name ...]
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cast import T
from keyboard import by_hand, keyboard
from playwright.sync_api import Browser, expect, sync_playwright
from secretary import HEAD, delivery, drop, file, meetings, prepared, save, say_who, two
from server import PATIENCE, Server, start, visit

from bondgenoten import doctor, store

MANY = 20_000  # rows: a save that lasts long enough to be killed in
KILLS = 5


def killed(browser: Browser, first: Server) -> None:
    """Old or new, whole; and after a restart the page says which."""
    chance, saved, register = random.Random(2015), 0, first.register
    for turn in range(KILLS):
        server, page = start(register), browser.new_page()
        before = meetings(register)
        say_who(page, server)
        drop(page, f"keer-{turn}.csv", delivery(f"W{turn}", MANY))
        save(page)
        time.sleep(chance.random() * 4)
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        stands = meetings(register)
        assert stands in (before, before + MANY), (before, stands)
        assert all(finding.is_sound is not False for finding in doctor.examine(register, T))
        again = start(register)
        visit(page, f"{again.address}/gegevens")
        expect(page.get_by_text(f"keer-{turn}.csv")).to_have_count(int(stands > before))
        saved += stands > before
        page.close()
        again.close()
    print(
        f"killed while saving {KILLS} times: {saved} saved, {KILLS - saved} not, and each said so"
    )


def large(browser: Browser, server: Server) -> None:
    """Over the limit is said at once; just below it is read and refused for its rows."""
    page = browser.new_page()
    say_who(page, server)
    row = b"\nW0,2019-01-02,held"
    with tempfile.TemporaryDirectory() as folder:
        for size, said in ((201, "groter dan 200 MB"), (190, "meer dan 1 miljoen rijen")):
            path = Path(folder) / f"groot-{size}.csv"
            path.write_bytes(HEAD.encode() + row * (size * 1024**2 // len(row)))
            begun = time.monotonic()
            page.set_input_files("input[type=file]", str(path))
            expect(page.get_by_text(said).first).to_be_visible(timeout=120_000)
            peak = Path(f"/proc/{server.process.pid}/status").read_text("ascii")
            high = int(peak.partition("VmHWM:")[2].split()[0]) // 1024
            print(f"{size} MB: “{said}” after {time.monotonic() - begun:.1f} s; server {high} MB")
    page.close()


def lost(browser: Browser, server: Server) -> None:
    """The connection goes while a file is checked: nothing is left, and it can be sent again."""
    context = browser.new_context()
    page, before = context.new_page(), store.version(server.register)
    say_who(page, server)
    page.set_input_files("input[type=file]", [file("weg.csv", delivery("W7", MANY))])
    context.set_offline(True)
    page.close()
    context.close()
    time.sleep(3)
    assert store.version(server.register) == before
    page = browser.new_page()
    say_who(page, server)
    expect(page.get_by_text("weg.csv")).to_have_count(0)
    drop(page, "weg.csv", delivery("W7", 10))
    save(page)
    expect(page.get_by_text("als aanlevering")).to_be_visible(timeout=PATIENCE)
    page.close()
    print("connection lost: no trace, and the second time it came in")


PLAYS: tuple[Callable[[Browser, Server], None], ...] = (
    killed, two, large, lost, keyboard, by_hand,
)  # fmt: skip


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        path = Path(place) / "register.duckdb"
        prepared(path)
        chromium = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for act in PLAYS:
            if act.__name__ in (sys.argv[1:] or act.__name__):
                server = start(path)
                act(chromium, server)
                server.close()
        chromium.close()
