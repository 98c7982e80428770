"""The way down from a figure to its networks: those that count on a day, and those that do not and why."""

from collections.abc import Callable, Sequence

import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.palette import NETWORKS
from bondgenoten.ui import evidence, sentences
from bondgenoten.ui.evidence import NetworksBehind
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts import marks
from bondgenoten.ui.parts.chart import below
from bondgenoten.ui.parts.evidence import sums
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.norm import rolling
from bondgenoten.ui.parts.table import Column, page_of, table

Beside = Callable[[Page], Sequence[Column]]


def networks_behind(
    page: Page,
    key: str,
    behind: NetworksBehind | None = None,
    title: str = "evidence.networks.title",
    beside: Beside = lambda page: (),
) -> None:
    """An expander under a figure; nothing is read before it is opened.

    Without `behind` it holds the networks of the page's scope on the day it looks at. `beside`
    gives the columns that only this figure needs.
    """
    f = page.filters
    asked = behind or NetworksBehind(f.until, f.district, f.basisteam)
    opened = st.expander(page.words(title), key=f"networks-{key}", on_change="rerun")
    with opened:
        if opened.open:
            _rows(page, key, asked, beside)


def over_time(page: Page) -> Sequence[Column]:
    """Beside a network: held of what twelve months ask, and whether it is maintained."""
    say = page.words
    return (
        Column(say("norm.column.rolling"), lambda row: rolling(say, row), is_number=True),
        Column(
            say("column.maintained_as"), lambda row: _code(page, row["maintained_as"]), is_long=True
        ),
    )


def standing(page: Page) -> Sequence[Column]:
    """Beside a network: its norm status in the year, and held of what twelve months ask."""
    say = page.words
    statuses = dict(zip(page.norm["network_id"], page.norm["status"], strict=True))

    def status(row: Row) -> Safe | str:
        found = statuses.get(row["network_id"])
        return marks.status(say, found) if found else say("count.none")

    return (
        Column(say("column.status"), status),
        Column(say("norm.column.rolling"), lambda row: rolling(say, row), is_number=True),
    )


def _rows(page: Page, key: str, behind: NetworksBehind, beside: Beside) -> None:
    say, register = page.words, page.register
    counts = evidence.counts(register.path, register.version, behind)
    total = sum(counts.values())
    day = say("evidence.networks.on", date=say.long_date(behind.as_of))
    if not total:
        st.html(element("p", say("evidence.networks.none"), " ", day, class_="quiet"))
        return
    said = element(
        "p", sentences.plural(say, "evidence.networks.sum", total), " ", day, class_="quiet"
    )
    st.html(join(said, sums(say, counts, NETWORKS, "evidence.networks.sums")))
    if beside is over_time:
        kept = evidence.counts(register.path, register.version, behind, "maintained_as")
        named = element("p", say("evidence.networks.maintained"), class_="quiet")
        st.html(join(named, sums(say, kept, NETWORKS, "evidence.networks.maintained")))
    shown = page_of(say, total, f"page-networks-{key}-{behind}")
    frame = evidence.rows(register.path, register.version, behind, shown)
    st.html(table(say("evidence.networks.title"), [*_columns(page), *beside(page)], records(frame)))
    below(
        say,
        f"networks-{key}",
        say("metric.evidence_networks.definition"),
        lambda: csv.machine(evidence.everything(register.path, behind)),
    )


def _columns(page: Page) -> tuple[Column, ...]:
    say = page.words
    return (
        Column(say("filter.network"), lambda row: _network(page, row), is_name=True),
        Column(say("column.started_on"), lambda row: say.date(row["started_on"])),
        Column(say("column.ended_on"), lambda row: sentences.day(say, row["ended_on"])),
        Column(say("column.counts_as"), lambda row: _code(page, row["counts_as"])),
    )


def _network(page: Page, row: Row) -> Safe:
    address = page.link("netwerk", basisteam=row["basisteam"], network_id=row["network_id"])
    under = f"{row['network_id']} · {row['basisteam_name'] or row['basisteam']}"
    return join(link(address, row["name"]), element("small", under))


def _code(page: Page, code: str) -> Safe:
    return marked(NETWORKS[code], page.words(f"code.{code}"))
