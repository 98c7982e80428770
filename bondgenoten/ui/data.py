"""Cached readers: the only way pages and parts come to figures.

Every answer is kept by version of the register and question. The frames are shared by all readers
and never changed: copying 25,000 rows at each redraw would cost more than the query did.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow as pa
import streamlit as st

from bondgenoten import metrics, store
from bondgenoten.answers import Row, Scope, records

HERE = ZoneInfo("Europe/Amsterdam")
FIRST_YEAR = 2007
DEFINITIONS = store.ROOT / "bondgenoten" / "sql"


@dataclass(frozen=True)
class Register:
    """One version of the register, and what it says of itself and of the organisation."""

    path: Path
    version: str
    is_demo: bool
    as_of: date
    teams: dict[str, Row]
    norms: tuple[Row, ...]
    themes: dict[str, Row]

    @property
    def districts(self) -> list[str]:
        return list(dict.fromkeys(team["district"] for team in self.teams.values()))

    @property
    def unit(self) -> str:
        """The name of the organisation's unit, or of the units together."""
        return " / ".join(list(dict.fromkeys(team["unit"] for team in self.teams.values()))[:2])

    def norm_of(self, year: int) -> Row:
        """The row of the norm table that holds in a year."""
        holding = [norm for norm in self.norms if norm["year_from"] <= year]
        return (holding or list(self.norms[:1]))[-1]

    def norm(self, year: int, as_of: date) -> pd.DataFrame:
        return _computed(self.path, self.version, "norm", year, as_of)

    def compliance(self, year: int, as_of: date) -> pd.DataFrame:
        rows = self.norm(year, as_of)
        return _computed(self.path, self.version, "compliance", year, as_of, _rows=rows)

    def development(self, as_of: date, district: str | None, basisteam: str | None) -> pd.DataFrame:
        """The rolling norm of one scope: the quarters from one cached answer, and the as-of date."""
        horizon = max(as_of, date(self.as_of.year, 12, 31))
        past = _computed(self.path, self.version, "development", None, horizon)
        today = _computed(self.path, self.version, "development", None, as_of, since=as_of)
        whole = pd.concat([past[past["on_date"] < as_of], today])
        level = "basisteam" if basisteam else "district" if district else "region"
        own = whole["level"] == level
        if basisteam or district:
            own &= whole["key"] == (basisteam or district)
        return whole[own]

    def frequency(self, grain: str, as_of: date) -> pd.DataFrame:
        """Meetings held a month, quarter or year: the region, each district and each basisteam."""
        whole = _computed(
            self.path, self.version, "frequency", None, self._asked(as_of), grain=grain
        )
        return whole[whole["period"] <= f"{as_of.year}-Z"]

    def _asked(self, as_of: date) -> date:
        """The date to ask a series at: the end of an earlier year is a part of today's series."""
        is_earlier = as_of == date(as_of.year, 12, 31) and as_of < self.as_of
        return self.as_of if is_earlier else as_of

    def rhythm(self, as_of: date, scope: Scope, places: tuple[int, int]) -> pd.DataFrame:
        """The last 24 months of the networks at these places of a scope, a row a month."""
        return _computed(
            self.path,
            self.version,
            "rhythm",
            None,
            as_of,
            district=scope.district,
            basisteam=scope.basisteam,
            places=places,
        )

    def rollout(self, as_of: date, scope: Scope) -> pd.DataFrame:
        asked = self._asked(as_of)
        whole = _computed(
            self.path,
            self.version,
            "rollout",
            None,
            asked,
            _rows=_computed(self.path, self.version, "rollout_by_team", None, asked),
            district=scope.district,
            basisteam=scope.basisteam,
        )
        return whole[whole["month"] <= f"{as_of.year}-Z"]

    def reach(self, as_of: date) -> pd.DataFrame:
        return _computed(self.path, self.version, "reach", None, as_of)

    def themes_by_team(self, as_of: date) -> pd.DataFrame:
        """Each theme in each quarter for each basisteam: the rows every scope is added up from."""
        return _computed(self.path, self.version, "themes_by_team", None, as_of)

    def themes_of(self, as_of: date, scope: Scope) -> pd.DataFrame:
        """Each theme in each quarter, in one scope."""
        return _computed(
            self.path,
            self.version,
            "themes",
            None,
            as_of,
            _rows=self.themes_by_team(as_of),
            district=scope.district,
            basisteam=scope.basisteam,
        )

    def composition(self, as_of: date) -> pd.DataFrame:
        """The members of every active network in counts, and the four checks."""
        return _computed(self.path, self.version, "composition", None, as_of)

    def attendance(self, as_of: date) -> pd.DataFrame:
        """Who was present, a quarter: the region, each district and each basisteam."""
        return _computed(self.path, self.version, "attendance", None, as_of)

    def agenda(self, as_of: date) -> pd.DataFrame:
        """Who put the themes forward, a year: the region, each district and each basisteam."""
        return _computed(self.path, self.version, "agenda", None, as_of)

    def life(self, network_id: str, as_of: date) -> pd.DataFrame:
        """The norm of one network, a row a year of its life."""
        return _computed(self.path, self.version, "norm", None, as_of, network_id=network_id)

    def table(self, name: str, network_id: str, as_of: date) -> pd.DataFrame:
        """The rows of one network in a table of the contract."""
        return _computed(self.path, self.version, name, None, as_of, network_id=network_id)

    def figures(self, name: str, as_of: date, **asked: Any) -> pd.DataFrame:
        """Any other metric, kept by what is asked; whole frames are shared, so ask for no more."""
        return _computed(self.path, self.version, name, None, as_of, **asked)

    def preview(self, question: metrics.Question, most: int) -> tuple[pd.DataFrame, int]:
        """The first rows of an answer, and how many there are; the rest is not kept."""
        return _preview(self.path, self.version, question, most)

    def events(self) -> dict[str, Row]:
        """Every dated event by its id, in time."""
        return _events(self.path, self.version)

    def peacetime(self, year: int, as_of: date) -> pd.DataFrame:
        """A row a basisteam that met in a year: meetings in peacetime and after an event."""
        return _peacetime(self.path, self.version, year, as_of)

    def networks(self) -> dict[str, Row]:
        """Every network by its id, in the organisation's order: its name, basisteam, start and end."""
        return _networks(self.path, self.version)


