"""One basisteam: how it stands, its themes beside the region's, who sits in its networks."""

import streamlit as st

from bondgenoten.answers import Row, records, teams_of
from bondgenoten.exports import csv
from bondgenoten.palette import CHECKS
from bondgenoten.proportion import spoken
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.answer import eyebrow, title
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.table import OF_A_TEAM, Column, page_of, table

SIDES = (("members_police", "one_police"), ("members_municipality", "one_municipality"),
         ("members_citizens", "has_citizens"), ("members_total", "at_most_ten"))  # fmt: skip


def headline(page: Page) -> None:
    """The overview's answer for this team alone; without a network, since when."""
    say = page.words
    said = sentences.overview(say, page.answer)
    if len(said) > 1 and page.answer.assessable:
        said = [f"{said[0]} {said[1]}", *said[2:]]
    title(page, eyebrow(page), *said, *_without(page), *_confirmed(page))


def _without(page: Page) -> list[str]:
    say, team = page.words, _own(page)
    if team is None:
        return [say("basisteam.not_then", year=page.filters.year)]
    if team["active_networks"]:
        return []
    last = team["last_active_on"]
    return [say("basisteam.since", date=say.long_date(last)) if last else say("basisteam.never")]


def _confirmed(page: Page) -> list[str]:
    say, team = page.words, _own(page)
    if team is None:
        return []
    until = team["confirmed_until"]
    if until is None:
        return [say("basisteam.never_confirmed")]
    return [say("basisteam.confirmed", date=say.long_date(until))]


def _own(page: Page) -> Row | None:
    return next(iter(records(teams_of(page.compliance, page.filters.scope))), None)


def themes(page: Page) -> None:
    """What was discussed in twelve months: this team's counts, and the region's beside them."""
    say, f = page.words, page.filters
    frame = page.register.figures("recent_themes", f.as_of)
    own = frame[(frame["level"] == "basisteam") & (frame["key"] == f.basisteam)]
    unit = page.register.teams[f.basisteam or ""]["unit"]
    region = frame[(frame["level"] == "region") & (frame["key"] == unit)]
    beside = {row["theme"]: row for row in records(region)}
    rows = records(own)
    name = say("basisteam.themes.title")
    if not rows or not rows[0]["meetings_with_any_theme"]:
        st.html(
            join(heading(name, say("themes.caption")), element("p", say("basisteam.themes.none")))
        )
        return
    counted = sentences.count(say, rows[0]["meetings_with_any_theme"], rows[0]["meetings_held"])
    st.html(
        heading(
            name, f"{say('themes.caption')} {say('basisteam.themes.subtitle', counted=counted)}"
        )
    )
    known = page.register.themes
    columns = (
        Column(
            say("column.theme"),
            lambda row: known[row["theme"]][f"name_{say.language}"],
            is_name=True,
        ),
        Column(
            page.register.teams[f.basisteam or ""]["name"],
            lambda row: _share(page, row),
            is_number=True,
        ),
        Column(unit, lambda row: _share(page, beside[row["theme"]]), is_number=True),
    )
    st.html(table(name, columns, rows))
    below(say, "recent_themes", say("metric.recent_themes.definition"), lambda: csv.machine(own))


def _share(page: Page, row: Row) -> str:
    x, n = row["meetings_with_theme"], row["meetings_with_any_theme"]
    return spoken(page.words, x, n, page.percentage_base)


def composition(page: Page) -> None:
    """Members of each active network in counts, each with its own check; there is no score."""
    say, f = page.words, page.filters
    own = f.scope.of(page.register.figures("composition", f.as_of, basisteam=page.only_team))
    name = say("basisteam.composition.title")
    if not len(own):
        return
    st.html(heading(name, say("basisteam.composition.subtitle")))
    shown = page_of(say, len(own), f"page-composition-{f.basisteam}", OF_A_TEAM)
    columns = (
        Column(say("filter.network"), lambda row: network_link(page, row), is_name=True),
        *(_check(page, count, check) for count, check in SIDES),
    )
    st.html(table(name, columns, records(own[shown])))
    below(say, "composition", say("metric.composition.definition"), lambda: csv.machine(own))


def _check(page: Page, count: str, check: str) -> Column:
    """A count of members, with whether it is as it should be as shape and word."""
    say = page.words

    def cell(row: Row) -> Safe:
        is_so = bool(row[check])
        said = join(
            say.number(row[count]),
            element("span", f", {say(f'basisteam.check.{is_so}'.lower())}", class_="unseen"),
        )
        return marked(CHECKS[is_so], said)

    return Column(say(f"basisteam.column.{count}"), cell)


def network_link(page: Page, row: Row) -> Safe:
    """A network's name as a link to its page, its number beneath."""
    address = page.link("netwerk", basisteam=row["basisteam"], network_id=row["network_id"])
    return join(link(address, row["name"]), element("small", row["network_id"]))
