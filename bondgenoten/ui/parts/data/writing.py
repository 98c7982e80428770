"""Who writes, and what a reader hears when a write is refused. Every write of the page ends here."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import streamlit as st

from bondgenoten import intake, store
from bondgenoten.intake import actors
from bondgenoten.intake.declining import Declined
from bondgenoten.intake.messages import message
from bondgenoten.language import Words
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element, link

Result = TypeVar("Result")
LONGEST_SAVE = 300.0  # seconds
UNREAD = 2.0  # seconds in which nobody has read what was saved


class Notice(NamedTuple):
    """What was done, and the address where it can be looked at."""

    text: str
    history: str | None = None


@dataclass
class _Visit:
    """What one visitor saved: the sentence that is to be shown, and how often."""

    notice: Notice | None = None
    saves: int = 0
    shown_at: float | None = None  # when the notice was first on a screen
    is_saving: bool = False


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


def unnamed(words: Words, actor: str | None) -> bool:
    """Whether nothing can be saved yet for want of a function; said beside the button."""
    if not actor:
        st.html(element("p", words("data.who.first"), class_="quiet"))
    return not actor


def _nothing(_: Any) -> None:
    """Of what is only looked at nothing is to be said."""


def attempt(
    words: Words,
    action: Callable[[], Result],
    said: Callable[[Result], Notice | None] = _nothing,
) -> Result | None:
    """Does it, or says why not; None then. What is to be said of it is kept for the next run.

    Streamlit may end a run at any call of it, on the next click of the visitor; between what is saved
    and what is said of it there is none.
    """
    visit = _visit()
    visit.is_saving = said is not _nothing
    try:
        result = action()
        if notice := said(result):
            visit.notice, visit.shown_at = notice, None
            visit.saves += 1
        return result
    except Declined as refusal:
        fault(refusal.said(words))
        return None
    except tuple(REFUSED) as refusal:
        known = next(REFUSED[kind] for kind in type(refusal).__mro__ if kind in REFUSED)
        fault(words(known))
        return None
    finally:
        visit.is_saving = False


def fault(text: str) -> None:
    """One sentence of what is wrong, where it is wrong; read out at once."""
    st.html(element("p", text, class_="fault", role="alert"))


def entered(page: Page, report: intake.Report, known: Collection[str] = ()) -> Notice | None:
    """What became of rows that were entered, and what to look at but for what is `known` already;
    None where they were refused or have to be asked about."""
    if report.refused or report.asked:
        return None
    history = page.link(page.address, tab="geschiedenis")
    return Notice(_saved(page.words, report, known), history)


def _saved(words: Words, report: intake.Report, known: Collection[str]) -> str:
    if not report.changes:
        return words("deliver.nothing")
    said = sentences.plural(words, "enter.saved", report.changes, batch=str(report.batch))
    odd = (message(problem, words.language) for problem in report.warnings)
    return " ".join([said, *(text for text in odd if text not in known)])


def said_done(words: Words) -> None:
    """What the last click did, and where it can be looked at; on whichever tab the visitor is, also
    where the next click came so soon that nobody has read it yet."""
    visit, now = _visit(), time.monotonic()
    if visit.is_saving:
        _wait(words, visit)
    if visit.shown_at is not None and now - visit.shown_at > UNREAD:
        visit.notice = None
    if visit.notice is None:
        return
    visit.shown_at = visit.shown_at or now
    text, history = visit.notice
    more = [" ", link(history, words("deliver.history"))] if history else None
    st.html(element("p", text, more, class_="done", role="status"))


def _wait(words: Words, visit: _Visit) -> None:
    """A click while something is being saved starts a run beside it: that one waits for the end."""
    with st.spinner(words("progress.save")):
        until = time.monotonic() + LONGEST_SAVE
        while visit.is_saving and time.monotonic() < until:
            time.sleep(0.1)
    visit.is_saving = False
    st.rerun()


def saves() -> int:
    """How often this visitor has saved: what was typed for one save is not there for the next."""
    return _visit().saves


def _visit() -> _Visit:
    visit: _Visit = st.session_state.setdefault("writing", _Visit())
    return visit
