"""Aanleveren: files in, what is wrong beside the cell, what will change, and only then saved."""

from io import BytesIO

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from bondgenoten.intake import limits
from bondgenoten.intake.template import template
from bondgenoten.ui.delivery import Delivery
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import batches, commit, copies, faults, sums, writing


def deliver(page: Page) -> None:
    """The whole way of a delivery, as far as it has come."""
    actor = writing.who(page)
    _drop(page)
    delivery = _delivery()
    if delivery is None:
        batches.last(page)
        _template(page)
        return
    place = st.empty()
    if not delivery.is_seen(page.register):
        delivery.is_changed = delivery.is_changed or delivery.checked is not None
        _check(page, delivery, place)
    elif delivery.taken_ask() and actor:
        st.empty()  # in the place of the dry run, which leaves the screen at once
        commit.save(page, delivery, actor)
    if delivery.checked:
        with st.container(key="dry-run"):
            _result(page, delivery, actor)


def _delivery() -> Delivery | None:
    """What is being delivered; nothing once it is saved."""
    delivery: Delivery | None = st.session_state.get("delivery")
    if delivery and delivery.is_saved:
        commit.let_go()
        return None
    return delivery


def _result(page: Page, delivery: Delivery, actor: str | None) -> None:
    say = page.words
    st.html(heading(say("deliver.result"), say("deliver.result.text")))
    sums.files(page, delivery)
    sums.mended(page, delivery)
    copies.copies(page, delivery)
    faults.problems(page, delivery)
    faults.waiting(page, delivery)
    commit.commit(page, delivery, actor)


def _drop(page: Page) -> None:
    """A new drop takes the place of the one before; the widget itself keeps nothing."""
    say = page.words
    number = st.session_state.setdefault("drops", 0)
    is_next = _delivery() is not None
    st.file_uploader(
        say("deliver.drop.next" if is_next else "deliver.drop"),
        accept_multiple_files=True,
        key=f"drop-{number}",
        on_change=_taken,
        args=(f"drop-{number}",),
        max_upload_size=limits.LARGEST // limits.MB,
    )
    st.html(element("p", say("deliver.drop.help"), class_="quiet"))


def _taken(key: str) -> None:
    files = st.session_state[key]
    if files:
        st.session_state["delivery"] = Delivery(tuple((f.name, f.getvalue()) for f in files))
        st.session_state["drops"] += 1


def _check(page: Page, delivery: Delivery, place: DeltaGenerator) -> None:
    """The dry run, with how far it is. A click on the way ends it there: nothing was written."""
    say = page.words
    with place.container(key="checking"):
        bar = st.progress(0.0, text=say("progress.read"))
        st.button(say("deliver.cancel"), key="cancel", on_click=commit.let_go)

        def progress(phase: str, fraction: float) -> None:
            bar.progress(min(fraction, 1.0), text=say(f"progress.{phase}"))

        writing.attempt(say, lambda: delivery.check(page.register, progress))
    if delivery.checked:
        place.empty()


def _template(page: Page) -> None:
    say = page.words
    st.html(heading(say("deliver.template"), say("deliver.template.text"), "h2"))
    st.download_button(
        say("deliver.template.button"),
        data=_workbook,
        file_name="opgave.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key="template",
        on_click="ignore",
        icon=":material/download:",
    )


def _workbook() -> bytes:
    held = BytesIO()
    template(held)
    return held.getvalue()
