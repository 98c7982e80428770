"""Themes: the answer, the large chart of the chosen themes with its events, and all of them small."""

from datetime import date

import streamlit as st

from bondgenoten import charts, proportion
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.ui import sentences, theme_sentences, theme_view
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts.answer import eyebrow, title
from bondgenoten.ui.parts.chart import Chart, below, heading, show
from bondgenoten.ui.parts.table import WHOLE, Column, table
from bondgenoten.ui.parts.theme_choice import choice
from bondgenoten.ui.parts.theme_events import listed_events

QUARTERS_BESIDE = 5  # in the table under the small charts


def headline(page: Page) -> None:
    """What was discussed most in the last confirmed quarter, what has changed, and the caption."""
    say, rows = page.words, of_scope(page)
    quarter = theme_view.last_confirmed(rows)
    own = theme_view.of_quarter(rows, quarter) if quarter else []
    moved = theme_sentences.change(say, own, names(page), quarter) if quarter else ""
    title(
        page,
        eyebrow(page),
        theme_sentences.answer(say, own, names(page), quarter),
        moved,
        say("themes.caption"),
    )


def chosen(page: Page) -> None:
    """The chosen themes bold with their interval, the others pale, dated events as numbered marks."""
    say, f, known = page.words, page.filters, page.register.themes
    bold = theme_view.chosen(f.themes, known)
    choice(page, bold)
    first = f.since or f.first_year
    series = drawn(page, first)
    span = (date(first, 1, 1), f.until)
    events = theme_view.events(page.register.events(), page.register.teams, bold, f.scope, span)
    points = [row for theme in bold for row in series[theme]]
    listed = theme_sentences.in_a_row(say, [names(page)[theme] for theme in bold])
    if all(row["is_small"] for row in points):
        _too_few(
            page,
            "themes",
            say("themes.chart.title", themes=listed),
            _by_quarter(page, bold, points),
        )
        listed_events(page, events)
        return
    show(
        say,
        Chart(
            key="themes",
            title=say("themes.chart.title", themes=listed),
            subtitle=say("themes.chart.subtitle", smallest=page.percentage_base),
            alt=_alt(page, bold, series),
            figure=charts.themes(
                {theme: series[theme] for theme in series if theme not in bold},
                {theme: series[theme] for theme in bold},
                names(page),
                [event | {"name": event[f"name_{say.language}"]} for event in events],
                say("code.PROVISIONAL"),
            ),
            table=_by_quarter(page, bold, points),
            counted=say("metric.themes.definition"),
            csv=lambda: csv.machine(page.register.themes_of(f.as_of, f.scope)),
        ),
    )
    listed_events(page, events)


def every(page: Page) -> None:
    """Each theme in its own small chart, all on one scale."""
    say, f = page.words, page.filters
    series = drawn(page, f.since or f.first_year)
    rows: list[Row] = [
        {"theme": theme} | {row["quarter"]: row for row in points}
        for theme, points in series.items()
    ]
    last = [row["quarter"] for row in next(iter(series.values()))][-QUARTERS_BESIDE:]
    columns = [
        Column(say("column.theme"), lambda row: names(page)[row["theme"]], is_name=True),
        *(_count_column(page, quarter) for quarter in last),
    ]
    name = sentences.plural(say, "themes.every.title", len(rows))
    counts = table(name, columns, rows)
    if all(row["is_small"] for points in series.values() for row in points):
        _too_few(page, "every-theme", name, counts)
        return
    latest = [(names(page)[row["theme"]], row[last[-1]]) for row in rows]
    said = ", ".join(f"{name} {share(page, row)}" for name, row in latest)
    show(
        say,
        Chart(
            key="every-theme",
            title=name,
            subtitle=say("themes.every.subtitle", smallest=page.percentage_base),
            alt=say("themes.every.alt", quarter=sentences.period(say, last[-1]), said=said),
            figure=charts.theme_panels(series, names(page)),
            table=counts,
            counted=say("metric.themes.definition"),
            csv=lambda: csv.machine(page.register.themes_of(f.as_of, f.scope)),
        ),
    )


def _too_few(page: Page, key: str, name: str, counts: Safe) -> None:
    """The counts alone: a line through quarters of a few meetings would draw chance."""
    say, f = page.words, page.filters
    st.html(join(heading(name, say("themes.too_few", smallest=page.percentage_base)), counts))
    below(say, key, say("metric.themes.definition"),
          lambda: csv.machine(page.register.themes_of(f.as_of, f.scope)))  # fmt: skip


def of_scope(page: Page) -> list[Row]:
    """The rows of the scope up to the end of the chosen year."""
    frame = page.register.themes_of(page.filters.as_of, page.filters.scope)
    return records(frame[frame["quarter"] <= f"{page.filters.year}-Q4"])


def names(page: Page) -> dict[str, str]:
    return {key: row[f"name_{page.words.language}"] for key, row in page.register.themes.items()}


def drawn(page: Page, first: int) -> dict[str, list[Row]]:
    """By theme its points, each with its count in words and whether it is too small for a share."""
    say, smallest = page.words, page.percentage_base
    found = theme_view.series(of_scope(page), f"{first}-Q1", f"{page.filters.year}-Q4")
    return {
        theme: [
            row
            | {
                "is_small": row["meetings_with_any_theme"] < smallest,
                "said": f"{sentences.period(say, row['quarter'])}: {share(page, row)}",
            }
            for row in points
        ]
        for theme, points in found.items()
    }


def share(page: Page, row: Row) -> str:
    """The meetings with a theme of those with any, as every proportion is said."""
    of = row["meetings_with_any_theme"]
    return proportion.spoken(page.words, row["meetings_with_theme"], of, page.percentage_base)


def _alt(page: Page, bold: tuple[str, ...], series: dict[str, list[Row]]) -> str:
    say = page.words
    ends = [
        say(
            "themes.chart.alt_one",
            theme=names(page)[theme],
            first=series[theme][0]["said"],
            last=series[theme][-1]["said"],
        )
        for theme in bold
    ]
    return " ".join([say("themes.caption"), *ends])


def _count_column(page: Page, quarter: str) -> Column:
    return Column(
        sentences.period(page.words, quarter),
        lambda row: share(page, row[quarter]),
        is_number=True,
    )


def _by_quarter(page: Page, bold: tuple[str, ...], points: list[Row]) -> Safe:
    """A row a quarter, the newest first; the file holds those that do not fit."""
    say = page.words
    by_quarter: dict[str, Row] = {}
    for point in points:
        row = by_quarter.setdefault(point["quarter"], {"quarter": point["quarter"]})
        row |= {point["theme"]: point, "provisional": point["provisional"]}
    columns = [
        Column(
            say("column.quarter"),
            lambda row: join(
                sentences.period(say, row["quarter"]),
                element("small", say("code.PROVISIONAL")) if row["provisional"] else None,
            ),
            is_name=True,
        ),
        *(_theme_column(page, theme) for theme in bold),
    ]
    rows = list(by_quarter.values())[::-1][:WHOLE]
    return table(say("themes.by_quarter"), columns, rows)


def _theme_column(page: Page, theme: str) -> Column:
    return Column(names(page)[theme], lambda row: share(page, row[theme]), is_number=True)
