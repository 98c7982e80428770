"""Decisions of a review, and closing its quarter: the only parts of the page that write."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from textwrap import shorten

import streamlit as st

from bondgenoten import reviews, store
from bondgenoten.answers import Row
from bondgenoten.intake import privacy
from bondgenoten.language import Words
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import as_written, element
from bondgenoten.ui.parts import naming
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.table import Column, table
from bondgenoten.ui.review import Review

FINISHED = "decisions-finished"  # by this visitor
SAVED = "decisions-saved"  # how many, by this visitor


def still_open(page: Page, review: Review) -> None:
    """The review opens with what was decided before and is not done.

    What this visitor marked as done stays as long as the visit, so that a slip can be mended.
    """
    rows = review.still_open(also=st.session_state.get(FINISHED, ()))
    if rows:
        _list(page, review, rows, "decisions.open")


def of_quarter(page: Page, review: Review) -> None:
    """What was decided in this review, and a form for the next decision."""
    rows = review.decisions()
    say = page.words
    if rows:
        _list(page, review, rows, "decisions.made")
    else:
        st.html(heading(say("decisions.made"), say("decisions.none")))
    _form(page, review)


def close(page: Page, review: Review) -> None:
    """Freezes the figures of the quarter, after a second question."""
    say = page.words
    if review.is_closed:
        return
    st.html(heading(say("close.title"), say("close.text")))
    sure = st.checkbox(say("close.sure"), key=f"sure-{review.quarter}")
    if st.button(
        say("close.button"), disabled=not sure, key=f"close-{review.quarter}", type="primary"
    ):
        _write(say, lambda: _close(review))


def _list(page: Page, review: Review, rows: list[Row], title: str) -> None:
    say = page.words
    columns = [
        Column(say("decisions.decision"), lambda row: row["decision"], is_name=True, is_long=True),
        Column(say("decisions.actor"), lambda row: say(f"actor.{row['actor']}")),
        Column(say("decisions.due"), lambda row: say.date(row["due_on"])),
        Column(say("decisions.done"), lambda row: _done(say, row)),
    ]
    st.html(heading(say(title), say("decisions.subtitle")))
    st.html(table(say(title), columns, rows, is_stacked=True))
    for row in rows:
        change, name = (_reopen, "reopen") if row["done_on"] else (_finish, "finish")
        label = say(
            f"decisions.{name}", decision=as_written(shorten(row["decision"], 60, placeholder="…"))
        )
        if st.button(label, key=f"{name}-{row['decision_id']}"):
            _write(say, partial(change, review, row["decision_id"]))


def _done(say: Words, row: Row) -> str:
    return say.date(row["done_on"]) if row["done_on"] else say("decisions.not_done")


def _form(page: Page, review: Review) -> None:
    """A fresh form once a decision is saved; one that is refused keeps what was written."""
    say = page.words
    key = f"decision-{review.quarter}-{st.session_state.get(SAVED, 0)}"
    with st.form(key):
        # Not max_chars: the browser then drops a longer text on pasting, without a word.
        text = st.text_input(say("decisions.new", most=reviews.LONGEST), key=f"{key}-text")
        naming.question(say, key)
        named = {code: say(f"actor.{code}") for code in reviews.ACTORS}
        # Only to be chosen: what is typed beside the list would stay in sight and not be saved.
        actor = st.selectbox(
            say("decisions.actor"), list(named), format_func=named.__getitem__, filter_mode=None
        )
        due = st.date_input(say("decisions.due"), value=page.filters.as_of, format="DD-MM-YYYY")
        if st.form_submit_button(say("decisions.add")):
            _add(say, review, key, reviews.one_line(text), actor, due)


def _add(say: Words, review: Review, key: str, text: str, actor: str, due: date) -> None:
    refused = None
    if not text:
        refused = say("decisions.empty")
    elif len(text) > reviews.LONGEST:
        refused = say("decisions.too_long", most=reviews.LONGEST, number=say.number(len(text)))
    elif privacy.personal(text):
        refused = say("decisions.personal")
    if refused:
        st.html(element("p", refused, class_="notice", role="status"))
    else:
        naming.ask_first(review.path, key, text)
        _write(say, lambda: _decide(review, text, actor, due))


def _decide(review: Review, text: str, actor: str, due: date) -> None:
    reviews.decide(review.path, review.quarter, text, actor, due, _now())
    st.session_state[SAVED] = st.session_state.get(SAVED, 0) + 1


def _close(review: Review) -> object:
    return reviews.close(review.path, review.quarter, as_of=review.as_of, closed_at=_now())


def _finish(review: Review, number: int) -> None:
    reviews.finish(review.path, number, review.as_of, _now())
    st.session_state[FINISHED] = {*st.session_state.get(FINISHED, ()), number}


def _reopen(review: Review, number: int) -> None:
    reviews.reopen(review.path, number, _now())


def _write(say: Words, action: Callable[[], object]) -> None:
    try:
        action()
    except store.Busy:
        st.html(element("p", say("frame.busy.text", path=""), class_="notice", role="status"))
        return
    except (reviews.AlreadyClosed, reviews.NotOver, KeyError):
        st.html(element("p", say("close.refused"), class_="notice", role="status"))
        return
    st.rerun()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
