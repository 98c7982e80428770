"""The roll-out since 2007: how many basisteams have a network, and what began and ended."""

from bondgenoten import charts, periods
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.periods import BEGAN, ORDERED
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe
from bondgenoten.ui.parts.answer import eyebrow, title
from bondgenoten.ui.parts.chart import Chart, show
from bondgenoten.ui.parts.reach import teams
from bondgenoten.ui.parts.table import Column, table

MARKS = {BEGAN: "rollout.mark.start", ORDERED: "rollout.mark.order"}


def headline(page: Page) -> None:
    """How many basisteams have a network, how it began, and which were missed or lost."""
    say, found = page.words, teams(page)
    if not found:
        title(page, eyebrow(page), say("rollout.none"))
        return
    active = sum(1 for team in found if team["reached"] == "REACHED")
    never = sum(1 for team in found if team["reached"] == "NEVER")
    lost = sum(1 for team in found if team["reached"] == "LOST")
    title(
        page,
        eyebrow(page),
        sentences.counted(say, "rollout.answer", active, len(found), of="rollout.teams"),
        say("rollout.history"),
        " ".join(
            sentences.plural(say, f"rollout.{name}", n)
            for name, n in (("never", never), ("lost", lost))
            if n
        ),
    )


def reached(page: Page) -> None:
    """The large chart: basisteams reached of those in force, step by step since January 2007."""
    say = page.words
    frame = page.register.rollout(page.filters.until, page.filters.scope)
    rows = dated(page, records(frame))
    last = rows[-1]
    said = say(
        "rollout.said",
        date=say.long_date(last["on_date"]),
        x=say.number(last["basisteams_with_network"]),
        n=say.number(last["basisteams_in_force"]),
    )
    marks = [(day, say(word)) for day, word in MARKS.items() if day <= last["on_date"]]
    show(
        say,
        Chart(
            key="rollout",
            title=say("rollout.title"),
            subtitle=f"{said} {say('rollout.carried_back')}",
            alt=say("rollout.alt", said=said, history=_history(page, rows)),
            figure=charts.rollout(rows, marks, (say("rollout.in_force"), say("rollout.with"))),
            table=_table(page, rows),
            counted=say("metric.rollout.definition"),
            csv=lambda: csv.machine(frame),
        ),
    )


def networks(page: Page) -> None:
    """Active networks month by month, and how many began and ended each year."""
    say = page.words
    frame = page.register.rollout(page.filters.until, page.filters.scope)
    rows = dated(page, records(frame))
    years = by_year(rows)
    last = years[-1]
    said = say(
        "rollout.networks.said",
        active=sentences.plural(say, "rollout.active", last["active_networks"]),
        year=last["year"],
        started=say.number(last["started"]),
        ended=say.number(last["ended"]),
    )
    names = tuple(say(f"rollout.networks.{name}") for name in ("active", "started", "ended"))
    show(
        say,
        Chart(
            key="rollout-networks",
            title=say("rollout.networks.title"),
            subtitle=f"{said} {say('rollout.networks.subtitle')}",
            alt=say("rollout.networks.alt", said=said),
            figure=charts.networks(rows, years, (names[0], names[1], names[2])),
            table=_years_table(page, years),
            counted=say("metric.rollout.definition"),
            csv=lambda: csv.machine(frame),
        ),
    )


def dated(page: Page, rows: list[Row]) -> list[Row]:
    """Each month with the day it is counted on: its last, or the date looked at."""
    until = page.filters.until
    return [row | {"on_date": min(periods.last_day(row["month"]), until)} for row in rows]


def by_year(rows: list[Row]) -> list[Row]:
    """A row a year: what began and ended in it, and the networks and basisteams at its end."""
    years: dict[str, Row] = {}
    for row in rows:
        year = years.setdefault(row["month"][:4], {"started": 0, "ended": 0})
        year |= {
            "year": row["month"][:4],
            "started": year["started"] + row["networks_started"],
            "ended": year["ended"] + row["networks_ended"],
            "active_networks": row["active_networks"],
        }
    return list(years.values())


def _history(page: Page, rows: list[Row]) -> str:
    """Basisteams reached at the end of every fourth year, for who cannot see the line."""
    say = page.words
    ends = [row for row in rows if row["month"].endswith("-12")][::-4][::-1]
    return ", ".join(
        say("rollout.at", year=row["month"][:4], x=row["basisteams_with_network"],
            n=row["basisteams_in_force"])
        for row in ends
    )  # fmt: skip


def _table(page: Page, rows: list[Row]) -> Safe:
    """The last month of each year: two hundred months are for the download."""
    say = page.words
    ends = [row for row in rows if row["month"].endswith("-12") or row is rows[-1]]
    columns = (
        Column(say("column.on_date"), lambda row: _date(page, row), is_name=True),
        Column(
            say("column.basisteams_with_network"),
            lambda row: say.number(row["basisteams_with_network"]),
            is_number=True,
        ),
        Column(
            say("column.basisteams_in_force"),
            lambda row: say.number(row["basisteams_in_force"]),
            is_number=True,
        ),
        Column(
            say("column.active_networks"),
            lambda row: say.number(row["active_networks"]),
            is_number=True,
        ),
    )
    return table(say("rollout.table"), columns, ends[::-1])


def _date(page: Page, row: Row) -> str:
    day = page.words.date(row["on_date"])
    return f"{day} ({page.words('rollout.back')})" if row["is_carried_back"] else day


def _years_table(page: Page, years: list[Row]) -> Safe:
    say = page.words

    def number(title_: str, name: str) -> Column:
        return Column(title_, lambda row: say.number(row[name]), is_number=True)

    columns = (
        Column(say("column.year"), lambda row: row["year"], is_name=True),
        number(say("column.networks_started"), "started"),
        number(say("column.networks_ended"), "ended"),
        number(say("column.active_networks"), "active_networks"),
    )
    return table(say("rollout.networks.title"), columns, years[::-1])
