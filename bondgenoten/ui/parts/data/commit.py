"""The effect before the commit, and the one click that saves a delivery."""

import streamlit as st

from bondgenoten import intake
from bondgenoten.ui import sentences
from bondgenoten.ui.delivery import Delivery
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import corrected, effects, pace, writing


def commit(page: Page, delivery: Delivery, actor: str | None) -> None:
    """What saving would do, then the button; or why there is nothing to save."""
    say, checked = page.words, delivery.checked
    assert checked
    report = checked.report
    if report.errors:
        _accept(page, delivery)
    if report.refused:
        _leave(page)
        return
    if not report.changes:
        st.html(element("p", say("deliver.nothing"), class_="done", role="status"))
        _leave(page)
        return
    if page.register.is_demo:
        st.html(element("p", say("deliver.demo")))
        _leave(page)
        return
    if delivery.is_changed:
        writing.fault(say("data.refused.changed"))
    st.html(heading(say("effect.title"), say("effect.text")))
    st.html(effects.effects(say, checked.effects))
    corrected.rows(page, checked.corrections)
    _ask(page, delivery, actor)


def _accept(page: Page, delivery: Delivery) -> None:
    """Only the good rows: a choice, and never the one that stands there first."""
    assert delivery.checked
    say, report = page.words, delivery.checked.report
    if not report.changes and not delivery.accept_valid:
        return
    st.session_state["accept"] = delivery.accept_valid
    st.checkbox(
        sentences.plural(say, "deliver.accept", report.changes),
        key="accept",
        on_change=lambda: delivery.accept(st.session_state["accept"]),
    )
    st.html(element("p", say("deliver.accept.help"), class_="quiet"))


def _ask(page: Page, delivery: Delivery, actor: str | None) -> None:
    assert delivery.checked
    say, changes = page.words, delivery.checked.report.changes
    is_barred = writing.unnamed(say, actor)
    with st.container(horizontal=True, key="save-or-leave"):
        label = sentences.plural(say, "deliver.save", changes)
        st.button(label, type="primary", key="save", on_click=delivery.ask, disabled=is_barred)
        st.button(say("deliver.leave"), key="leave", on_click=let_go)


def save(page: Page, delivery: Delivery, actor: str) -> None:
    """Saves what was shown, with nothing of the dry run on the screen any more."""
    say = page.words
    with pace.shown(say) as progress:
        report = writing.attempt(
            say,
            lambda: delivery.save(page.register, actor, progress),
            lambda report: _said(page, report),
        )
    if report or delivery.is_changed:
        st.rerun()


def _said(page: Page, report: intake.Report) -> writing.Notice:
    text = sentences.plural(page.words, "deliver.saved", report.changes, batch=str(report.batch))
    return writing.Notice(text, page.link(page.address, tab="geschiedenis"))


def _leave(page: Page) -> None:
    st.button(page.words("deliver.leave"), key="leave", on_click=let_go)


def let_go() -> None:
    """Forgets the delivery; nothing of it is left."""
    st.session_state.pop("delivery", None)
