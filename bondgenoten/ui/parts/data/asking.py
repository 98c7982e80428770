"""Questions put to a basisteam about a network or a meeting, and which of them are answered."""

from datetime import date

import streamlit as st

from bondgenoten import intake, store
from bondgenoten.answers import Row, records
from bondgenoten.intake import asking
from bondgenoten.language import Words
from bondgenoten.palette import MARKS, Mark
from bondgenoten.ui import filterbar, sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts import naming
from bondgenoten.ui.parts.basisteam import network_link
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import writing
from bondgenoten.ui.parts.data.batches import when
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.table import Column, page_of, table

STATES: dict[str, Mark] = {
    "answered": MARKS["MET"],
    "waiting": MARKS["BEHIND_BUT_PLANNED"],
    "withdrawn": MARKS["NOT_ASSESSABLE"],
}


def questions(page: Page) -> None:
    """What was asked, then a form for the next question."""
    say, f = page.words, page.filters
    frame = intake.put_questions(
        store.reader(page.register.path),
        page.register.as_of,
        district=f.district,
        basisteam=f.basisteam,
    )
    rows = records(frame)
    open_ones = [row for row in rows if _state(row) == "waiting"]
    counted = sentences.plural(say, "asking.open", len(open_ones)) if rows else say("asking.none")
    st.html(heading(say("asking.title"), counted))
    if rows:
        shown = page_of(say, len(rows), f"page-asked-{f.basisteam}")
        st.html(table(say("asking.title"), _columns(page), rows[shown], is_stacked=True))
    actor = writing.who(page)
    _ask(page, actor)
    if open_ones:
        _withdraw(page, open_ones, actor)


def _state(row: Row) -> str:
    return "withdrawn" if row["is_withdrawn"] else "answered" if row["is_answered"] else "waiting"


def _columns(page: Page) -> list[Column]:
    say = page.words
    return [
        Column(say("filter.network"), lambda row: network_link(page, row), is_name=True),
        Column(say("asking.about"), lambda row: _about(say, row["date"])),
        Column(say("asking.question"), lambda row: _asked(say, row), is_long=True),
        Column(say("asking.state"), lambda row: _answered(say, row)),
    ]


def _about(say: Words, day: date | None) -> str:
    return say.long_date(day) if day else say("versions.network")


def _asked(say: Words, row: Row) -> Safe:
    by = f"{when(say, row['asked_at'])} · {row['asked_by'] or say('history.nobody')}"
    return join(row["question"], element("small", by))


def _answered(say: Words, row: Row) -> Safe:
    state = _state(row)
    said = marked(STATES[state], say(f"asking.{state}"))
    if state != "answered" or not row["answered_by"]:
        return said
    return join(said, element("small", say("asking.by", batch=row["answered_by"])))


def _ask(page: Page, actor: str | None) -> None:
    """The network stands in the address; the question is about it or about one meeting."""
    say = page.words
    st.html(heading(say("asking.put"), say("asking.text"), "h3"))
    with st.container(key="filters-asking"):
        filterbar.network(say, page.filters, page.register)
    network_id = page.filters.network_id
    if network_id is None:
        return
    rows = records(page.register.table("meetings", network_id, page.register.as_of))
    days = [row["date"] for row in reversed(rows)]
    # A new key after each save empties the form; what was refused stays in it.
    key = f"ask-{network_id}-{writing.saves()}"
    with st.form(key):
        day = st.selectbox(
            say("asking.about"), [None, *days], format_func=lambda day: _about(say, day)
        )
        text = st.text_input(say("asking.question"), key=f"{key}-text", max_chars=asking.LONGEST)
        naming.question(say, key)
        is_barred = writing.unnamed(say, actor)
        is_asked = st.form_submit_button(say("asking.button"), disabled=is_barred)
    if not (is_asked and actor):
        return
    register = page.register
    naming.ask_first(register.path, key, text)
    number = writing.attempt(
        say,
        lambda: intake.put_question(
            register.path, network_id, day, text, as_of=register.as_of, actor=actor
        ),
        lambda _: writing.Notice(say("asking.done")),
    )
    if number:
        st.rerun()


def _withdraw(page: Page, rows: list[Row], actor: str | None) -> None:
    """A question that was put by mistake is taken back by hand."""
    say = page.words
    by_number = {row["question_id"]: row for row in rows}
    with st.expander(say("asking.withdraw.title")):
        chosen = st.selectbox(
            say("asking.withdraw.which"),
            list(by_number),
            format_func=lambda number: by_number[number]["question"][:80],
        )
        is_barred = writing.unnamed(say, actor)
        is_asked = st.button(say("asking.withdraw.button"), key="withdraw", disabled=is_barred)
    if not (is_asked and actor):
        return
    done = writing.attempt(
        say,
        lambda: _take_back(page, int(chosen), actor),
        lambda _: writing.Notice(say("asking.withdraw.done")),
    )
    if done:
        st.rerun()


def _take_back(page: Page, number: int, actor: str) -> bool:
    register = page.register
    intake.withdraw_question(register.path, number, as_of=register.as_of, actor=actor)
    return True
