"""The composition of the networks: four separate checks, their size, and who fails which."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from bondgenoten import charts
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.ui import checks as counted
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.answer import eyebrow, title
from bondgenoten.ui.parts.chart import Chart, below, heading, show
from bondgenoten.ui.parts.table import A_FEW, Column, page_of, table

MEMBERS = ("members_police", "members_municipality", "members_citizens")


def headline(page: Page) -> None:
    """The first check as the answer, and that only counts are kept."""
    say, found = page.words, counted.counts(_frame(page))
    if not found["networks"]:
        title(page, eyebrow(page), say("composition.none"))
        return
    of_ten, total = found["at_most_ten"], found["networks"]
    first = sentences.counted(say, "composition.answer", of_ten, total)
    title(page, eyebrow(page), first, say("composition.only_counts"))


def checks(page: Page) -> None:
    """The four checks beside each other, each its own count; there is no sum."""
    say, found = page.words, counted.counts(_frame(page))
    if not found["networks"]:
        return
    items = [
        element(
            "div",
            element("dt", say(f"composition.check.{check}")),
            element("dd", sentences.count(say, found[check], found["networks"])),
        )
        for check in counted.CHECKS
    ]
    st.html(element("dl", items, class_="key-figures"))


def members(page: Page) -> None:
    """How many members the networks have, with the line at ten."""
    say, frame = page.words, _frame(page)
    if not len(frame):
        return
    rows = counted.sizes(frame)
    over = sum(row["networks"] for row in rows if row["members_total"] > 10)
    usual = max(rows, key=lambda row: row["networks"])
    columns = (
        Column(say("column.members_total"), lambda row: say.number(row["members_total"]), is_name=True),
        Column(say("column.networks"), lambda row: say.number(row["networks"]), is_number=True),
    )  # fmt: skip
    shown = [row for row in rows if row["networks"]]
    said = sentences.plural(say, "composition.over_ten", over)
    show(
        say,
        Chart(
            key="members",
            title=say("composition.members.title"),
            subtitle=f"{sentences.plural(say, 'composition.members.subtitle', len(frame))} {said}",
            alt=say(
                "composition.members.alt",
                usual=usual["members_total"],
                networks=say.number(usual["networks"]),
                least=shown[0]["members_total"],
                most=shown[-1]["members_total"],
                said=said,
            ),
            figure=charts.members(rows, (say("column.members_total"), say("composition.ten"))),
            table=table(say("composition.members.title"), columns, shown),
            counted=say("metric.composition.definition"),
            csv=lambda: csv.machine(frame),
        ),
    )


def failing(page: Page) -> None:
    """The networks that fail a check and which, a page at a time."""
    say = page.words
    frame = counted.failing(_frame(page))
    name = sentences.plural(say, "composition.failing.title", len(frame))
    st.html(heading(name, say("composition.failing.subtitle") if len(frame) else ""))
    if not len(frame):
        return
    shown = page_of(say, len(frame), f"page-failing-{page.filters.scope}", A_FEW)
    columns = (
        Column(say("filter.network"), lambda row: _network(page, row), is_name=True),
        Column(say("composition.column.fails"), lambda row: _fails(say, row), is_long=True),
        Column(say("column.members_total"), lambda row: say.number(row["members_total"]), is_number=True),
    )  # fmt: skip
    st.html(table(name, columns, records(frame[shown])))
    below(
        say, "composition", say("metric.composition.definition"), lambda: csv.machine(_frame(page))
    )


def parts(page: Page) -> None:
    """The four checks by district and basisteam, in the organisation's order."""
    say, f = page.words, page.filters
    rows = counted.by_part(_frame(page), page.register.teams, f.scope, f.until, page.register.unit)
    name = say("composition.parts.title")
    st.html(heading(name, say("composition.parts.subtitle")))
    shown = page_of(say, len(rows), f"page-composition-{f.scope}", A_FEW)
    weights = {"region": "strong", "district": "group"}
    st.html(
        table(
            name,
            _part_columns(page),
            [row | {"_class": weights.get(row["level"])} for row in rows[shown]],
        )
    )
    below(say, "composition-parts", say("metric.composition.definition"),
          lambda: csv.machine(pd.DataFrame(rows)))  # fmt: skip


def beside(page: Page) -> Sequence[Column]:
    """Beside a network's row: its members; nothing where it was not active on the day."""
    say, none = page.words, page.words("count.none")
    known = {row["network_id"]: row for row in records(_frame(page))}

    def members_of(name: str) -> Column:
        return Column(
            say(f"column.{name}"),
            lambda row: (
                say.number(known[row["network_id"]][name]) if row["network_id"] in known else none
            ),
            is_number=True,
        )

    return [members_of(name) for name in (*MEMBERS, "members_total")]


def _frame(page: Page) -> pd.DataFrame:
    return page.filters.scope.of(page.register.composition(page.filters.until))


def _part_columns(page: Page) -> Sequence[Column]:
    say = page.words

    def check(name: str) -> Column:
        return Column(
            say(f"column.{name}"),
            lambda row: sentences.count(say, row[name], row["networks"]),
            is_number=True,
        )

    return (
        Column(say("norm.column.part"), lambda row: _part(page, row), is_name=True),
        Column(say("column.networks"), lambda row: _networks(say, row), is_number=True),
        *(check(name) for name in counted.CHECKS),
    )


def _networks(say: Words, row: Row) -> str:
    return say.number(row["networks"]) if row["networks"] else say("count.no_network")


def _part(page: Page, row: Row) -> str:
    if row["level"] == "region":
        return str(row["name"])
    return link(page.link("samenstelling", **{row["level"]: row["key"]}), row["name"])


def _network(page: Page, row: Row) -> Safe:
    address = page.link("netwerk", basisteam=row["basisteam"], network_id=row["network_id"])
    under = f"{row['network_id']} · {row['basisteam_name'] or row['basisteam']}"
    return join(link(address, row["name"]), element("small", under))


def _fails(say: Words, row: Row) -> str:
    of = {
        "at_most_ten": "members_total",
        "one_police": "members_police",
        "one_municipality": "members_municipality",
        "has_citizens": "members_citizens",
    }
    said = [
        sentences.plural(say, f"composition.fails.{check}", row[column])
        for check, column in of.items()
        if not row[check]
    ]
    return "; ".join(said)
