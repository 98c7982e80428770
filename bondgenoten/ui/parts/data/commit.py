"""The effect before the commit, and the one click that saves a delivery."""

import streamlit as st

from bondgenoten import intake
from bondgenoten.ui import sentences
from bondgenoten.ui.delivery import Delivery
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import effects, writing


def commit(page: Page, delivery: Delivery, actor: str | None, is_seen: bool) -> None:
    """What saving would do, then the button; or why there is nothing to save.

    A click counts only where the visitor had seen this very dry run when it was made.
    """
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
    if _asked(page, delivery) and is_seen:
        _save(page, delivery, actor)


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


def _asked(page: Page, delivery: Delivery) -> bool:
    assert delivery.checked
    say, changes = page.words, delivery.checked.report.changes
    with st.container(horizontal=True, key="save-or-leave"):
        label = sentences.plural(say, "deliver.save", changes)
        is_asked = st.button(label, type="primary", key="save")
        st.button(say("deliver.leave"), key="leave", on_click=let_go)
    return is_asked


def _save(page: Page, delivery: Delivery, actor: str | None) -> None:
    say = page.words
    if not actor:
        writing.fault(say("data.refused.who_missing"))
        return
    with st.spinner(say("progress.save")):
        report = writing.attempt(say, lambda: _saved(page, delivery, actor))
    if report:
        writing.done(
            sentences.plural(say, "deliver.saved", report.changes, batch=str(report.batch)),
            page.link(page.address, tab="geschiedenis"),
        )
    if delivery.is_changed:
        st.rerun()


def _saved(page: Page, delivery: Delivery, actor: str) -> intake.Report:
    """Once it is saved the files are held nowhere: not here, and they never were on a disk of ours."""
    try:
        report = delivery.save(page.register, actor)
    except intake.Changed:
        delivery.checked, delivery.is_changed = None, True
        raise
    let_go()
    return report


def _leave(page: Page) -> None:
    st.button(page.words("deliver.leave"), key="leave", on_click=let_go)


def let_go() -> None:
    """Forgets the delivery; nothing of it is left."""
    st.session_state.pop("delivery", None)
