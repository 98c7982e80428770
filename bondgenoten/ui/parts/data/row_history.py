"""Geschiedenis of one row: what it said before, since when, who brought it, and who withdrew it."""

from typing import Any

import streamlit as st

from bondgenoten import history, store
from bondgenoten.answers import Row, records
from bondgenoten.contract import KINDS
from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.ui import filterbar
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, dated, element, join
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data.batches import when
from bondgenoten.ui.parts.table import Column, table

KindKey = tuple[str, history.Key]


def versions(page: Page) -> None:
    """A basisteam or a network is chosen in the address; one of its rows from a list."""
    say, f = page.words, page.filters
    st.html(heading(say("versions.title"), say("versions.text")))
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        filterbar.team(say, f, page.register)
        filterbar.network(say, f, page.register)
    if not (f.network_id or f.basisteam):
        return
    chosen = _chosen(page)
    if chosen is None:
        st.html(element("p", say("versions.none")))
        return
    states = records(history.row_versions(store.reader(page.register.path), *chosen))
    earlier = [*states[1:], None]
    rows = [row | {"before": before} for row, before in zip(states, earlier, strict=True)]
    st.html(table(say("versions.title"), _columns(page, chosen[0]), rows, is_stacked=True))


def _chosen(page: Page) -> KindKey | None:
    """One of the rows of the network and of its basisteam, withdrawn ones too."""
    say, f = page.words, page.filters
    network = page.register.networks().get(f.network_id or "")
    team = network["basisteam"] if network else f.basisteam
    keys = history.row_keys(store.reader(page.register.path), f.network_id, team)
    if not keys:
        return None
    found: KindKey = st.selectbox(
        say("versions.which"),
        keys,
        format_func=lambda chosen: _named(say, *chosen, is_gone=f.network_id is None),
        key=f"version-of-{f.network_id}-{team}",
        width=420,
    )
    return found


def _named(say: Words, kind: str, key: history.Key, *, is_gone: bool) -> str:
    if kind == "networks" and is_gone:
        return say("versions.of.gone", about=key[0])
    days = {name: say.long_date(day) for name, day in zip(("day", "on"), key[1:], strict=False)}
    return say(f"versions.of.{kind}", **days)


def _columns(page: Page, kind: str) -> list[Column]:
    say = page.words

    def period(row: Row) -> Safe:
        end = row["superseded_at"]
        until = say("versions.until", end=when(say, end)) if end else say("versions.now")
        return join(when(say, row["recorded_at"]), element("small", until))

    return [
        Column(say("versions.period"), period, is_name=True),
        Column(say("history.delivery"), lambda row: _brought(say, row)),
        Column(say("versions.changed"), lambda row: _changed(page, kind, row), is_long=True),
    ]


def _brought(say: Words, row: Row) -> Safe:
    """12 · met de hand, and by whom."""
    what = row["source"] and say(f"history.source.{row['source']}", batch=row["undoes"] or "")
    number = " · ".join(str(part) for part in (row["batch"], what) if part)
    return join(number, element("small", row["actor"] or say("history.nobody")))


def _changed(page: Page, kind: str, row: Row) -> Safe:
    """Every column of a row that came, of a later version only those that differ."""
    say, before = page.words, row["before"]
    if row["is_withdrawn"]:
        return join(say("versions.withdrawn"))
    names = csv.names(store.reader(page.register.path), say.language)

    def said(column: str, value: Any) -> str:
        return csv.excel_text(column, value, say, names) or "–"

    came = before is None or before["is_withdrawn"]
    lines = [
        f"{say(f'column.{column}')}: "
        + ("" if came else f"{said(column, before[column])} → ")
        + said(column, row[column])
        for column in KINDS[kind].names
        if column not in KINDS[kind].key
        and (row[column] not in (None, []) if came else row[column] != before[column])
    ]
    return join([element("div", dated(line)) for line in lines or [say(f"versions.{_as(came)}")]])


def _as(came: bool) -> str:
    return "came" if came else "same"
