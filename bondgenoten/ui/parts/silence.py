"""Who is silent now: active networks that have not met for longer than the norm table allows."""

from datetime import date

import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import A_FEW, Column, page_of, table


def silence(page: Page) -> None:
    """The silent networks in the organisation's order, a page at a time."""
    say, f = page.words, page.filters
    days = page.register.norm_of(f.until.year)["dormant_days"]
    norm = f.scope.of(page.register.norm(f.until.year, f.until))
    is_silent = norm["dormant"].fillna(False) & norm["is_active"].fillna(False)
    frame = norm[is_silent]
    active = int(norm["is_active"].fillna(False).sum())
    name = sentences.plural(say, "silence.title", len(frame), active=say.number(active))
    st.html(heading(name, say("silence.subtitle", days=days, date=say.long_date(f.until))))
    if not len(frame):
        st.html(element("p", say("silence.nobody", days=days)))
        return
    shown = page_of(say, len(frame), f"page-silence-{f.scope}", A_FEW)
    st.html(table(name, _columns(page), records(frame.iloc[shown])))
    below(say, "silence", say("silence.counted", days=days), lambda: csv.machine(frame))


def _columns(page: Page) -> list[Column]:
    say, until = page.words, page.filters.until
    return [
        Column(say("filter.network"), lambda row: _name(page, row), is_name=True),
        Column(say("silence.days"), lambda row: say.number(_days(row, until)), is_number=True),
        Column(say("filter.basisteam"), lambda row: row["basisteam_name"] or row["basisteam"]),
        Column(say("column.last_held_on"), lambda row: _last(page, row), is_number=True),
        Column(
            say("column.next_planned_on"),
            lambda row: sentences.day(say, row["next_planned_on"]),
            is_number=True,
        ),
        Column(
            say("silence.confirmed"),
            lambda row: sentences.day(say, row["confirmed_until"]),
            is_number=True,
        ),
    ]


def _days(row: Row, until: date) -> int:
    since: date = row["last_held_on"] or row["started_on"]
    return (until - since).days


def _last(page: Page, row: Row) -> str:
    say = page.words
    if row["last_held_on"]:
        return say.date(row["last_held_on"])
    return say("silence.never", date=say.date(row["started_on"]))


def _name(page: Page, row: Row) -> Safe:
    address = page.link("netwerk", basisteam=row["basisteam"], network_id=row["network_id"])
    return join(link(address, row["name"]), element("small", row["network_id"]))
