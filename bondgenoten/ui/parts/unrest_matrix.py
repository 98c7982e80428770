"""All events in one picture: a row an event, a shape for each basisteam it touched."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.palette import REACH
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link, shape
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.table import page_of
from bondgenoten.ui.parts.unrest import in_scope

MOST_TEAMS = 40  # more basisteams than this are counted by district

Cells = dict[tuple[str, str], Safe]
Head = Sequence[tuple[str, Safe | str]]  # key of a column, and its heading


def matrix(page: Page) -> None:
    """Newest first; too many basisteams for one picture are counted by district."""
    say, frame = page.words, in_scope(page)
    if not len(frame):
        return
    teams = set(frame["basisteam"].unique())
    by_team = len(teams) <= MOST_TEAMS
    name = say("unrest.matrix.title")
    level = "team" if by_team else "district"
    st.html(heading(name, say(f"unrest.matrix.subtitle.{level}")))
    events = frame.drop_duplicates("event_id").iloc[::-1]
    shown = page_of(say, len(events), f"page-events-{page.filters.scope}")
    rows = records(events[shown])
    part = frame[frame["event_id"].isin([row["event_id"] for row in rows])]
    groups, head = _teams(page, teams) if by_team else (None, _districts(page, part))
    cells = _shapes(say, part) if by_team else _counts(say, part)
    whole = _table(page, name, groups, head, rows, cells)
    st.html(join(_legend(say) if by_team else None, whole))
    below(say, "unrest", say("metric.unrest.definition"), lambda: csv.machine(frame))


def _teams(page: Page, teams: set[str]) -> tuple[list[tuple[str, int]], Head]:
    """The districts with their width, and the basisteams, in the organisation's order."""
    known = [(code, team) for code, team in page.register.teams.items() if code in teams]
    widths: dict[str, int] = {}
    for _, team in known:
        widths[team["district"]] = widths.get(team["district"], 0) + 1
    head = [
        (code, link(page.link("basisteam", basisteam=code, event_id=None), team["name"]))
        for code, team in known
    ]
    # A district's teams stand together whatever their order elsewhere.
    place = {district: number for number, district in enumerate(widths)}
    district = {code: team["district"] for code, team in known}
    return list(widths.items()), sorted(head, key=lambda one: place[district[one[0]]])


def _districts(page: Page, part: pd.DataFrame) -> Head:
    found = set(part["district"].unique())
    return [
        (name, link(page.link("onrust", district=name), name))
        for name in page.register.districts
        if name in found
    ]


def _shapes(say: Words, part: pd.DataFrame) -> Cells:
    drawn = {
        code: join(
            element(
                "span", shape(mark.shape), class_=f"tone-{mark.tone}", title=say(f"code.{code}")
            ),
            element("span", say(f"code.{code}"), class_="unseen"),
        )
        for code, mark in REACH.items()
    }
    keys = zip(part["event_id"], part["basisteam"], part["reach"], strict=True)
    return {(event, team): drawn[reach] for event, team, reach in keys}


def _counts(say: Words, part: pd.DataFrame) -> Cells:
    """By district: basisteams with a network on the day, of those the event touched."""
    with_network = (part["reach"] != "NO_NETWORK").astype(int)
    counted = part.assign(with_network=with_network).groupby(["event_id", "district"], sort=False)
    sums = counted["with_network"].agg(["sum", "size"])
    return {
        key: join(say("unrest.matrix.of", x=say.number(int(x)), n=say.number(int(n))))
        for key, x, n in zip(sums.index, sums["sum"], sums["size"], strict=True)
    }


def _table(
    page: Page,
    name: str,
    groups: list[tuple[str, int]] | None,
    head: Head,
    rows: list[Row],
    cells: Cells,
) -> Safe:
    say = page.words
    top = (
        element(
            "tr",
            element("td"),
            [
                element("th", element("span", group), scope="colgroup", colspan=n)
                for group, n in groups
            ],
            class_="groups",
        )
        if groups
        else None
    )
    titles = element(
        "tr",
        element("th", say("column.name_nl"), scope="col"),
        [element("th", element("span", one), scope="col", class_="turned") for _, one in head],
    )
    nothing = element("span", say("unrest.matrix.untouched"), class_="unseen")
    body = [
        element(
            "tr",
            element("th", _event(page, row), scope="row"),
            [element("td", cells.get((row["event_id"], key), nothing)) for key, _ in head],
        )
        for row in rows
    ]
    whole = element(
        "table",
        element("caption", name, class_="unseen"),
        element("thead", top, titles),
        element("tbody", body),
        class_="figures matrix",
    )
    return element("div", whole, class_="scroll", role="region", aria_label=name, tabindex="0")


def _event(page: Page, row: Row) -> Safe:
    under = f"{page.words.date(row['date'])} · {row['event_place']}"
    address = page.link("onrust", event_id=row["event_id"])
    return join(link(address, row[f"name_{page.words.language}"]), element("small", under))


def _legend(say: Words) -> Safe:
    items = [element("li", marked(mark, say(f"code.{code}"))) for code, mark in REACH.items()]
    untouched = element("li", say("unrest.matrix.untouched_legend"))
    return element("ul", items, untouched, class_="legend", aria_label=say("unrest.legend"))
