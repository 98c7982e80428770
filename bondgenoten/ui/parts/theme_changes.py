"""Every theme in the last confirmed quarter beside a year ago: counts, the verdict, the spread."""

import streamlit as st

from bondgenoten.answers import Row
from bondgenoten.exports import csv
from bondgenoten.ui import sentences, theme_sentences, theme_view
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import Column, table
from bondgenoten.ui.parts.themes import names, of_scope, share


def changes(page: Page) -> None:
    """Every theme in the last confirmed quarter beside the same quarter a year ago, in words."""
    say, rows, f = page.words, of_scope(page), page.filters
    quarter = theme_view.last_confirmed(rows) or rows[-1]["quarter"]
    own = theme_view.of_quarter(rows, quarter)
    name = say("themes.table.title", quarter=sentences.period(say, quarter))
    recorded = theme_sentences.recorded(say, own[0], page.percentage_base)
    st.html(join(heading(name, recorded), table(name, _change_columns(page, quarter), own)))
    below(
        say,
        "themes-changes",
        say("metric.themes.definition"),
        lambda: csv.machine(page.register.themes_of(f.as_of, f.scope)),
    )


def _change_columns(page: Page, quarter: str) -> list[Column]:
    say = page.words
    earlier = sentences.period(say, theme_view.a_year_before(quarter))
    return [
        Column(say("column.theme"), lambda row: names(page)[row["theme"]], is_name=True),
        Column(sentences.period(say, quarter), lambda row: share(page, row), is_number=True),
        Column(earlier, lambda row: share(page, row["before"]), is_number=True),
        Column(say("themes.column.change"), lambda row: say(f"code.{row['change']}")),
        Column(say("themes.column.spread"), lambda row: _spread(page, row), is_number=True),
    ]


def _spread(page: Page, row: Row) -> Safe:
    say = page.words
    said = sentences.plural(
        say, "count.networks", row["networks_that_met"], x=say.number(row["networks_with_theme"])
    )
    mainly = element("small", say("themes.mainly_one")) if row["is_mainly_one_network"] else None
    return join(said if row["networks_that_met"] else say("count.none"), mainly)
