"""The head of the page and its tabs: links, so that the choice lives in the URL."""

import streamlit as st

from bondgenoten.ui.filters import TABS
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element, link
from bondgenoten.ui.parts.answer import title

TABS_THAT_SAVE = TABS[:3]
COMMANDS = (
    "python -m bondgenoten --database data/register.duckdb init --empty",
    "BONDGENOTEN_DATABASE=data/register.duckdb streamlit run dashboard.py",
)


def headline(page: Page) -> None:
    say = page.words
    title(page, page.register.unit, say("data.question"), say("data.lead"))


def tabs(page: Page) -> None:
    """One link a tab; the one that is open is said to be."""
    say = page.words
    links = [
        link(
            page.link(page.address, tab=tab),
            say(f"data.tab.{tab}"),
            aria_current="page" if tab == page.filters.tab else None,
        )
        for tab in TABS
    ]
    items = [element("li", one) for one in links]
    st.html(element("nav", element("ul", items), aria_label=say("data.tabs"), class_="tabs"))


def demo(page: Page) -> None:
    """Demo data and real data never mix: how to begin with an empty register."""
    if not page.register.is_demo or page.filters.tab not in TABS_THAT_SAVE:
        return
    say = page.words
    st.html(
        element(
            "aside",
            element("p", element("strong", say("data.demo.title")), " ", say("data.demo.text")),
            [element("pre", command, tabindex="0") for command in COMMANDS],
            class_="advice",
            aria_label=say("data.demo.title"),
        )
    )
