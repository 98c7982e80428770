"""Kwaliteit: how each basisteam looks after its data, and what it still has to answer."""

import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.palette import MARKS, REPORTING
from bondgenoten.ui import filterbar, sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, link
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.table import Column, table

COUNTED = ("past_planned", "held_without_theme", "held_in_pause", "more_than_ten", "open_questions")


def quality(page: Page) -> None:
    """A row a basisteam in the organisation's order: its word, and what asks for one."""
    say, f = page.words, page.filters
    with st.container(key="filters"):
        filterbar.team(say, f, page.register)
    frame = page.register.figures("quality", page.register.as_of, district=f.district,
                                  basisteam=f.basisteam)  # fmt: skip
    rows = records(frame)
    name = say("metric.quality.title")
    st.html(heading(name, _lead(say, rows)))
    st.html(table(name, _columns(page), rows, is_stacked=True))
    below(say, "quality", say("metric.quality.definition"), lambda: csv.machine(frame))


def _lead(say: Words, rows: list[Row]) -> str:
    stopped = sum(bool(row["stopped_reporting"]) for row in rows)
    asking = sum(any(row[column] for column in COUNTED) for row in rows)
    first = ""
    if len(rows) > 1:
        first = say("quality.asking", counted=sentences.count(say, asking, len(rows)))
    more = sentences.plural(say, "quality.stopped", stopped) if stopped else ""
    return f"{first} {more}".strip() or say("quality.one")


def _columns(page: Page) -> list[Column]:
    say = page.words
    return [
        Column(
            say("filter.basisteam"),
            lambda row: link(page.link("basisteam", basisteam=row["basisteam"]), row["name"]),
            is_name=True,
        ),
        Column(
            say("column.confirmed_until"),
            lambda row: sentences.day(say, row["confirmed_until"]),
            is_number=True,
        ),
        Column(say("quality.on_time"), lambda row: _on_time(say, row)),
        *(
            Column(
                say(f"column.{column}"),
                lambda row, column=column: _count(say, row[column]),  # type: ignore[misc]
            )
            for column in COUNTED
        ),
    ]


def _on_time(say: Words, row: Row) -> Safe:
    """How many of the last quarters came in time; a team that stopped says so."""
    if row["stopped_reporting"]:
        return marked(REPORTING["MISSING"], say("column.stopped_reporting"))
    due, on_time = row["due_quarters"], row["on_time"]
    if not due:
        return marked(REPORTING["NOT_DUE"], say("code.NOT_DUE"))
    code = "ON_TIME" if on_time == due else "LATE" if on_time else "MISSING"
    return marked(REPORTING[code], sentences.count(say, on_time, due))


def _count(say: Words, number: int) -> Safe:
    """What waits is a triangle with its number; nothing is just nought."""
    if not number:
        return element("span", "0", class_="quiet nought")
    return marked(MARKS["TO_PLAN"], say.number(number))
