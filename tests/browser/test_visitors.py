"""Two secretaries at once, and one without a mouse; longer visits are in tests/endurance/visits.py."""

from collections.abc import Iterator

import pytest
from keyboard import by_hand
from playwright.sync_api import Browser
from secretary import prepared, two
from server import Server, start


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard on a register of networks without meetings."""
    path = tmp_path_factory.mktemp("visitors") / "register.duckdb"
    prepared(path)
    server = start(path)
    yield server
    server.close()


def test_the_second_of_two_is_told_of_the_change_and_saves_what_is_left(
    browser: Browser, networks: Server
) -> None:
    two(browser, networks)


def test_a_meeting_is_typed_refused_mended_saved_and_undone_by_keyboard(
    browser: Browser, networks: Server
) -> None:
    by_hand(browser, networks)
