"""The quarter's roll-out and unrest, from the figures of the review: as frozen, or as known now."""

from datetime import date

import streamlit as st

from bondgenoten.answers import Row
from bondgenoten.palette import REACH
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element
from bondgenoten.ui.parts import quarter as figures
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.table import Column, table
from bondgenoten.ui.review import Review

TEAMS = ("basisteams_in_force", "basisteams_with_network", "active_networks")


def rollout(page: Page, review: Review) -> None:
    """Basisteams with a network, beside two other quarters; by name those that have none."""
    say = page.words
    title = say("paper.rollout.title")
    st.html(heading(title, say("quarter.rollout.subtitle")))
    figures.beside(page, review, title, "compliance", TEAMS)
    teams = [row for row in _rows(review, "reach", "basisteam") if _is_in_scope(review, row)]
    said = [
        say(f"quarter.rollout.{code}", teams=", ".join(names))
        for code in ("LOST", "NEVER")
        if (names := [row["name"] for row in teams if row["reached"] == code])
    ]
    st.html(element("div", [element("p", one) for one in said], class_="prose"))


def unrest(page: Page, review: Review) -> None:
    """The events of the quarter: where a network was then, prepared, and how soon it met."""
    say = page.words
    found = _rows(review, "unrest", "event_id", "basisteam")
    rows = sorted((row for row in found if _is_in_scope(review, row)), key=lambda row: row["date"])
    if not rows:
        st.html(heading(say("paper.unrest.title"), say("paper.unrest.none")))
        return
    days = page.register.norm_of(review.quarter.year)["first_meeting_days"]
    st.html(heading(say("paper.unrest.title"), say("paper.unrest.counted", days=days)))
    columns = [
        Column(say("paper.unrest.event"), lambda row: _event(page, row), is_name=True),
        Column(say("column.date"), lambda row: say.date(date.fromisoformat(row["date"]))),
        Column(say("column.basisteam"), lambda row: row["basisteam_name"]),
        Column(say("column.reach"), lambda row: _reach(page, row)),
        Column(
            say("column.prepared"),
            lambda row: _of(page, row, "prepared", "networks"),
            is_number=True,
        ),
        Column(
            say("paper.unrest.in_time"),
            lambda row: _of(page, row, "in_time", "followed"),
            is_number=True,
        ),
    ]
    st.html(table(say("paper.unrest.title"), columns, rows, is_stacked=True))


def _rows(review: Review, metric: str, *key: str) -> list[Row]:
    """The figures of one metric in this quarter, a row for each key."""
    found: dict[str, Row] = {}
    for figure, value in review.of_metric(metric).items():
        named = dict(zip(key, figure.key.split("|"), strict=True))
        found.setdefault(figure.key, named)[figure.figure] = value
    return list(found.values())


def _is_in_scope(review: Review, row: Row) -> bool:
    if review.scope.basisteam:
        return bool(row["basisteam"] == review.scope.basisteam)
    return review.scope.district in (None, row["district"])


def _event(page: Page, row: Row) -> str:
    # A closed quarter froze the Dutch name alone; an event that has gone since has only that.
    known = page.register.events().get(row["event_id"], {}) if page.words.language == "en" else {}
    return str(known.get("name_en") or row["name_nl"])


def _reach(page: Page, row: Row) -> Safe:
    return marked(REACH[row["reach"]], page.words(f"code.{row['reach']}"))


def _of(page: Page, row: Row, part: str, whole: str) -> str:
    say = page.words
    x, n = (int(row[name] or 0) for name in (part, whole))
    return say("count.of", x=say.number(x), total=say.number(n)) if n else say("count.none")
