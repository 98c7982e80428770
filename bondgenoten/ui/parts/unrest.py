"""Unrest: the answer for one event, the choice of an event, and what peace and unrest counted."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.ui import filterbar, sentences, unrest_sentences
from bondgenoten.ui.evidence import Behind, NetworksBehind
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element, link
from bondgenoten.ui.parts.answer import eyebrow, title
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import A_FEW, Column, page_of, table


def in_scope(page: Page) -> pd.DataFrame:
    """The rows of `unrest` of the chosen part of the organisation, in time."""
    return page.filters.scope.of(page.register.unrest(page.filters.as_of))


def chosen(page: Page) -> Row | None:
    """The event in the address, where it had happened by the as-of date."""
    event = page.register.events().get(page.filters.event_id or "")
    return event if event and unrest_sentences.is_known(event, page.filters.as_of) else None


def headline(page: Page) -> None:
    """For the chosen event, or else the latest that touched the scope: where was a network."""
    say, frame = page.words, in_scope(page)
    event = chosen(page)
    is_latest = event is None
    if event is None and len(frame):
        event = page.register.events()[str(frame["event_id"].iloc[-1])]
    if event is None:
        title(page, eyebrow(page), say("unrest.no_events"), say("unrest.no_effect"))
        return
    rows = frame[frame["event_id"] == event["event_id"]]
    days = page.register.norm_of(event["date"].year)["first_meeting_days"]
    reach = unrest_sentences.Reach.of(rows)
    said = unrest_sentences.answer(say, event, reach, days)
    kind = "unrest.latest" if is_latest else "unrest.chosen"
    name = f"{eyebrow(page)} · {say(kind, date=say.long_date(event['date']))}"
    title(page, name, *said, say("unrest.no_effect"))


def choice(page: Page) -> None:
    """The events that had happened, newest first; the choice stands in the address."""
    say, f = page.words, page.filters
    events = page.register.events()
    known = [key for key, event in events.items() if unrest_sentences.is_known(event, f.as_of)]
    key = "filter_gebeurtenis"
    st.session_state[key] = f.event_id if f.event_id in known else filterbar.ALL
    st.selectbox(
        say("unrest.choose"),
        [filterbar.ALL, *known[::-1]],
        format_func=lambda one: (
            unrest_sentences.event_name(say, events[one]) if one else say("unrest.all")
        ),
        key=key,
        on_change=filterbar.changed,
        args=(f, key, "event_id"),
        width=520,
    )


def peacetime(page: Page) -> None:
    """The year's meetings as two counts for each basisteam that met, never a target."""
    say, f, teams = page.words, page.filters, page.register.teams
    frame = page.register.peacetime(f.year, f.as_of)
    within = [
        code
        for code, team in teams.items()
        if f.basisteam in (None, code) and f.district in (None, team["district"])
    ]
    frame = frame[frame["basisteam"].isin(within)]
    peace, after = (int(frame[name].sum()) for name in ("in_peacetime", "after_event"))
    said = say("unrest.peacetime.counts", peace=say.number(peace), after=say.number(after))
    days = page.register.norm_of(f.year)["unrest_days"]
    head = say("unrest.peacetime.title", year=f.year, counts=said)
    st.html(heading(head, say("unrest.peacetime.subtitle", days=days)))
    found = {row["basisteam"]: row for row in records(frame)}
    rows = [found[code] for code in within if code in found]
    columns = (
        Column(
            say("column.basisteam"),
            lambda row: link(
                page.link("basisteam", basisteam=row["basisteam"]), teams[row["basisteam"]]["name"]
            ),
            is_name=True,
        ),
        _number(page, "in_peacetime"),
        _number(page, "after_event"),
    )
    if rows:
        with st.expander(say("unrest.peacetime.by_team")):
            shown = page_of(say, len(rows), f"page-peacetime-{f.scope}-{f.year}", A_FEW)
            st.html(table(head, columns, rows[shown]))
    else:
        st.html(element("p", say("unrest.peacetime.none", year=f.year)))
    below(say, "peacetime", say("metric.peacetime.definition"), lambda: csv.machine(frame))


def behind(page: Page) -> Behind:
    """The meetings of the year, or round a chosen event: its days to prepare and those of unrest."""
    event, f = chosen(page), page.filters
    norm = page.register.norm_of(event["date"].year if event else f.year)
    since, until = date(f.year, 1, 1), date(f.year, 12, 31)
    if event:
        since = event["date"] - timedelta(days=norm["prepared_days"])
        until = event["date"] + timedelta(days=norm["unrest_days"])
    return Behind(
        f.as_of, since, until, f.district, f.basisteam,
        event_id=event["event_id"] if event else None, grain="day",
    )  # fmt: skip


def networks_then(page: Page) -> NetworksBehind:
    """The networks of the basisteams that the chosen event touched, as they stood on its day."""
    event, f = chosen(page), page.filters
    day = event["date"] if event else f.as_of
    return NetworksBehind(day, f.district, f.basisteam, event["event_id"] if event else None)


def beside(page: Page) -> list[Column]:
    """Beside a meeting's row: the event it came after, or that it was in peacetime."""
    say, frame = page.words, page.register.unrest(page.filters.as_of)
    struck: dict[str, list[Row]] = {}
    for row in records(frame[["basisteam", "date", "name_nl", "name_en"]]):
        struck.setdefault(row["basisteam"], []).append(row)

    def after(row: Row) -> str:
        if row["counts_as"] != "COUNTED":
            return say("count.none")
        found = [
            event[f"name_{say.language}"]
            for event in struck.get(row["basisteam"], [])
            if 0
            <= (row["date"] - event["date"]).days
            <= page.register.norm_of(event["date"].year)["unrest_days"]
        ]
        return ", ".join(found) or say("unrest.in_peacetime")

    return [Column(say("column.after_event"), after, is_long=True)]


def _number(page: Page, name: str) -> Column:
    return Column(
        page.words(f"column.{name}"),
        lambda row: sentences.plural(page.words, "count.number", row[name]),
        is_number=True,
    )
