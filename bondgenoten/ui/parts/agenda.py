"""Who put the themes forward, a year: shares of the known, or in words why there are none."""

import streamlit as st

from bondgenoten import proportion
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.metrics.verdicts import SIDES
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import Column, table


def agenda(page: Page) -> None:
    """A row a year, the newest first; no target and no colour."""
    say, f = page.words, page.filters
    frame = f.scope.own(page.register.agenda(f.as_of))
    frame = frame[frame["year"].between(str(f.since or f.first_year), str(f.year))]
    name = say("agenda.title")
    st.html(heading(name, say("agenda.subtitle")))
    rows = records(frame)[::-1]
    is_any_hidden = any(row["is_hidden"] for row in rows)
    st.html(table(name, _columns(page, with_why=is_any_hidden), rows))
    below(say, "agenda", say("metric.agenda.definition"), lambda: csv.machine(frame))


def _columns(page: Page, *, with_why: bool) -> list[Column]:
    say = page.words
    why = Column(say("agenda.column.why"), lambda row: _why(page, row), is_long=True)
    return [
        Column(say("column.year"), lambda row: row["year"], is_name=True),
        *(_side(page, side) for side in SIDES),
        Column(
            say("column.unknown"),
            lambda row: sentences.count(say, row["unknown"], row["meetings_held"]),
            is_number=True,
        ),
        *([why] if with_why else []),
    ]


def _side(page: Page, side: str) -> Column:
    def cell(row: Row) -> str:
        if row["is_hidden"]:
            return page.words("count.none")
        return proportion.spoken(page.words, row[side], row["known"], page.percentage_base)

    return Column(page.words(f"code.{side}"), cell, is_number=True)


def _why(page: Page, row: Row) -> str:
    """Why a year shows no shares; nothing where it does."""
    say = page.words
    if not row["is_hidden"]:
        return ""
    if not row["meetings_held"]:
        return say("agenda.none_held")
    if 10 * row["unknown"] > 3 * row["meetings_held"]:
        return say("agenda.many_unknown")
    return say("agenda.few_known")
