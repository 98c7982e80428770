"""Who writes, and what a reader hears when a write is refused. Every write of the page ends here."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from bondgenoten import intake, store
from bondgenoten.intake import actors
from bondgenoten.intake.messages import message
from bondgenoten.language import Words
from bondgenoten.ui import sentences
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
# Refusals that say themselves why, under a code.
CODED: dict[type[Exception], str] = {
    intake.NotPlanned: "entry",
    intake.NotUndoable: "undo",
    intake.NotPut: "asking",
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
    except (intake.NotPlanned, intake.NotUndoable, intake.NotPut) as refusal:
        room = CODED[type(refusal)]
        fault(words(f"{room}.{refusal.code}", **_spoken(words, refusal.values)))
        return None
    except tuple(REFUSED) as refusal:
        known = next(REFUSED[kind] for kind in type(refusal).__mro__ if kind in REFUSED)
        fault(words(known))
        return None


def _spoken(words: Words, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a refusal as its sentence takes them."""
    said = {n: words.date(v) if isinstance(v, date) else v for n, v in values.items()}
    if "personal" in said:
        said["personal"] = words(f"personal.{said['personal']}")
    return said


def fault(text: str) -> None:
    """One sentence of what is wrong, where it is wrong; read out at once."""
    st.html(element("p", text, class_="fault", role="alert"))


def done(text: str, history: str | None = None) -> None:
    """Keeps a sentence for the next run, which begins with the new version of the register."""
    st.session_state["said_done"] = (text, history)
    st.rerun()


def told(page: Page, report: intake.Report) -> None:
    """What became of rows that were entered: saved and what to look at, or why not."""
    say = page.words
    if report.refused:
        fault(" ".join(message(problem, say.language) for problem in report.errors))
        return
    done(saved(say, report), page.link(page.address, tab="geschiedenis"))


def saved(words: Words, report: intake.Report) -> str:
    if not report.changes:
        return words("deliver.nothing")
    said = sentences.plural(words, "enter.saved", report.changes, batch=str(report.batch))
    return " ".join([said, *(message(problem, words.language) for problem in report.warnings)])


def said_done(words: Words) -> None:
    """What the last click did, and where it can be looked at."""
    text, history = st.session_state.pop("said_done", (None, None))
    if text:
        more = [" ", link(history, words("deliver.history"))] if history else None
        st.html(element("p", text, more, class_="done", role="status"))
