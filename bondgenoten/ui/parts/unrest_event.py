"""One event: each basisteam it touched, and each network that was there."""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.palette import REACH
from bondgenoten.ui import unrest_sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.marks import marked
from bondgenoten.ui.parts.table import A_FEW, Column, page_of, table
from bondgenoten.ui.parts.unrest import chosen, in_scope
from bondgenoten.ui.sentences import count


def teams(page: Page) -> None:
    """A row a basisteam: networks, prepared, first meeting, and what was discussed after."""
    event, say, f = chosen(page), page.words, page.filters
    frame = in_scope(page)
    frame = frame[frame["event_id"] == f.event_id]
    if event is None or not len(frame):
        return
    norm = page.register.norm_of(event["date"].year)
    name = say("unrest.teams.title")
    st.html(
        heading(
            name,
            say(
                "unrest.teams.subtitle",
                prepared=norm["prepared_meetings"],
                before=norm["prepared_days"],
                after=norm["unrest_days"],
            ),
        )
    )
    shown = page_of(say, len(frame), f"page-reach-{f.scope}-{f.event_id}", A_FEW)
    rows = records(frame[shown])
    discussed = _discussed(page, [row["basisteam"] for row in rows])
    st.html(table(name, _team_columns(page, discussed, norm["first_meeting_days"]), rows))
    below(say, "unrest", say("metric.unrest.definition"), lambda: csv.machine(frame))


def networks(page: Page) -> None:
    """A row a network that was active on the day, in the organisation's order."""
    say, f = page.words, page.filters
    if chosen(page) is None:
        return
    known = page.register.networks()
    frame = page.register.figures("networks_at_events", f.as_of, event_id=f.event_id)
    if f.scope.level != "region":
        frame = frame[frame["basisteam"].isin(in_scope(page)["basisteam"].unique())]
    if not len(frame):
        return
    # The register's own order of networks is the organisation's.
    places = pc.index_in(pa.array(frame["network_id"]), value_set=pa.array(list(known)))
    ordered = places.to_numpy().argsort(kind="stable")
    name = say("unrest.networks.title")
    st.html(heading(name, say("unrest.networks.subtitle")))
    shown = page_of(say, len(frame), f"page-at-event-{f.scope}-{f.event_id}", A_FEW)
    st.html(table(name, network_columns(page), records(frame.iloc[ordered[shown]])))
    below(
        say,
        "networks_at_events",
        say("metric.networks_at_events.definition"),
        lambda: csv.machine(frame.iloc[ordered]),
    )


def network_columns(page: Page) -> tuple[Column, ...]:
    """Of the rows of `networks_at_events`: the network, was it prepared, when did it first meet."""
    say, networks = page.words, page.register.networks()
    return (
        Column(say("filter.network"), lambda row: _network(page, networks, row), is_name=True),
        *outcome(page),
    )


def outcome(page: Page) -> tuple[Column, ...]:
    """Prepared or not, and the days to the first meeting."""
    say = page.words
    return (
        Column(
            say("column.reach"),
            lambda row: _reach(page, "PREPARED" if row["is_prepared"] else "NETWORK"),
        ),
        Column(say("column.first_meeting"), lambda row: first_of(page, row)),
    )


def first_of(page: Page, row: Row) -> str:
    """The first meeting of one network after one event."""
    days = row["first_meeting_after"]
    code = "CAME_TOGETHER" if days is not None else "NOT_YET" if row["is_followed"] else "TOO_EARLY"
    return unrest_sentences.first_meeting(page.words, code, days)


def _discussed(page: Page, teams: list[str]) -> dict[str, str]:
    """For each of the basisteams the themes of the days after, most discussed first, with their counts."""
    say, known = page.words, page.register.themes
    frame = page.register.figures("aftermath", page.filters.as_of, event_id=page.filters.event_id)
    ordered = frame[frame["basisteam"].isin(teams)].sort_values(
        "meetings_with_theme", ascending=False, kind="stable"
    )
    found: dict[str, list[str]] = {}
    columns: Iterable[tuple[str, str, int]] = zip(
        *(ordered[c].tolist() for c in ("basisteam", "theme", "meetings_with_theme")), strict=True
    )
    for team, theme, n in columns:
        name = known[theme][f"name_{say.language}"] if theme in known else theme
        found.setdefault(team, []).append(f"{name} {say.number(n)}")
    return {team: ", ".join(themes) for team, themes in found.items()}


def _team_columns(page: Page, discussed: dict[str, str], days: int) -> tuple[Column, ...]:
    say = page.words
    return (
        Column(say("column.basisteam"), lambda row: _team(page, row), is_name=True),
        Column(say("column.reach"), lambda row: _reach(page, row["reach"])),
        Column(
            say("unrest.teams.prepared"),
            lambda row: count(say, row["prepared"], row["networks"]),
            is_number=True,
        ),
        Column(
            say("column.first_meeting"),
            lambda row: unrest_sentences.first_meeting(
                say, row["first_meeting"], row["first_meeting_after"]
            ),
        ),
        Column(
            say("unrest.teams.in_time", days=days),
            lambda row: unrest_sentences.in_time(say, row),
            is_number=True,
        ),
        Column(
            say("unrest.teams.themes"),
            lambda row: discussed.get(row["basisteam"], say("count.none")),
            is_long=True,
        ),
    )


def _reach(page: Page, code: str) -> Safe:
    return marked(REACH[code], page.words(f"code.{code}"))


def _team(page: Page, row: Row) -> Safe:
    address = page.link("basisteam", basisteam=row["basisteam"], event_id=None)
    return link(address, row["basisteam_name"])


def _network(page: Page, networks: dict[str, Row], row: Row) -> Safe:
    known = networks[row["network_id"]]
    address = page.link("netwerk", basisteam=known["basisteam"], network_id=row["network_id"])
    team = page.register.teams.get(row["basisteam"], {}).get("name", row["basisteam"])
    return join(link(address, known["name"]), element("small", f"{row['network_id']} · {team}"))
