"""One network: how it stands, a strip of its whole life, its years, its pauses."""

from datetime import date

import streamlit as st

from bondgenoten import charts
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts import marks
from bondgenoten.ui.parts.answer import title
from bondgenoten.ui.parts.chart import Chart, below, heading, show
from bondgenoten.ui.parts.table import Column, table

NEWEST = 50


def headline(page: Page, network: Row) -> None:
    """The network's name as the eyebrow, its answer for the chosen year as the title."""
    say, f = page.words, page.filters
    years = records(page.register.life(network["network_id"], f.as_of))
    row = next((row for row in years if row["year"] == f.year), None)
    said = sentences.network(say, row) if row else [say("network.not_then", year=f.year)]
    team = page.register.teams[network["basisteam"]]["name"]
    name = f"{network['name']} · {team} · {say('frame.as_of', date=say.long_date(f.as_of))}"
    title(page, name, *said)
    st.html(_facts(page, network))


def life(page: Page, network: Row) -> None:
    """Every meeting since the start, with its pauses; later ones only as they are planned. Nothing of
    a network that has to begin and has no meeting yet."""
    say, f = page.words, page.filters
    frame = page.register.table("meetings", network["network_id"], f.as_of)
    frame = frame[(frame["date"] <= f.as_of) | (frame["status"] == "planned")]
    meetings = records(frame)
    if network["started_on"] > f.as_of and not meetings:
        return
    pauses = records(page.register.table("pauses", network["network_id"], f.as_of))
    ends = network["ended_on"] or f.as_of
    span = (
        network["started_on"],
        max([ends, f.as_of if not network["ended_on"] else ends] + [m["date"] for m in meetings]),
    )
    held = [m for m in meetings if m["status"] == "held"]
    planned = [m for m in meetings if m["status"] == "planned" and m["date"] >= f.as_of]
    said = say("network.life.counts", held=len(held), planned=len(planned), pauses=len(pauses))
    show(
        say,
        Chart(
            key="meetings",
            title=say("network.life.title", date=say.long_date(network["started_on"])),
            subtitle=said,
            alt=say("network.life.alt", start=say.date(network["started_on"]), said=said),
            figure=charts.life(meetings, pauses, say, span, f.as_of),
            table=_meetings(page, meetings),
            counted=say("metric.meetings.definition"),
            csv=lambda: csv.machine(frame),
        ),
    )


def years(page: Page, network: Row) -> None:
    """The norm in each year of its life, the newest first; nothing before it began."""
    say = page.words
    frame = page.register.life(network["network_id"], page.filters.as_of)
    if not len(frame):
        return
    columns = (
        Column(
            say("column.year"),
            lambda row: link(page.link("netwerk", year=row["year"]), str(row["year"])),
            is_name=True,
        ),
        Column(
            say("norm.column.meetings"),
            lambda row: marks.dots(say, row["held"], row["planned"], row["required"]),
        ),
        Column(say("column.held"), lambda row: say.number(row["held"]), is_number=True),
        Column(say("column.required"), lambda row: say.number(row["required"]), is_number=True),
        Column(say("column.status"), lambda row: marks.status(say, row["status"])),
        Column(
            say("column.active_days"), lambda row: say.number(row["active_days"]), is_number=True
        ),
        Column(
            say("column.longest_silence"),
            lambda row: _number(page, row["longest_silence"]),
            is_number=True,
        ),
    )
    rows = records(frame)[::-1]
    st.html(
        join(
            heading(say("network.years.title"), say("network.years.subtitle")),
            table(say("network.years.title"), columns, rows),
        )
    )
    below(say, "norm", say("metric.norm.definition"), lambda: csv.machine(frame))


def pauses(page: Page, network: Row) -> None:
    """When it did not have to meet, and why; nothing where it was never paused."""
    say = page.words
    frame = page.register.table("pauses", network["network_id"], page.filters.as_of)
    if not len(frame):
        return
    columns = (
        Column(say("column.paused_from"), lambda row: say.date(row["paused_from"]), is_name=True),
        Column(
            say("column.paused_until"),
            lambda row: (
                say.date(row["paused_until"]) if row["paused_until"] else say("network.pause_open")
            ),
        ),
        Column(say("column.reason"), lambda row: row["reason"], is_long=True),
    )
    head = heading(say("file.pauses"), say("network.pauses.subtitle"))
    st.html(join(head, table(say("file.pauses"), columns, records(frame)[::-1])))


def _facts(page: Page, network: Row) -> Safe:
    say = page.words
    row = records(page.register.table("networks", network["network_id"], page.filters.as_of))[0]
    facts = [
        (say("column.network_id"), row["network_id"]),
        (say("column.municipality"), row["municipality"]),
        (say("column.area"), row["area"]),
        (say("column.scale"), say(f"code.{row['scale']}")),
        (say("column.started_on"), say.date(row["started_on"])),
        (say("column.ended_on"), say.date(row["ended_on"]) if row["ended_on"] else None),
        (
            say("network.members"),
            say(
                "network.members_of",
                police=row["members_police"],
                municipality=row["members_municipality"],
                citizens=row["members_citizens"],
            ),
        ),
    ]
    items = [
        element("div", element("dt", name), element("dd", value)) for name, value in facts if value
    ]
    return element("dl", items, class_="facts")


def _meetings(page: Page, meetings: list[Row]) -> Safe:
    say, f = page.words, page.filters
    columns = (
        Column(say("column.date"), lambda row: say.date(row["date"]), is_name=True),
        Column(say("column.status"), lambda row: _status(page, row, f.as_of)),
        Column(say("column.kind"), lambda row: say(f"code.{row['kind']}")),
        Column(say("column.themes"), lambda row: _themes(page, row), is_long=True),
    )
    newest = meetings[::-1][:NEWEST]
    caption = say("network.meetings.caption", shown=len(newest), n=len(meetings))
    return table(caption, columns, newest, is_caption_shown=True)


def _status(page: Page, meeting: Row, as_of: date) -> Safe:
    mark = marks.meeting(page.words, meeting["status"])
    is_to_confirm = meeting["status"] == "planned" and meeting["date"] < as_of
    return join(mark, element("small", page.words("network.to_confirm")) if is_to_confirm else None)


def _themes(page: Page, meeting: Row) -> str:
    known, name = page.register.themes, f"name_{page.words.language}"
    return ", ".join(known[theme][name] for theme in meeting["themes"] if theme in known)


def _number(page: Page, value: int | None) -> str:
    return page.words("count.none") if value is None else page.words.number(value)
