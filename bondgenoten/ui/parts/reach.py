"""Basisteams never reached, reached and lost, and what is maintained after 24 months."""

import pandas as pd
import streamlit as st

from bondgenoten import proportion
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import PAGES, Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import A_FEW, Column, page_of, table


def scope_frame(page: Page) -> pd.DataFrame:
    """The rows of `reach` in scope, in the organisation's order."""
    return page.filters.scope.of(page.register.reach(page.filters.until))


def teams(page: Page) -> list[Row]:
    return records(scope_frame(page))


def missed(page: Page) -> None:
    """Two lists beside each other: never reached, and reached and lost."""
    found = teams(page)
    left, right = st.columns(2, gap="large")
    with left:
        _list(page, "NEVER", found)
    with right:
        _list(page, "LOST", found)


def maintained(page: Page) -> None:
    """Networks started at least 24 months ago that are active and meet the norm: of how many."""
    say = page.words
    frame = scope_frame(page)
    rows = with_districts(records(frame))
    seasoned, kept = (int(frame[name].sum()) for name in ("seasoned", "maintained"))
    said = proportion.spoken(say, kept, seasoned, page.percentage_base)
    name = say("reach.title", said=said) if seasoned else say("reach.title.none")
    st.html(heading(name, say("reach.subtitle")))
    if not rows:
        return
    shown = page_of(say, len(rows), f"page-reach-{page.filters.scope}", A_FEW)
    st.html(table(say("reach.table"), _columns(page), rows[shown]))
    below(say, "reach", say("metric.reach.definition"), lambda: csv.machine(frame))


def with_districts(rows: list[Row]) -> list[Row]:
    """Each district, counted again from its basisteams, followed by them."""
    districts: dict[str, list[Row]] = {}
    for row in rows:
        districts.setdefault(row["district"], []).append(row)
    found: list[Row] = []
    for district, own in districts.items():
        found.append(_sum(district, own))
        found += own
    return found


def _sum(district: str, rows: list[Row]) -> Row:
    counted = {
        name: sum(row[name] for row in rows)
        for name in ("active_networks", "seasoned", "maintained")
    }
    reached = sum(row["reached"] == "REACHED" for row in rows)
    starts = [row["first_started_on"] for row in rows if row["first_started_on"]]
    return counted | {
        "name": district,
        "district": district,
        "basisteam": None,
        "reached": reached,
        "teams": len(rows),
        "first_started_on": min(starts, default=None),
        "_class": "group",
    }


def _list(page: Page, code: str, found: list[Row]) -> None:
    say = page.words
    rows = [row for row in found if row["reached"] == code]
    st.html(
        heading(sentences.plural(say, f"reach.{code}", len(rows)), say(f"reach.{code}.subtitle"))
    )
    if not rows:
        st.html(element("p", say(f"reach.{code}.nobody")))
        return
    shown = page_of(say, len(rows), f"page-{code}-{page.filters.scope}", A_FEW)
    items = [
        element("li", _team(page, row), element("span", _since(page, row))) for row in rows[shown]
    ]
    st.html(element("section", element("ol", items), class_="to-do"))


def _since(page: Page, row: Row) -> str:
    if row["last_active_on"]:
        return page.words("reach.until", date=page.words.long_date(row["last_active_on"]))
    return row["district"]


def _columns(page: Page) -> list[Column]:
    say = page.words
    return [
        Column(say("norm.column.part"), lambda row: _team(page, row), is_name=True),
        Column(say("column.reached"), lambda row: _reached(page, row)),
        Column(
            say("column.first_started_on"),
            lambda row: sentences.day(say, row["first_started_on"]),
            is_number=True,
        ),
        Column(
            say("column.active_networks"),
            lambda row: say.number(row["active_networks"]),
            is_number=True,
        ),
        Column(
            say("reach.column.maintained"),
            lambda row: proportion.spoken(
                say, row["maintained"], row["seasoned"], page.percentage_base
            ),
            is_number=True,
        ),
    ]


def _reached(page: Page, row: Row) -> Safe | str:
    say = page.words
    if row["basisteam"] is None:
        return say("reach.teams", x=say.number(row["reached"]), n=say.number(row["teams"]))
    shape, tone = {"REACHED": ("filled", "blue"), "LOST": ("cross", "orange")}.get(
        row["reached"], ("open", "grey")
    )
    mark = element("span", class_=f"shape shape-{shape}", aria_hidden="true")
    word = element("span", say(f"code.{row['reached']}"))
    until = element("small", _since(page, row)) if row["reached"] == "LOST" else None
    return join(element("span", mark, word, class_=f"mark tone-{tone}"), until)


def _team(page: Page, row: Row) -> Safe:
    if row["basisteam"] is None:
        return link(page.link(page.address, district=row["district"]), row["name"])
    address = "basisteam" if "basisteam" in PAGES else "norm"
    return link(page.link(address, basisteam=row["basisteam"]), row["name"], class_="team")