def open_register(path: Path) -> Register:
    """The newest version; raises Missing or Damaged."""
    version = store.reader(path).version
    about, teams, norms, themes = _about(path, version)
    is_demo = about["kind"] == "demo"
    as_of = date.fromisoformat(about["as_of"]) if is_demo else today()
    return Register(path, version, is_demo, as_of, teams, norms, themes)


def today() -> date:
    """The civil date in the Netherlands: the as-of date of a real register, unless one is chosen."""
    return datetime.now(HERE).date()


@st.cache_resource(max_entries=8, show_spinner=False)
def _about(
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


def sql_of(folder: str) -> dict[str, str]:
    """The definitions as they run, by name: the text of sql/metrics or sql/rules."""
    return {
        file.stem: file.read_text("utf-8") for file in sorted((DEFINITIONS / folder).glob("*.sql"))
    }


@st.cache_resource(max_entries=4, show_spinner=False)
def _events(path: Path, version: str) -> dict[str, Row]:
    events = records(store.reader(path).query("from named_events() order by date, event_id"))
    return {event["event_id"]: event for event in events}


@st.cache_resource(max_entries=32, show_spinner=False)
def _peacetime(path: Path, version: str, year: int, as_of: date) -> pd.DataFrame:
    frame = _computed(path, version, "peacetime", None, as_of)
    of_year = frame[frame["year"] == year]
    return of_year.groupby("basisteam", as_index=False, sort=False)[
        ["in_peacetime", "after_event"]
    ].sum()


@st.cache_resource(max_entries=4, show_spinner=False)
def _networks(path: Path, version: str) -> dict[str, Row]:
    teams = _about(path, version)[1]
    place = {team: number for number, team in enumerate(teams)}
    frame = metrics.compute(store.reader(path), "networks", as_of=date.max)
    rows = records(frame[["network_id", "name", "basisteam", "started_on", "ended_on"]])
    rows.sort(
        key=lambda row: (place.get(row["basisteam"], len(place)), row["name"], row["network_id"])
    )
    return {row["network_id"]: row for row in rows}


@st.cache_resource(max_entries=32, show_spinner=False)
def _preview(
    path: Path, version: str, question: metrics.Question, most: int
) -> tuple[pd.DataFrame, int]:
    batches = metrics.batches(store.reader(path), question)
    first, count = [], 0
    for batch in batches:
        if count < most:
            first.append(batch.slice(0, most - count))
        count += batch.num_rows
    rows = pa.Table.from_batches(first, batches.schema)
    return rows.to_pandas(types_mapper=pd.ArrowDtype), count


@st.cache_resource(max_entries=128, show_spinner=False)
def _computed(
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
