"""Basisteams beside one another without a rank: does a team differ by more than chance?"""

from functools import lru_cache

import pandas as pd
import pyarrow as pa
import streamlit as st

from bondgenoten import charts, proportion, signals
from bondgenoten.answers import Row, records, teams_of
from bondgenoten.exports import csv
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.chart import Chart, heading, show
from bondgenoten.ui.parts.table import A_FEW, Column, page_of, table

INNER, OUTER = 0.025, 0.001  # the chance on each side: 95% and 99.8% lie between
ROLLING = ["basisteam", "rolling_status"]
MEASURES = ("basisteam", "name", "district", "assessable", "met", "low_95", "high_95", "low_998",
            "high_998")  # fmt: skip


def funnel(page: Page) -> None:
    """Networks that met five in twelve months, of those that can be assessed, by basisteam."""
    say, f = page.words, page.filters
    rows, met, of = judged(page)
    if not of or not rows:
        st.html(heading(say("funnel.title.nobody"), say("funnel.nobody")))
        return
    shown = page_of(say, len(rows), f"page-funnel-{f.scope}", A_FEW)
    drawn = rows[shown]
    common = proportion.spoken(say, met, of, page.percentage_base)
    outside = sum(row["verdict"] == "outside" for row in rows)
    near = sum(row["verdict"] == "near" for row in rows)
    said = say("funnel.said", outside=say.number(outside), near=say.number(near), common=common)
    show(
        say,
        Chart(
            key="funnel",
            title=sentences.plural(say, "funnel.title", outside)
            if outside
            else say("funnel.title.none"),
            subtitle=f"{said} {say('funnel.subtitle')}",
            alt=say("funnel.alt", said=said, n=len(drawn)),
            figure=charts.funnel(
                drawn,
                met / of,
                (say("funnel.none"), say("funnel.half"), say("funnel.all")),
                say("funnel.nothing"),
            ),
            table=_table(page, drawn),
            counted=say("funnel.counted"),
            csv=lambda: csv.machine(_frame(rows)),
        ),
    )


def judged(page: Page) -> tuple[list[Row], int, int]:
    """A row a basisteam in scope with its limits and verdict; met and assessable of them all.

    The common share is that of the whole organisation, so that a choice of district moves nobody.
    """
    f = page.filters
    norm = page.register.norm(f.until.year, f.until)
    counted = _counted(norm, f.until)
    met = sum(one[0] for one in counted.values())
    of = sum(one[1] for one in counted.values())
    teams = records(teams_of(page.register.compliance(f.until.year, f.until), f.scope))
    share = met / of if of else 0.0
    return [_judged(page, team, counted.get(team["key"], (0, 0)), share) for team in teams], met, of


def _counted(norm: pd.DataFrame, until: object) -> dict[str, tuple[int, int]]:
    """Met and assessable by basisteam over the rolling twelve months, of networks in life."""
    in_life = norm["ended_on"].isna() | (norm["ended_on"] >= until)
    frame = norm[ROLLING][in_life & (norm["rolling_status"] != "NOT_ASSESSABLE")]
    of = frame["basisteam"].value_counts().to_dict()
    met = frame.loc[frame["rolling_status"] == "MET", "basisteam"].value_counts().to_dict()
    return {str(team): (int(met.get(team, 0)), int(n)) for team, n in of.items()}


def _judged(page: Page, team: Row, counted: tuple[int, int], share: float) -> Row:
    met, of = counted
    low_95, high_95 = _limits(of, share, INNER)
    low_998, high_998 = _limits(of, share, OUTER)
    own = met / of if of else None
    name = team["name"]
    return {
        "basisteam": team["key"], "name": name, "district": team["district"], "met": met,
        "assessable": of, "share": own, "low_95": low_95, "high_95": high_95, "low_998": low_998,
        "high_998": high_998, "is_confirmed": team["is_confirmed"],
        "verdict": _verdict(own, (low_95, high_95), (low_998, high_998)),
        "said": f"{name}: {sentences.count(page.words, met, of)}",
    }  # fmt: skip


def _verdict(share: float | None, inner: tuple[float, float], outer: tuple[float, float]) -> str:
    if share is None:
        return "none"
    if not outer[0] <= share <= outer[1]:
        return "outside"
    return "within" if inner[0] <= share <= inner[1] else "near"


@lru_cache(maxsize=4096)
def _limits(n: int, share: float, beyond: float) -> tuple[float, float]:
    return signals.funnel(n, share, beyond)


def _frame(rows: list[Row]) -> pd.DataFrame:
    columns = {name: [row[name] for row in rows] for name in (*MEASURES, "verdict")}
    return pa.table(columns).to_pandas(types_mapper=pd.ArrowDtype)


def _table(page: Page, rows: list[Row]) -> Safe:
    say = page.words
    columns = (
        Column(say("filter.basisteam"), lambda row: _team(page, row), is_name=True),
        Column(
            say("funnel.column.met"),
            lambda row: proportion.spoken(say, row["met"], row["assessable"], page.percentage_base),
            is_number=True,
        ),
        Column(
            say("funnel.column.limits"),
            lambda row: _expected(page, row),
            is_number=True,
        ),
        Column(say("funnel.column.verdict"), lambda row: _said(page, row), is_long=True),
    )
    return table(say("funnel.table"), columns, rows)


def _expected(page: Page, row: Row) -> str:
    """The 95% limits as whole networks: what chance alone would give this team."""
    say, n = page.words, row["assessable"]
    if not n:
        return say("count.none")
    low, high = round(row["low_95"] * n), round(row["high_95"] * n)
    return say("funnel.range", low=say.number(low), high=say.number(high), total=say.number(n))


def _said(page: Page, row: Row) -> Safe:
    say = page.words
    said = say(f"funnel.verdict.{row['verdict']}")
    return join(said, None if row["is_confirmed"] else element("small", say("funnel.unconfirmed")))


def _team(page: Page, row: Row) -> Safe:
    return link(page.link("norm", basisteam=row["basisteam"]), row["name"])
