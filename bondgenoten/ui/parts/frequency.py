"""Meetings held: the answer in words, and each month, quarter or year beside the active networks."""

from typing import Any

import pandas as pd
import streamlit as st

from bondgenoten import charts, periods
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.periods import BEGAN
from bondgenoten.ui import filterbar, sentences
from bondgenoten.ui.filters import GRAINS
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe
from bondgenoten.ui.parts.answer import eyebrow, title
from bondgenoten.ui.parts.chart import Chart, show
from bondgenoten.ui.parts.table import Column, table

# Where each grain begins: as many periods as can be told apart on one screen.
YEARS_SHOWN = {"month": 3, "quarter": 12, "year": 20}


def headline(page: Page) -> None:
    """Meetings held in the year up to the date, by how many networks, against the norm."""
    say, f = page.words, page.filters
    year = next((r for r in of_scope(page, "year") if r["period"] == str(f.year)), None)
    if year is None or not year["active_days"]:
        title(page, eyebrow(page), say("frequency.none", year=f.year))
        return
    norm = page.register.norm_of(f.year)["meetings_per_year"]
    date = say.long_date(f.until)
    title(
        page,
        eyebrow(page),
        sentences.plural(say, "frequency.answer", year["meetings_held"], year=f.year, date=date),
        " ".join(
            (
                sentences.plural(say, "frequency.urgent", year["of_which_urgent"]),
                sentences.plural(say, "frequency.networks", year["active_networks"], date=date),
                say(
                    "frequency.per_year",
                    rate=say.number(year["per_network_year"], 1),
                    norm=say.number(norm),
                ),
            )
        ),
    )


def meetings(page: Page) -> None:
    """The large chart: held meetings stacked by kind, and on the same periods the networks."""
    say, f = page.words, page.filters
    _grain(page)
    grain = GRAINS[f.grain]
    frame = scope_frame(page, grain)
    frame = frame.iloc[-_shown(page, grain) :]
    rows = with_labels(page, records(frame))
    said = _said(page, rows)
    show(
        say,
        Chart(
            key=f"frequency-{f.grain}",
            title=say(f"frequency.meetings.title.{f.grain}"),
            subtitle=f"{said} {_running(page, rows)} {say('frequency.meetings.subtitle')}",
            alt=say("frequency.meetings.alt", said=said, last=_last(page, rows[-1])),
            figure=charts.meetings(
                rows,
                (say("code.regular"), say("code.urgent"), say("frequency.active_networks")),
            ),
            table=_table(page, rows),
            counted=say("metric.frequency.definition"),
            csv=lambda: csv.machine(frame),
        ),
    )


def scope_frame(page: Page, grain: str) -> pd.DataFrame:
    """The rows of `frequency` of the chosen scope, the oldest first."""
    return page.filters.scope.own(page.register.frequency(grain, page.filters.until))


def of_scope(page: Page, grain: str) -> list[Row]:
    return records(scope_frame(page, grain))


def with_labels(page: Page, rows: list[Row], every: int | None = None) -> list[Row]:
    """Each period with its name, whether it still runs, and a tick `every` so many years."""
    say, until = page.words, page.filters.until
    step = every or (1 if page.filters.grain == "maand" else 2)
    return [
        row
        | {
            "label": sentences.period(say, row["period"]),
            "is_running": until < periods.last_day(row["period"]),
            "tick": row["period"][:4] if _is_ticked(row["period"], until.year, step) else None,
        }
        for row in rows
    ]


def _is_ticked(period: str, last: int, step: int) -> bool:
    return period[4:] in ("", "-Q1", "-01") and (last - int(period[:4])) % step == 0


def _shown(page: Page, grain: str) -> int:
    """How many periods up to the date are drawn: whole years and the running one."""
    until = page.filters.until
    first = until.year - YEARS_SHOWN[grain] + 1
    a_year = {"month": 12, "quarter": 4, "year": 1}[grain]
    so_far = {"month": until.month, "quarter": (until.month + 2) // 3, "year": 1}[grain]
    return (until.year - max(first, BEGAN.year)) * a_year + so_far


def _grain(page: Page) -> None:
    say, f, key = page.words, page.filters, "filter_periode"
    st.session_state[key] = f.grain
    st.segmented_control(
        say("filter.grain"),
        list(GRAINS),
        format_func=lambda grain: say(f"filter.grain.{grain}"),
        key=key,
        required=True,
        on_change=filterbar.changed,
        args=(f, key, "grain"),
    )


def _said(page: Page, rows: list[Row]) -> str:
    say = page.words
    held = sum(row["meetings_held"] for row in rows)
    urgent = sum(row["of_which_urgent"] for row in rows)
    counted = sentences.plural(say, "frequency.meetings.said", held, first=rows[0]["label"])
    return f"{counted} {sentences.plural(say, 'frequency.urgent', urgent)}"


def _running(page: Page, rows: list[Row]) -> str:
    if not rows[-1]["is_running"]:
        return ""
    return page.words("frequency.running", period=rows[-1]["label"])


def _last(page: Page, row: Row) -> str:
    say = page.words
    held = sentences.plural(say, "frequency.held", row["meetings_held"])
    return say("frequency.last", period=row["label"], held=held, networks=row["active_networks"])


def _table(page: Page, rows: list[Row]) -> Safe:
    say = page.words

    def number(name: str) -> Column:
        return Column(say(f"column.{name}"), lambda row: say.number(row[name]), is_number=True)

    columns = (
        Column(say("column.period"), lambda row: period_name(page, row), is_name=True),
        *(number(name) for name in ("meetings_held", "of_which_urgent", "cancelled")),
        number("active_networks"),
        Column(
            say("column.per_network_year"),
            lambda row: rate(page, row["per_network_year"]),
            is_number=True,
        ),
    )
    return table(say("metric.frequency.title"), columns, rows[::-1])


def period_name(page: Page, row: dict[str, Any]) -> str:
    """A period, and that it still runs where it does."""
    return (
        f"{row['label']} ({page.words('frequency.provisional')})"
        if row["is_running"]
        else row["label"]
    )


def rate(page: Page, value: float | None) -> str:
    return page.words("count.none") if value is None else page.words.number(value, 1)
