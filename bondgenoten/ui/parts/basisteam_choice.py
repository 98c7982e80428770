"""The way to one basisteam: all in scope, by district, in the organisation's order."""

import streamlit as st

from bondgenoten.answers import Row, records, teams_of
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, link
from bondgenoten.ui.parts.answer import eyebrow, title


def choice(page: Page) -> None:
    """A list a district; beside each basisteam how many of its networks stand well."""
    say = page.words
    teams = records(teams_of(page.compliance, page.filters.scope))
    over = "over" if page.answer.is_over else "running"
    title(page, eyebrow(page), say("basisteam.which"), say(f"basisteam.which.{over}"))
    by_district: dict[str, list[Row]] = {}
    for team in teams:
        by_district.setdefault(team["district"], []).append(team)
    parts = [_district(page, name, found) for name, found in by_district.items()]
    st.html(element("div", parts, class_="team-lists"))


def _district(page: Page, name: str, teams: list[Row]) -> Safe:
    items = [element("li", _team(page, team)) for team in teams]
    return element("section", element("h2", name), element("ul", items))


def _team(page: Page, team: Row) -> tuple[Safe, Safe]:
    count = sentences.of_course(page.words, team, page.answer.is_over)
    return (
        link(page.link("basisteam", basisteam=team["key"]), team["name"]),
        element("span", count, class_="quiet"),
    )
