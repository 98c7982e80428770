"""One network in more detail: what it spoke of, who were there, and what happened around it."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.proportion import spoken
from bondgenoten.ui import evidence, sentences
from bondgenoten.ui.evidence import Behind
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import join, link
from bondgenoten.ui.parts.chart import below, heading
from bondgenoten.ui.parts.table import Column, page_of, table
from bondgenoten.ui.parts.team_rhythm import span
from bondgenoten.ui.parts.unrest_event import outcome

MEETINGS = 10
SIDES = ("present_police", "present_municipality", "present_citizens")


def themes(page: Page, network: Row) -> None:
    """Each theme it ever spoke of: meetings of the last 24 months, and of its whole life."""
    say, f, known = page.words, page.filters, page.register.themes
    frame = evidence.whole(page.register.path, page.register.version, _life(page, network))
    counted = frame[frame["counts_as"] == "COUNTED"]
    rows = [row["themes"] for row in records(counted)]
    recent = counted[counted["date"] >= span(f.as_of)[0]]
    all_time, lately = _counts(rows), _counts([row["themes"] for row in records(recent)])
    found = [theme for theme in known if all_time[theme]]
    if not found:
        return
    name = say("network.themes.title")

    def column(title: str, counts: Counter[str]) -> Column:
        return Column(
            title,
            lambda row: spoken(say, counts[row["theme"]], counts[""], page.percentage_base),
            is_number=True,
        )

    columns = (
        Column(
            say("column.theme"),
            lambda row: known[row["theme"]][f"name_{say.language}"],
            is_name=True,
        ),
        column(say("network.themes.recent"), lately),
        column(say("network.themes.all"), all_time),
    )
    head = heading(name, f"{say('themes.caption')} {say('network.themes.subtitle')}")
    st.html(join(head, table(name, columns, [{"theme": theme} for theme in found])))
    below(
        say, "network-themes", say("metric.recent_themes.definition"), lambda: csv.machine(counted)
    )


def _counts(meetings: list[list[str]]) -> Counter[str]:
    """Meetings by theme; under the empty name those with any theme."""
    counts = Counter(theme for themes in meetings for theme in themes)
    counts[""] = sum(bool(themes) for themes in meetings)
    return counts


def _life(page: Page, network: Row) -> Behind:
    """All it ever held up to the as-of date."""
    return Behind(
        as_of=page.filters.as_of,
        since=date.min,
        until=page.filters.as_of,
        network_id=network["network_id"],
    )


def attendance(page: Page, network: Row) -> None:
    """Who were there at its last meetings, in counts; nothing where none was held."""
    say, f = page.words, page.filters
    frame = page.register.table("meetings", network["network_id"], f.as_of)
    held = frame[(frame["status"] == "held") & (frame["date"] <= f.as_of)]
    rows = records(held.tail(MEETINGS))[::-1]
    if not rows:
        return
    recorded = [row for row in rows if all(row[side] is not None for side in SIDES)]
    both = sum(row["present_police"] > 0 and row["present_municipality"] > 0 for row in recorded)
    said = sentences.plural(
        say, "network.attendance.subtitle", len(recorded), both=say.number(both), n_all=len(rows)
    )
    columns = (
        Column(say("column.date"), lambda row: say.date(row["date"]), is_name=True),
        *(
            Column(say(f"network.attendance.{side}"), _present(page, side), is_number=True)
            for side in SIDES
        ),
    )
    name = say("network.attendance.title")
    st.html(join(heading(name, said), table(name, columns, rows)))
    below(say, "attendance", say("metric.attendance.definition"), lambda: csv.machine(held))


def _present(page: Page, side: str) -> Callable[[Row], str]:
    none, number = page.words("count.none"), page.words.number
    return lambda row: none if row[side] is None else number(row[side])


def events(page: Page, network: Row) -> None:
    """The events that touched its basisteam while it was active, the newest first."""
    say, f = page.words, page.filters
    key = network["network_id"]
    frame = page.register.figures("networks_at_events", f.as_of, network_id=key)
    if not len(frame):
        return
    known = page.register.events()
    columns = (
        Column(
            say("column.name_nl"),
            lambda row: link(
                page.link("onrust", event_id=row["event_id"]),
                known[row["event_id"]][f"name_{say.language}"],
            ),
            is_name=True,
        ),
        Column(say("column.date"), lambda row: say.date(row["date"])),
        *outcome(page),
    )
    name = sentences.plural(say, "network.events.title", len(frame))
    st.html(heading(name, f"{say('network.events.subtitle')} {say('unrest.no_effect')}"))
    shown = page_of(say, len(frame), f"page-events-{key}")
    st.html(table(name, columns, records(frame.iloc[::-1][shown])))
    below(
        say,
        "networks_at_events",
        say("metric.networks_at_events.definition"),
        lambda: csv.machine(frame),
    )
