"""Geschiedenis of one row: what a network or one of its meetings said before, and since when."""

from datetime import date
from typing import Any

import streamlit as st

from bondgenoten import history, store
from bondgenoten.answers import Row, records
from bondgenoten.contract import KINDS
from bondgenoten.exports import csv
from bondgenoten.ui import filterbar
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data.batches import when
from bondgenoten.ui.parts.table import Column, table


def versions(page: Page) -> None:
    """A network is chosen in the address; its meeting from a list."""
    say = page.words
    st.html(heading(say("versions.title"), say("versions.text")))
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        filterbar.team(say, page.filters, page.register)
        filterbar.network(say, page.filters, page.register)
    network_id = page.filters.network_id
    if network_id is None:
        return
    day = _day(page, network_id)
    kind, key = ("networks", (network_id,)) if day is None else ("meetings", (network_id, day))
    rows = records(history.row_versions(store.reader(page.register.path), kind, key))
    st.html(table(say("versions.title"), _columns(page, kind, rows), rows, is_stacked=True))


def _day(page: Page, network_id: str) -> date | None:
    """The network itself, or the day of one of its meetings, withdrawn ones too."""
    say = page.words
    days = [
        day
        for (day,) in store.reader(page.register.path).rows(
            "select distinct date from register.meetings where network_id = ? order by date desc",
            [network_id],
        )
    ]
    return st.selectbox(
        say("versions.which"),
        [None, *days],
        format_func=lambda day: say.long_date(day) if day else say("versions.network"),
        key=f"version-of-{network_id}",
        width=330,
    )


def _columns(page: Page, kind: str, rows: list[Row]) -> list[Column]:
    say = page.words
    names = csv.names(store.reader(page.register.path), say.language)

    def said(column: str, value: Any) -> str:
        return csv.excel_text(column, value, say, names) or "–"

    def changed(row: Row) -> Safe:
        """Every column at first, later only those that differ from the version before."""
        place = rows.index(row)
        before = rows[place + 1] if place + 1 < len(rows) else None
        lines = [
            f"{say(f'column.{column}')}: "
            + (f"{said(column, before[column])} → " if before else "")
            + said(column, row[column])
            for column in KINDS[kind].names
            if column not in KINDS[kind].key
            and (row[column] not in (None, []) if before is None else row[column] != before[column])
        ]
        return join([element("div", line) for line in lines or [say("versions.same")]])

    def period(row: Row) -> Safe:
        end = row["superseded_at"]
        until = say("versions.until", end=when(say, end)) if end else say("versions.now")
        return join(when(say, row["recorded_at"]), element("small", until))

    def brought(row: Row) -> Safe:
        return join(str(row["batch"]), element("small", row["actor"] or say("history.nobody")))

    return [
        Column(say("versions.period"), period, is_name=True),
        Column(say("history.delivery"), brought),
        Column(say("versions.changed"), changed, is_long=True),
    ]
