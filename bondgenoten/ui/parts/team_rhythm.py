"""The rhythm of one basisteam: the meetings of each of its networks over the last 24 months."""

from datetime import date, timedelta

import pandas as pd

from bondgenoten import charts
from bondgenoten.answers import Row, records
from bondgenoten.exports import csv
from bondgenoten.ui import evidence, sentences
from bondgenoten.ui.evidence import Behind
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe
from bondgenoten.ui.parts.basisteam import network_link
from bondgenoten.ui.parts.chart import Chart, show
from bondgenoten.ui.parts.table import OF_A_TEAM, Column, page_of, table

DRAWN = ("network_id", "name", "date", "counts_as")
AHEAD = timedelta(days=92)  # so that what is planned next can be seen


def rhythm(page: Page) -> None:
    """A strip a network, in the organisation's order; nothing where the team had none."""
    say, f = page.words, page.filters
    networks = _alive(page)
    if not networks:
        return
    shown = networks[page_of(say, len(networks), f"page-rhythm-{f.basisteam}", OF_A_TEAM)]
    behind = _behind(page)
    ids = [row["network_id"] for row in shown]
    frame = evidence.whole(page.register.path, page.register.version, behind, DRAWN)
    frame = frame[frame["network_id"].isin(ids)]
    pauses = page.register.figures("pauses", f.as_of)
    pauses = pauses[pauses["network_id"].isin(ids)]
    meetings = records(frame)
    held = sum(row["counts_as"] == "COUNTED" for row in meetings)
    among = sentences.plural(say, "count.of_networks", len(shown))
    said = sentences.plural(say, "team_rhythm.counts", held, networks=among)
    name = say("team_rhythm.title")
    show(
        say,
        Chart(
            key="team-rhythm",
            title=name,
            subtitle=said,
            alt=say("team_rhythm.alt", said=said, silent=_silent(page, shown, meetings)),
            figure=charts.strips(shown, meetings, records(pauses), say, span(f.as_of), f.as_of),
            table=_table(page, name, shown, meetings),
            counted=say("metric.evidence.definition"),
            csv=lambda: csv.machine(_whole(page, behind, ids)),
        ),
    )


def span(as_of: date) -> tuple[date, date]:
    """The 24 months up to the as-of date, and the weeks ahead."""
    day = 28 if (as_of.month, as_of.day) == (2, 29) else as_of.day
    return as_of.replace(year=as_of.year - 2, day=day) + timedelta(days=1), as_of + AHEAD


def _alive(page: Page) -> list[Row]:
    """The team's networks that lived in those months, in the organisation's order."""
    since = span(page.filters.as_of)[0]
    return [
        row | {"is_ended": row["ended_on"] is not None and row["ended_on"] <= page.filters.as_of}
        for row in page.register.networks_of(page.filters.basisteam)
        if row["started_on"] <= page.filters.as_of
        and (row["ended_on"] is None or row["ended_on"] >= since)
    ]


def _behind(page: Page) -> Behind:
    f = page.filters
    since, until = span(f.as_of)
    return Behind(as_of=f.as_of, since=since, until=until, basisteam=f.basisteam)


def _whole(page: Page, behind: Behind, ids: list[str]) -> pd.DataFrame:
    frame = evidence.everything(page.register.path, behind)
    return frame[frame["network_id"].isin(ids)]


def _silent(page: Page, networks: list[Row], meetings: list[Row]) -> str:
    """The networks without one held meeting in these months, said; the picture shows them empty."""
    met = {row["network_id"] for row in meetings if row["counts_as"] == "COUNTED"}
    silent = [row["name"] for row in networks if row["network_id"] not in met]
    if not silent:
        return page.words("team_rhythm.none_silent")
    return page.words("team_rhythm.silent", networks=", ".join(silent))


def _table(page: Page, name: str, networks: list[Row], meetings: list[Row]) -> Safe:
    say = page.words
    dates: dict[tuple[str, str], list[date]] = {}
    for row in meetings:
        dates.setdefault((row["network_id"], row["counts_as"]), []).append(row["date"])

    def of(code: str) -> Column:
        return Column(
            say(f"code.{code}"),
            lambda row: ", ".join(
                say.date(day) for day in dates.get((row["network_id"], code), [])
            ),
            is_long=True,
        )

    columns = (
        Column(say("filter.network"), lambda row: network_link(page, row), is_name=True),
        of("COUNTED"),
        of("PLANNED"),
        of("NEVER_CONFIRMED"),
    )
    return table(name, columns, networks)
