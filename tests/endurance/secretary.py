"""What a secretary does on the page Gegevens in a real browser, as visits.py and keyboard.py use it."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect
from server import PATIENCE, Server, settled, visit

from bondgenoten import store

WHO = "Secretaris basisteam Lekpoort"
HEAD = "network_id,date,status"


def delivery(network_id: str, rows: int, year: int = 1950) -> bytes:
    days = (date.fromordinal(date(year, 1, 1).toordinal() + n) for n in range(rows))
    return "\n".join([HEAD, *(f"{network_id},{day},held" for day in days)]).encode()


def file(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def say_who(page: Page, server: Server) -> None:
    visit(page, f"{server.address}/gegevens")
    page.get_by_label("Uw functie").fill(WHO)
    page.get_by_label("Uw functie").press("Enter")
    settled(page)


def drop(page: Page, name: str, content: bytes) -> None:
    page.set_input_files("input[type=file]", [file(name, content)])
    expect(page.get_by_role("heading", name="Wat u aanlevert")).to_be_visible(timeout=4 * PATIENCE)
    settled(page)


def save(page: Page) -> None:
    page.get_by_role("button", name="opslaan").first.click()


def meetings(register: Path) -> int:
    asked = "select count(*) from register.meetings where superseded_at is null"
    with store.reading(register) as connection:
        return int(connection.rows(asked)[0][0])
