"""The calendar: which network met in which of the last 24 months, a number in every cell."""

import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.metrics import EVERY_PLACE
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import WHOLE, Column, page_of, table

DARKEST = 3  # this many meetings and more in one month share a shade


def calendar(page: Page) -> None:
    """Some networks at a time, a column a month; the download holds them all."""
    say, f = page.words, page.filters
    first = page.register.rhythm(f.until, f.scope, (1, WHOLE))
    total = int(first["networks"].iloc[0]) if len(first) else 0
    name = sentences.plural(say, "calendar.title", total)
    st.html(heading(name, say("calendar.subtitle")))
    if not total:
        return
    shown = page_of(say, total, f"page-rhythm-{f.scope}")
    places = (shown.start + 1, shown.stop)
    cells = page.register.rhythm(f.until, f.scope, places) if shown.start else first
    rows = _by_network(records(cells))[: shown.stop - shown.start]
    months = list(rows[0]["months"])
    st.html(join(_legend(page), table(name, _columns(page, months), rows)))
    below(
        say,
        "rhythm",
        say("metric.rhythm.definition"),
        lambda: csv.machine(page.register.rhythm(f.until, f.scope, EVERY_PLACE)),
    )


def _by_network(cells: list[Row]) -> list[Row]:
    """Cells as rows: each network once, its months by name."""
    found: dict[str, Row] = {}
    for cell in cells:
        row = found.setdefault(cell["network_id"], cell | {"months": {}, "_class": "calendar"})
        row["months"][cell["month"]] = cell
    return list(found.values())


def _columns(page: Page, months: list[str]) -> list[Column]:
    say = page.words

    def cell(month: str) -> Column:
        return Column(_month(page, month, months), lambda row: _cell(page, row["months"][month]))

    total = Column(
        say("calendar.total"),
        lambda row: say.number(sum(cell["held"] for cell in row["months"].values())),
        is_number=True,
    )
    name = Column(say("filter.network"), lambda row: _name(page, row), is_name=True)
    return [name, *(cell(month) for month in months), total]


def _month(page: Page, month: str, months: list[str]) -> Safe:
    """A month in short under its year, and its whole name for who cannot see the year above it."""
    year, number = month.split("-")
    said = page.words.locale.months["format"]["abbreviated"][int(number)].rstrip(".")
    is_first = month == months[0] or number == "01"
    return element(
        "span",
        element("span", year if is_first else "", class_="year", aria_hidden="true"),
        element("span", said, aria_hidden="true"),
        element("span", sentences.period(page.words, month), class_="unseen"),
        class_="month",
    )


def _cell(page: Page, cell: Row) -> Safe:
    if not cell["held"] and not cell["active_days"]:
        return element("span", page.words("count.none"), class_="heat rest")
    return element("span", cell["held"], class_=f"heat heat-{min(cell['held'], DARKEST)}")


def _name(page: Page, row: Row) -> Safe:
    address = page.link("netwerk", basisteam=row["basisteam"], network_id=row["network_id"])
    under = f"{row['network_id']} · {row['basisteam_name'] or row['basisteam']}"
    return join(link(address, row["name"]), element("small", under))


def _legend(page: Page) -> Safe:
    say = page.words
    shades = [("0", "heat-0"), ("1", "heat-1"), ("2", "heat-2"), ("3", "heat-3")]
    items = [
        element(
            "li", element("span", text, class_=f"heat {shade}"), say(f"calendar.legend.{shade}")
        )
        for text, shade in (*shades, (say("count.none"), "rest"))
    ]
    return element("ul", items, class_="legend", aria_label=say("calendar.legend"))
