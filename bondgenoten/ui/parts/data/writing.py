"""Who writes, and what a reader hears when a write is refused. Every write of the page ends here."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from bondgenoten import intake, store
from bondgenoten.intake import actors
from bondgenoten.language import Words
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element, link

Result = TypeVar("Result")
REFUSED: dict[type[Exception], str] = {
    store.Busy: "data.refused.busy",
    store.Missing: "data.refused.damaged",
    store.Damaged: "data.refused.damaged",
    intake.DemoRegister: "data.refused.demo",
    intake.Changed: "data.refused.changed",
    intake.NotAFunction: "data.refused.who",
    OSError: "data.refused.disk",
}


def who(page: Page) -> str | None:
    """The function that delivers, kept for this visit; None, and said why, where it is no function."""
    say = page.words
    # A widget forgets what was typed once its tab is left.
    st.session_state["who"] = st.session_state.get("said_who", "")
    said = st.text_input(
        say("data.who"),
        key="who",
        max_chars=actors.LONGEST,
        placeholder=say("data.who.example"),
        on_change=_keep,
        width=420,
    )
    st.html(element("p", say("data.who.help"), class_="quiet"))
    try:
        return actors.function(said or "") if said else None
    except intake.NotAFunction:
        fault(say("data.refused.who"))
        return None


def _keep() -> None:
    st.session_state["said_who"] = st.session_state["who"]


def attempt(words: Words, action: Callable[[], Result]) -> Result | None:
    """Does it, or says why not; None then."""
    try:
        return action()
    except tuple(REFUSED) as refusal:
        known = next(REFUSED[kind] for kind in type(refusal).__mro__ if kind in REFUSED)
        fault(words(known))
        return None


def fault(text: str) -> None:
    """One sentence of what is wrong, where it is wrong; read out at once."""
    st.html(element("p", text, class_="fault", role="alert"))


def done(text: str, history: str | None = None) -> None:
    """Keeps a sentence for the next run, which begins with the new version of the register."""
    st.session_state["said_done"] = (text, history)
    st.rerun()


def said_done(words: Words) -> None:
    """What the last click did, and where it can be looked at."""
    text, history = st.session_state.pop("said_done", (None, None))
    if text:
        more = [" ", link(history, words("deliver.history"))] if history else None
        st.html(element("p", text, more, class_="done", role="status"))
