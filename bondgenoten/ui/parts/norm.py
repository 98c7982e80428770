"""The norm: the count by district and basisteam, and every network with its dots."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from bondgenoten.answers import Row, most_urgent_first, records
from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.ui import filterbar, sentences
from bondgenoten.ui.filters import ORDERS
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts import marks
from bondgenoten.ui.parts.answer import eyebrow, title
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import WHOLE, Column, page_of, table


def headline(page: Page) -> None:
    """The question of the page, and the rule as a sentence under it."""
    say, year = page.words, page.filters.year
    rule = sentences.rule(say, page.register.norm_of(year), year)
    title(page, eyebrow(page), say("norm.question", year=year), rule)


def compliance(page: Page) -> None:
    """Region, districts and basisteams: networks that meet the norm, of those that can be assessed."""
    say, scope = page.words, page.filters.scope
    frame = page.compliance
    if scope.basisteam:
        frame = frame[(frame["level"] == "basisteam") & (frame["key"] == scope.basisteam)]
    elif scope.district:
        frame = frame[frame["district"] == scope.district]
    st.html(heading(say("norm.compliance.title"), say("norm.compliance.subtitle")))
    ordered = _by_district(frame)
    shown = page_of(say, len(ordered), "page-compliance")
    rows = [row | {"_class": _weight(row)} for row in records(ordered[shown])]
    st.html(table(say("norm.compliance.title"), _compliance_columns(page), rows))
    below(say, "compliance", say("metric.compliance.definition"), lambda: csv.machine(frame))


def networks(page: Page, whole: int = WHOLE) -> None:
    """A row a network, a page at a time; the download holds them all."""
    say, f = page.words, page.filters
    frame = f.scope.of(page.norm)
    ordered = most_urgent_first(frame) if f.order == ORDERS[1] else frame
    st.html(
        heading(
            sentences.plural(say, "norm.networks.title", len(frame)), say("norm.networks.subtitle")
        )
    )
    _order(page)
    key = f"page-norm-{f.scope}-{f.year}-{f.order}"
    shown = page_of(say, len(ordered), key, whole)
    rows = records(ordered[shown])
    if rows:
        st.html(
            join(
                marks.dots_legend(say),
                table(
                    sentences.plural(say, "norm.networks.title", len(frame)),
                    _network_columns(page),
                    rows,
                ),
            )
        )
    else:
        st.html(element("p", say("overview.no_networks", year=f.year)))
    below(say, "norm", say("metric.norm.definition"), lambda: csv.machine(frame))


def _order(page: Page) -> None:
    say, f = page.words, page.filters
    key = "filter_volgorde"
    st.session_state[key] = f.order
    st.segmented_control(
        say("filter.order"),
        ORDERS,
        format_func=lambda order: say(f"filter.order.{order}"),
        key=key,
        required=True,
        on_change=filterbar.changed,
        args=(f, key, "order"),
    )


def _by_district(frame: pd.DataFrame) -> pd.DataFrame:
    """Each district followed by its basisteams, in the organisation's order."""
    places = {name: n for n, name in enumerate(dict.fromkeys(frame["district"].dropna()), 1)}
    district = frame["district"].map(places).fillna(0).astype(int)  # none: the region
    is_within = (frame["level"] == "basisteam").astype(int)
    return frame.iloc[(2 * district + is_within).argsort(kind="stable")]


def _weight(row: Row) -> str | None:
    return {"region": "strong", "district": "group"}.get(row["level"])


def _compliance_columns(page: Page) -> Sequence[Column]:
    say = page.words

    def count(name: str) -> Column:
        return Column(say(f"column.{name}"), lambda row: _counted(say, row[name]), is_number=True)

    return (
        Column(say("norm.column.part"), lambda row: _part(page, row), is_name=True),
        Column(say("column.networks"), lambda row: say.number(row["networks"]), is_number=True),
        Column(say("norm.column.met"), lambda row: _met(page, row), is_number=True),
        *(count(name) for name in ("on_course", "behind_but_planned", "to_plan", "out_of_reach")),
        *(count(name) for name in ("not_met", "unknown", "not_assessable")),
    )


def _counted(say: Words, value: int) -> str:
    return say.number(value) if value else ""


def _part(page: Page, row: Row) -> str:
    if row["level"] == "basisteam":
        return link(page.link("norm", basisteam=row["key"]), row["name"])
    if row["level"] == "district":
        return link(page.link("norm", district=row["key"]), row["name"])
    return str(row["name"])


def _met(page: Page, row: Row) -> Safe:
    said = sentences.compliance(page.words, row, page.percentage_base)
    bounds = sentences.bounds(page.words, row)
    return join(said, element("small", bounds) if bounds else None)


def _network_columns(page: Page) -> Sequence[Column]:
    say = page.words
    return (
        Column(say("filter.network"), lambda row: _name(page, row), is_name=True),
        Column(
            say("norm.column.meetings"),
            lambda row: marks.dots(say, row["held"], row["planned"], row["required"]),
        ),
        Column(say("column.status"), lambda row: marks.status(say, row["status"])),
        Column(
            say("column.still_to_plan"),
            lambda row: _counted(say, row["still_to_plan"]),
            is_number=True,
        ),
        Column(say("column.longest_silence"), lambda row: _silence(say, row), is_number=True),
        Column(
            say("column.last_held_on"),
            lambda row: sentences.day(say, row["last_held_on"]),
            is_number=True,
        ),
        Column(
            say("column.next_planned_on"),
            lambda row: sentences.day(say, row["next_planned_on"]),
            is_number=True,
        ),
        Column(say("norm.column.rolling"), lambda row: rolling(say, row), is_number=True),
    )


def _name(page: Page, row: Row) -> Safe:
    address = page.link("netwerk", basisteam=row["basisteam"], network_id=row["network_id"])
    under = f"{row['network_id']} · {row['basisteam_name'] or row['basisteam']}"
    return join(link(address, row["name"]), element("small", under))


def _silence(say: Words, row: Row) -> Safe:
    number = (
        say.number(row["longest_silence"])
        if row["longest_silence"] is not None
        else say("count.none")
    )
    is_now_silent = row["dormant"] and row["is_active"]
    return join(number, element("small", say("norm.silent")) if is_now_silent else None)


def rolling(say: Words, row: Row) -> str:
    """Held in twelve months, with what they ask: "4 (5)"."""
    if row["rolling_status"] == "NOT_ASSESSABLE":
        return say("count.none")
    return say("norm.held_required", held=row["rolling_held"], required=row["rolling_required"])
