"""What a basisteam's data leave open: its confirmations by quarter, and questions on its rows."""

from collections import Counter

import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.palette import REPORTING
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element
from bondgenoten.ui.parts.basisteam import network_link
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.table import OF_A_TEAM, Column, page_of, table

QUARTERS = 8
QUESTIONS = ("NEVER_CONFIRMED", "NO_THEME", "HELD_IN_PAUSE", "MORE_THAN_TEN")


def reporting(page: Page) -> None:
    """The last quarters, the newest first: on time, late, missing, or not yet due."""
    say, f = page.words, page.filters
    frame = f.scope.of(page.register.reported(f.as_of))
    rows = records(frame)[: -QUARTERS - 1 : -1]
    if not rows:
        return
    on_time = sum(bool(row["is_on_time"]) for row in rows)
    name = say("basisteam.reporting.title")
    counted = sentences.count(say, on_time, len(rows))
    st.html(heading(name, say("basisteam.reporting.subtitle", counted=counted)))
    columns = (
        Column(
            say("column.quarter"), lambda row: sentences.quarter(say, row["quarter"]), is_name=True
        ),
        Column(say("basisteam.column.reporting"), lambda row: _came_in(page, row)),
        Column(say("column.deadline"), lambda row: say.date(row["deadline"]), is_number=True),
        Column(
            say("column.first_covering_on"),
            lambda row: sentences.day(say, row["first_covering_on"]),
            is_number=True,
        ),
    )
    st.html(table(name, columns, rows))
    below(say, "reporting", say("metric.reporting.definition"), lambda: csv.machine(frame))


def came_in(row: Row) -> str:
    """ON_TIME, LATE, MISSING, or NOT_DUE while the deadline has not passed."""
    if row["is_complete"]:
        return "ON_TIME" if row["is_on_time"] else "LATE"
    return "MISSING" if row["is_due"] else "NOT_DUE"


def _came_in(page: Page, row: Row) -> str:
    code = came_in(row)
    return marked(REPORTING[code], page.words(f"code.{code}"))


def questions(page: Page) -> None:
    """How many rows ask for an answer, by question; then the rows, a page at a time."""
    say, f = page.words, page.filters
    frame = f.scope.of(page.register.figures("questions", f.as_of, basisteam=page.only_team))
    counts = Counter(frame["question"].tolist())
    name = say("basisteam.questions.title")
    st.html(heading(name, say("basisteam.questions.subtitle")))
    if not counts:
        st.html(element("p", say("basisteam.questions.none")))
        return
    items = [
        element("div", element("dt", say(f"code.{code}")), element("dd", say.number(counts[code])))
        for code in QUESTIONS
        if counts[code]
    ]
    st.html(element("dl", items, class_="key-figures"))
    with st.expander(sentences.plural(say, "basisteam.questions.rows", len(frame))):
        shown = page_of(say, len(frame), f"page-questions-{f.basisteam}", OF_A_TEAM)
        columns = (
            Column(say("filter.network"), lambda row: network_link(page, row), is_name=True),
            Column(say("column.date"), lambda row: sentences.day(say, row["date"])),
            Column(say("column.question"), lambda row: say(f"code.{row['question']}")),
        )
        st.html(table(name, columns, records(frame[shown])))
    below(say, "questions", say("metric.questions.definition"), lambda: csv.machine(frame))
