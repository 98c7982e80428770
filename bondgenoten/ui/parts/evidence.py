"""The way down from a figure to its rows: those that count, and those that do not and why."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.palette import EVIDENCE, Mark
from bondgenoten.ui import evidence, sentences
from bondgenoten.ui.evidence import Behind
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.chart import below
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.table import Column, page_of, table

Beside = Callable[[Page], Sequence[Column]]


def rows_behind(
    page: Page,
    key: str,
    behind: Behind | None = None,
    title: str = "evidence.title",
    beside: Beside = lambda page: (),
) -> None:
    """An expander under a figure; nothing is read before it is opened.

    Without `behind` it holds the meetings of the page's year and scope. `key` is the page's own;
    `beside` gives the columns that only this figure needs.
    """
    opened = st.expander(page.words(title), key=f"evidence-{key}", on_change="rerun")
    with opened:
        if opened.open:
            _rows(page, key, behind or of_year(page), beside)


def of_year(page: Page, network_id: str | None = None) -> Behind:
    """The meetings of the chosen year, of one network or of the chosen part of the organisation."""
    f = page.filters
    return Behind(
        as_of=f.as_of,
        since=date(f.year, 1, 1),
        until=date(f.year, 12, 31),
        district=None if network_id else f.district,
        basisteam=None if network_id else f.basisteam,
        network_id=network_id,
    )


def of_twelve_months(page: Page) -> Behind:
    """The meetings of the twelve months up to the as-of date, each network where it is on that day."""
    f = page.filters
    opened = (pd.Timestamp(f.as_of) - pd.DateOffset(years=1)).date() + timedelta(1)
    return Behind(f.as_of, opened, f.as_of, f.district, f.basisteam, grain="century")


def _rows(page: Page, key: str, behind: Behind, beside: Beside) -> None:
    say, register = page.words, page.register
    counts = evidence.counts(register.path, register.version, behind)
    total = sum(counts.values())
    span = say(
        "evidence.span", since=say.long_date(behind.since), until=say.long_date(behind.until)
    )
    if not total:
        st.html(element("p", say("evidence.none"), " ", span, class_="quiet"))
        return
    st.html(
        join(
            element("p", sentences.plural(say, "evidence.sum", total), " ", span, class_="quiet"),
            sums(say, counts, EVIDENCE, "evidence.sums"),
        )
    )
    shown = page_of(say, total, f"page-evidence-{key}-{behind}")
    frame = evidence.rows(register.path, register.version, behind, shown)
    st.html(table(say("evidence.title"), [*_columns(page), *beside(page)], records(frame)))
    below(
        say,
        f"evidence-{key}",
        say("metric.evidence.definition"),
        lambda: csv.machine(evidence.everything(register.path, behind)),
    )


def sums(say: Words, counts: Mapping[str, int], marks: Mapping[str, Mark], name: str) -> Safe:
    """How many rows count, and how many do not for each reason: together all of them."""
    items = [
        element("li", marked(marks[code], f"{say.number(n)} {say(f'code.{code}')}"))
        for code, n in counts.items()
    ]
    return element("ul", items, class_="legend", aria_label=say(name))


def _columns(page: Page) -> tuple[Column, ...]:
    say, known = page.words, page.register.themes
    name = f"name_{say.language}"
    return (
        Column(say("filter.network"), lambda row: _network(page, row), is_name=True),
        Column(say("column.date"), lambda row: say.date(row["date"])),
        Column(
            say("column.counts_as"),
            lambda row: marked(EVIDENCE[row["counts_as"]], say(f"code.{row['counts_as']}")),
        ),
        Column(say("column.kind"), lambda row: say(f"code.{row['kind']}")),
        Column(
            say("column.themes"),
            lambda row: ", ".join(known[t][name] for t in row["themes"] if t in known),
            is_long=True,
        ),
    )


def _network(page: Page, row: Row) -> Safe:
    address = page.link("netwerk", basisteam=row["basisteam"], network_id=row["network_id"])
    under = f"{row['network_id']} · {row['basisteam_name'] or row['basisteam']}"
    return join(link(address, row["name"]), element("small", under))
