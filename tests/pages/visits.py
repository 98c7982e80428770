"""The dashboard's pages as tests name them, and what stands on one."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from bondgenoten import store

MAIN = store.ROOT / "bondgenoten" / "ui" / "app.py"
PAGES = (
    "overview",
    "norm",
    "frequency",
    "themes",
    "rollout",
    "composition",
    "unrest",
    "basisteam",
    "network",
    "quarter",
    "data",
    "export",
    "definitions",
)
Visit = Callable[..., AppTest]


def text_of(at: AppTest) -> str:
    """All our own HTML of a page, as one text."""
    return "\n".join(block.value for block in at.html)
