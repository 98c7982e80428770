"""One theme in one quarter, by district and basisteam: counts in the organisation's order."""

import streamlit as st

from bondgenoten import proportion
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.ui import filterbar, sentences, theme_view
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import link
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import A_FEW, Column, page_of, table
from bondgenoten.ui.parts.themes import names, of_scope

COUNTS = [
    "meetings_with_theme",
    "meetings_with_any_theme",
    "networks_with_theme",
    "networks_that_met",
]
QUARTERS_OFFERED = 24


def teams(page: Page) -> None:
    """The rows of the region, its districts and their basisteams; nothing is coloured or ranked."""
    say, f = page.words, page.filters
    rows = of_scope(page)
    theme = f.theme or theme_view.chosen(f.themes, page.register.themes)[0]
    known = list(dict.fromkeys(row["quarter"] for row in rows))[::-1]
    asked = f.quarter if f.quarter in known else None
    quarter = asked or theme_view.last_confirmed(rows) or known[0]
    st.html(heading(say("themes.teams.title"), say("themes.teams.subtitle")))
    _choice(page, theme, quarter, list(dict.fromkeys([*known[:QUARTERS_OFFERED], quarter])))
    frame = f.scope.of(page.register.themes_by_team(f.as_of, (quarter,)))
    frame = frame[frame["theme"] == theme]
    parts = by_part(records(frame), page.register.unit, is_whole=f.scope.level == "region",
                    has_districts=not f.basisteam)  # fmt: skip
    name = f"{names(page)[theme]}, {sentences.period(say, quarter)}"
    shown = page_of(say, len(parts), f"page-theme-teams-{f.scope}", A_FEW)
    st.html(table(name, _columns(page), parts[shown], is_caption_shown=True))
    below(say, "themes_by_team", say("metric.themes_by_team.definition"),
          lambda: csv.machine(frame))  # fmt: skip


def by_part(teams: list[Row], region: str, *, is_whole: bool, has_districts: bool) -> list[Row]:
    """The rows of basisteams, each district's sum before its own, the region's before all."""
    found: list[Row] = []
    if is_whole:
        found.append({"level": "region", "name": region, "_class": "strong", **_sum(teams)})
    by_district: dict[str, list[Row]] = {}
    for row in teams:
        by_district.setdefault(row["district"], []).append(row)
    for district, within in by_district.items():
        if has_districts:
            of_all = {"key": district, "name": district, "_class": "group", **_sum(within)}
            found.append({"level": "district", **of_all})
        found += [{"level": "basisteam", "key": row["basisteam"], **row} for row in within]
    return found


def _sum(rows: list[Row]) -> dict[str, int]:
    return {name: sum(row[name] for row in rows) for name in COUNTS}


def _choice(page: Page, theme: str, quarter: str, quarters: list[str]) -> None:
    say, f = page.words, page.filters
    keys = {"theme": "filter_onderwerp", "quarter": "filter_kwartaal"}
    st.session_state[keys["theme"]] = theme
    st.session_state[keys["quarter"]] = quarter
    with st.container(horizontal=True, vertical_alignment="bottom", key="theme-teams-choice"):
        st.selectbox(
            say("column.theme"),
            list(page.register.themes),
            format_func=lambda key: names(page)[key],
            width=290,
            key=keys["theme"],
            on_change=filterbar.changed,
            args=(f, keys["theme"], "theme"),
        )
        st.selectbox(
            say("column.quarter"),
            quarters,
            format_func=lambda code: sentences.period(say, code),
            width=220,
            key=keys["quarter"],
            on_change=filterbar.changed,
            args=(f, keys["quarter"], "quarter"),
        )


def _columns(page: Page) -> tuple[Column, ...]:
    say, smallest = page.words, page.percentage_base
    return (
        Column(say("norm.column.part"), lambda row: _part(page, row), is_name=True),
        Column(
            say("themes.column.meetings"),
            lambda row: proportion.spoken(
                say, row["meetings_with_theme"], row["meetings_with_any_theme"], smallest
            ),
            is_number=True,
        ),
        Column(
            say("themes.column.spread"),
            lambda row: sentences.count(say, row["networks_with_theme"], row["networks_that_met"]),
            is_number=True,
        ),
    )


def _part(page: Page, row: Row) -> str:
    if row["level"] == "region":
        return str(row["name"])
    return link(page.link("themas", **{row["level"]: row["key"]}), row["name"])
