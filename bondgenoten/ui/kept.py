"""Answers kept by version of the register and question, shared by all readers and never changed.

Copying 25,000 rows at each redraw would cost more than the query did. What is asked stands in data.py.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from bondgenoten import metrics, store
from bondgenoten.answers import Row, Scope, records
from bondgenoten.periods import period_of


@st.cache_resource(max_entries=8, show_spinner=False)
def about(
    path: Path, version: str
) -> tuple[dict[str, str], dict[str, Row], tuple[Row, ...], dict[str, Row]]:
    reader = store.reader(path)
    teams = records(reader.query("from register.basisteams order by sort_order"))
    norms = records(reader.query("from register.norm order by year_from"))
    themes = records(reader.query("from register.themes order by sort_order"))
    return (
        store.about(reader),
        {team["basisteam"]: team for team in teams},
        tuple(norms),
        {theme["theme"]: theme for theme in themes},
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def events(path: Path, version: str) -> dict[str, Row]:
    events = records(store.reader(path).query("from named_events() order by date, event_id"))
    return {event["event_id"]: event for event in events}


@st.cache_resource(max_entries=32, show_spinner=False)
def peacetime(path: Path, version: str, year: int, as_of: date) -> pd.DataFrame:
    until = min(as_of, date(year, 12, 31))
    frame = computed(path, version, "peacetime", None, until, since=date(year, 1, 1))
    counts = ["in_peacetime", "after_event"]
    return frame.groupby("basisteam", as_index=False, sort=False)[counts].sum()


@st.cache_resource(max_entries=4, show_spinner=False)
def networks(path: Path, version: str) -> dict[str, Row]:
    teams = about(path, version)[1]
    place = {team: number for number, team in enumerate(teams)}
    frame = metrics.compute(store.reader(path), "networks", as_of=date.max)
    rows = records(frame[["network_id", "name", "basisteam", "started_on", "ended_on"]])
    rows.sort(
        key=lambda row: (place.get(row["basisteam"], len(place)), row["name"], row["network_id"])
    )
    return {row["network_id"]: row for row in rows}


@st.cache_resource(max_entries=4, show_spinner=False)
def networks_by_team(path: Path, version: str) -> dict[str, list[Row]]:
    by_team: dict[str, list[Row]] = {}
    for row in networks(path, version).values():
        by_team.setdefault(row["basisteam"], []).append(row)
    return by_team


@st.cache_resource(max_entries=32, show_spinner=False)
def preview(
    path: Path, version: str, question: metrics.Question, most: int
) -> tuple[pd.DataFrame, int]:
    year, as_of, district = question.year, question.as_of, question.district
    if year and question == metrics.Question("norm", as_of, year, district=district):
        rows = Scope(district).of(norm(path, version, year, as_of))  # most pages ask it too
        return rows.head(most), len(rows)
    batches = metrics.batches(store.reader(path), question)
    first, count = [], 0
    for batch in batches:
        if count < most:
            first.append(batch.slice(0, most - count))
        count += batch.num_rows
    rows = pa.Table.from_batches(first, batches.schema)
    return rows.to_pandas(types_mapper=pd.ArrowDtype), count


@st.cache_resource(max_entries=48, show_spinner=False)
def norm(
    path: Path, version: str, year: int, as_of: date, basisteam: str | None = None
) -> pd.DataFrame:
    """Apart, like `compliance`: what else is asked never pushes out a year that was asked before."""
    reader = store.reader(path)
    return metrics.compute(reader, "norm", year=year, as_of=as_of, basisteam=basisteam)


@st.cache_resource(max_entries=96, show_spinner=False)
def compliance(
    path: Path, version: str, year: int, as_of: date, basisteam: str | None = None
) -> pd.DataFrame:
    rows = norm(path, version, year, as_of, basisteam)
    return metrics.compute(
        store.reader(path), "compliance", year=year, as_of=as_of, basisteam=basisteam, rows=rows
    )


@st.cache_resource(max_entries=128, show_spinner=False)
def computed(
    path: Path,
    version: str,
    name: str,
    year: int | None,
    as_of: date,
    *,
    _rows: pd.DataFrame | None = None,
    **asked: Any,
) -> pd.DataFrame:
    return metrics.compute(store.reader(path), name, year=year, as_of=as_of, rows=_rows, **asked)


@st.cache_resource(max_entries=32, show_spinner=False)
def series(
    path: Path,
    version: str,
    name: str,
    period: str,
    running: str | date,
    as_of: date,
    horizon: date,
    **asked: Any,
) -> pd.DataFrame:
    """A metric by period: all that were over from the answer at the horizon, and the running one.

    So another as-of date asks for one period only. `period` is the column that names it, and the
    first by which the metric is ordered; `running` is the one of the as-of date, in which there can
    be nothing yet.
    """
    whole = computed(path, version, name, None, horizon, **asked)
    past = int((whole[period] < running).sum())
    now = computed(path, version, name, None, as_of, since=as_of, **asked)
    return joined(whole.iloc[:past], now)


@st.cache_resource(max_entries=32, show_spinner=False)
def reported(path: Path, version: str, as_of: date, horizon: date) -> pd.DataFrame:
    """The metric `reporting`: what it says at the horizon, looked back at from the as-of date."""
    whole = computed(path, version, "reporting", None, horizon)
    ended = whole[whole["quarter"] < period_of(as_of, "quarter")]
    has_come = (ended["first_covering_on"] <= as_of).fillna(False)
    return ended.assign(
        first_covering_on=ended["first_covering_on"].where(has_come),
        is_complete=has_come,
        is_on_time=has_come & ended["is_on_time"],
        is_due=ended["deadline"] < as_of,
    )


def confirmed(
    path: Path, version: str, as_of: date, horizon: date, scope: Scope
) -> dict[str, bool]:
    """By each quarter that was over, whether every expected basisteam of a scope had vouched for it."""
    vouched = scope.of(reported(path, version, as_of, horizon))
    by_quarter = vouched.groupby("quarter")["is_complete"].all()
    return {str(quarter): bool(is_so) for quarter, is_so in by_quarter.items()}


def joined(*frames: pd.DataFrame) -> pd.DataFrame:
    """One frame of some, each column in one piece: rows are taken from pieces ten times as slowly.
    What a frame does not have, is missing there."""
    tables = [pa.Table.from_pandas(frame, preserve_index=False) for frame in frames]
    table = pa.concat_tables(tables, promote_options="default").combine_chunks()
    return table.to_pandas(types_mapper=pd.ArrowDtype)


@st.cache_resource(max_entries=16, show_spinner=False)
def unrest(path: Path, version: str, as_of: date, horizon: date) -> pd.DataFrame:
    """Events of before from the answer at the horizon, the others asked anew: from the first on of
    which the follow-up was not over, or that was followed by a first meeting only after this date."""
    whole = computed(path, version, "unrest", None, horizon)
    known = whole[whole["date"] <= as_of]
    follow_up = max(norm["first_meeting_days"] for norm in about(path, version)[2])
    days = known["first_meeting_after"].fillna(0).clip(lower=follow_up)
    settled_on = known["date"].astype("datetime64[s]") + pd.to_timedelta(days.astype("int64"), "D")
    unsettled = known["date"][settled_on > pd.Timestamp(as_of)]
    if not len(unsettled):
        return known
    since = unsettled.min()
    running = computed(path, version, "unrest", None, as_of, since=since)
    return joined(known[known["date"] < since], running)
