"""A real Chromium for the dashboard, and a server with the demo."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from server import Server, start

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests are skipped, but never where a change is judged."""
    if CHROMIUM is None and not os.environ.get("CI"):
        reason = "no Chromium found: apt-get install chromium"
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    assert CHROMIUM, "no Chromium found: apt-get install chromium"
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    return {"executable_path": CHROMIUM, "args": quiet}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard that finds no register, and so makes the demo."""
    server = start(tmp_path_factory.mktemp("demo") / "register.duckdb")
    yield server
    server.close()
