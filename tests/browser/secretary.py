"""What a secretary does on the page Gegevens in a real browser, shared by tests and endurance."""

from datetime import date
from pathlib import Path

from cast import RECORDED_AT, T, confirmation, fill, network
from playwright.sync_api import Browser, Page, expect
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


def prepared(register: Path) -> None:
    """An empty register with ten networks that are old enough."""
    store.create(register, kind="real", as_of=T, recorded_at=RECORDED_AT)
    networks = [network(f"W{n}", started_on=date(1950, 1, 1)) for n in range(10)]
    fill(register, networks=networks, confirmations=[confirmation()])


def two(browser: Browser, server: Server) -> None:
    """The second is told of the change, sees what is left to save, and saves that."""
    one, other = (browser.new_page() for _ in range(2))
    before = meetings(server.register)
    for page, name in ((one, "een.csv"), (other, "twee.csv")):
        say_who(page, server)
        drop(page, name, delivery("W8" if page is one else "W9", 50))
    save(one)
    expect(one.get_by_text("als aanlevering")).to_be_visible(timeout=PATIENCE)
    save(other)
    expect(other.get_by_text("intussen door iemand anders gewijzigd")).to_be_visible(
        timeout=PATIENCE
    )
    settled(other)
    assert meetings(server.register) == before + 50
    save(other)
    expect(other.get_by_text("als aanlevering")).to_be_visible(timeout=PATIENCE)
    assert meetings(server.register) == before + 100
    one.close()
    other.close()
    print("two at once: the second was told, and saved what was left")
