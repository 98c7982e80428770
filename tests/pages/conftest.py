"""What page tests share: registers to look at, and the dashboard run on one of them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from cast import Made, T, confirmation, fill, meetings, network
from plotly.graph_objects import Figure
from streamlit.components.v2 import manifest_scanner
from streamlit.navigation.page import StreamlitPage
from streamlit.testing.v1 import AppTest
from visits import MAIN, Visit

from bondgenoten.charts import Drawn


@pytest.fixture(autouse=True)
def fresh_caches() -> Iterator[None]:
    """Caches outlive a test; the next one must not see this one's register."""
    yield
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(autouse=True)
def figures_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plotly checks every figure that a page draws, as `Drawn` spares a visitor."""
    as_it_is = Drawn.to_dict

    def checked(drawn: Drawn) -> dict[str, Any]:
        Figure(as_it_is(drawn))
        return as_it_is(drawn)

    monkeypatch.setattr(Drawn, "to_dict", checked)


@pytest.fixture(scope="session", autouse=True)
def components_sought_once() -> Iterator[None]:
    """Streamlit reads the metadata of every installed package for each visit; once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner,
            "scan_component_manifests",
            cache(manifest_scanner.scan_component_manifests),
        )
        yield


def _amber(register: Path) -> None:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    fill(
        register,
        networks=[network("AMBER", name="Amber")],
        meetings=meetings("AMBER", "held", *days),
        confirmations=[confirmation()],
    )


@pytest.fixture
def one_network(made: Made) -> Path:
    """A register with Amber alone, which met five times this year."""
    return made(_amber)


def _register_pages(at: AppTest) -> None:
    """A page can only be gone to after a run: one that shows none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StreamlitPage, "run", lambda page: None)
        at.run()


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Opens a page of the dashboard on a register, with the parameters of its address."""
    monkeypatch.setattr("bondgenoten.ui.data.today", lambda: T)

    def go(register: Path, page: str = "overview", **parameters: Any) -> AppTest:
        monkeypatch.setenv("BONDGENOTEN_DATABASE", str(register))
        at = AppTest.from_file(str(MAIN), default_timeout=30)
        if page != "overview":
            _register_pages(at)
            at.switch_page(f"../../pages/{page}.py")
        for name, value in parameters.items():
            at.query_params[name] = str(value)
        return at.run()

    return go
