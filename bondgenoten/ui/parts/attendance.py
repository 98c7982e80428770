"""Who came to the meetings, quarter by quarter: averages over the meetings where it was recorded."""

import streamlit as st

from bondgenoten import charts, periods, proportion
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts.chart import Chart, heading, show
from bondgenoten.ui.parts.table import Column, table
from bondgenoten.ui.theme_view import HALF_A_QUARTER

SIDES = ("citizens", "police", "municipality")
YEARS_SHOWN = 5


def attendance(page: Page) -> None:
    """The average present a meeting, and how often both professionals were there."""
    say, f = page.words, page.filters
    frame = f.scope.own(page.register.attendance(f.as_of))
    frame = frame[frame["period"].between(f"{f.year - YEARS_SHOWN}-Q1", f"{f.year}-Q4")]
    firm = _confirmed(page)
    rows = [_averages(row, row["period"] not in firm) for row in records(frame)]
    recorded = [row for row in rows if row["meetings_recorded"]]
    name = say("attendance.title")
    if not recorded:
        st.html(heading(name, say("attendance.none")))
        st.html(element("p", say("attendance.how"), class_="quiet"))
        return
    said = _said(page, recorded[-1])
    show(
        say,
        Chart(
            key="attendance",
            title=name,
            subtitle=f"{said} {say('attendance.subtitle')}",
            alt=say(
                "attendance.alt",
                first=sentences.period(say, recorded[0]["period"]),
                last=sentences.period(say, recorded[-1]["period"]),
                provisional=_provisional(page, rows),
                said=said,
            ),
            figure=charts.attendance(rows, _lines(page, recorded[-1]), say("code.PROVISIONAL")),
            table=_table(page, rows),
            counted=say("metric.attendance.definition"),
            csv=lambda: csv.machine(frame),
        ),
    )


def beside(page: Page) -> list[Column]:
    """Beside a meeting's row: who were present, as far as it was recorded."""
    say = page.words

    def present(side: str) -> Column:
        return Column(
            say(f"column.present_{side}"),
            lambda row: (
                say("count.none")
                if row[f"present_{side}"] is None
                else say.number(row[f"present_{side}"])
            ),
            is_number=True,
        )

    return [present(side) for side in ("police", "municipality", "citizens")]


def _provisional(page: Page, rows: list[Row]) -> str:
    """Which quarters are drawn as provisional, for who cannot see it."""
    say = page.words
    open_ = [sentences.period(say, row["period"]) for row in rows if row["provisional"]]
    if not open_:
        return say("attendance.all_confirmed")
    return say("attendance.provisional", quarters=", ".join(open_))


def _confirmed(page: Page) -> set[str]:
    """The quarters that every expected basisteam of the scope has confirmed."""
    known = page.register.confirmed(page.filters.as_of, page.filters.scope)
    return {quarter for quarter, is_complete in known.items() if is_complete}


def _averages(row: Row, is_provisional: bool) -> Row:
    of = row["meetings_recorded"]
    averages = {side: row[f"present_{side}"] / of if of else None for side in SIDES}
    middle = periods.Quarter.parse(row["period"]).starts_on + HALF_A_QUARTER
    return row | averages | {"on": middle, "is_small": of < 10, "provisional": is_provisional}


def _lines(page: Page, last: Row) -> list[Row]:
    say = page.words
    return [
        {"side": side, "name": say(f"attendance.{side}"),
         "end": f"{say(f'attendance.{side}')} {say.number(last[side], 1)}"}
        for side in SIDES
    ]  # fmt: skip


def _said(page: Page, last: Row) -> str:
    say = page.words
    both = proportion.spoken(
        say, last["both_professionals"], last["meetings_recorded"], page.percentage_base
    )
    kind = "attendance.said_provisional" if last["provisional"] else "attendance.said"
    return say(
        kind,
        quarter=sentences.period(say, last["period"]),
        both=both,
        held=say.number(last["meetings_held"]),
        recorded=say.number(last["meetings_recorded"]),
    )


def _table(page: Page, rows: list[Row]) -> Safe:
    say, smallest = page.words, page.percentage_base

    def average(side: str) -> Column:
        return Column(
            say(f"attendance.{side}"),
            lambda row: say("count.none") if row[side] is None else say.number(row[side], 1),
            is_number=True,
        )

    columns = (
        Column(say("column.quarter"),
               lambda row: join(
                   sentences.period(say, row["period"]),
                   element("small", say("code.PROVISIONAL")) if row["provisional"] else None),
               is_name=True),
        Column(say("attendance.column.recorded"),
               lambda row: sentences.count(say, row["meetings_recorded"], row["meetings_held"]),
               is_number=True),
        *(average(side) for side in SIDES),
        Column(say("column.both_professionals"),
               lambda row: proportion.spoken(
                   say, row["both_professionals"], row["meetings_recorded"], smallest),
               is_number=True),
    )  # fmt: skip
    return table(say("attendance.title"), columns, rows[::-1])
