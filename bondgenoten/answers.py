"""What the frames of `norm` and `compliance` answer for one choice of region, district or team.

Pure: frames in, counts and short lists out. No words, no screen, no database.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa

from bondgenoten.palette import WORST_FIRST

Row = dict[str, Any]
WELL = ("MET", "ON_COURSE")
PLANNABLE = ("TO_PLAN", "OUT_OF_REACH")
PLANNED_FROM = ["basisteam", "basisteam_name", "network_id", "still_to_plan"]
ASKED_OF = ["key", "name", "active_networks", "last_active_on", "confirmed_until", "is_confirmed"]
NAMED = 5  # networks of a team in the list of what to do: one more than it names
OUTSIDE = ("UNKNOWN", "NOT_ASSESSABLE")


@dataclass(frozen=True)
class Scope:
    """The part of the organisation that is asked about; nothing chosen is the whole of it."""

    district: str | None = None
    basisteam: str | None = None

    @property
    def level(self) -> str:
        return "basisteam" if self.basisteam else "district" if self.district else "region"

    def of(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of a frame with columns district and basisteam that lie in this scope."""
        if self.basisteam:
            return frame[frame["basisteam"] == self.basisteam]
        return frame[frame["district"] == self.district] if self.district else frame

    def own(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of this scope itself in a frame that counts by level."""
        rows = frame[frame["level"] == self.level]
        key = self.basisteam or self.district
        return rows[rows["key"] == key] if key else rows


@dataclass(frozen=True)
class Answer:
    """The counts the overview speaks of; `to_plan` is the sum of what can still be planned."""

    year: int
    as_of: date
    networks: int
    assessable: int
    met: int
    well: int
    unknown: int
    to_plan: int
    shortfall: int
    dormant: int
    teams: int
    teams_with_network: int
    teams_confirmed: int
    quarter: str | None

    @property
    def is_over(self) -> bool:
        """Whether the year has ended at the as-of date."""
        return self.as_of >= date(self.year, 12, 31)

    @property
    def teams_unconfirmed(self) -> int:
        return self.teams - self.teams_confirmed


@dataclass(frozen=True)
class ToDo:
    """What asks for action, a row a basisteam in the organisation's order."""

    plan: list[Row]
    without_network: list[Row]
    unconfirmed: list[Row]


def answer(
    norm: pd.DataFrame, compliance: pd.DataFrame, scope: Scope, year: int, as_of: date
) -> Answer:
    """The counts of one scope, from the whole frames of one year and as-of date."""
    networks = scope.of(norm)
    teams = teams_of(compliance, scope)
    statuses = networks["status"].value_counts().to_dict()
    plannable = networks["status"].isin(PLANNABLE)
    return Answer(
        year=year,
        as_of=as_of,
        networks=len(networks),
        assessable=len(networks) - sum(int(statuses.get(status, 0)) for status in OUTSIDE),
        met=int(statuses.get("MET", 0)),
        well=sum(int(statuses.get(status, 0)) for status in WELL),
        unknown=int(statuses.get("UNKNOWN", 0)),
        to_plan=int(networks["still_to_plan"][plannable].sum()),
        shortfall=int(networks["shortfall"][networks["status"] != "UNKNOWN"].sum()),
        dormant=int(
            (networks["dormant"].fillna(False) & networks["is_active"].fillna(False)).sum()
        ),
        teams=len(teams),
        teams_with_network=int((teams["active_networks"] > 0).sum()),
        teams_confirmed=int(teams["is_confirmed"].fillna(False).sum()),
        quarter=next((str(q) for q in teams["last_due_quarter"].dropna()), None),
    )


def teams_of(compliance: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """The rows of the basisteams of a scope, in the organisation's order."""
    teams = compliance[compliance["level"] == "basisteam"]
    return scope.of(teams.assign(basisteam=teams["key"]))


def to_do(norm: pd.DataFrame, compliance: pd.DataFrame, scope: Scope) -> ToDo:
    """Networks to plan by team, teams without a network, teams that have not confirmed."""
    own = scope.of(norm)
    plannable = own["status"].isin(PLANNABLE)
    teams = teams_of(compliance, scope)[ASKED_OF]
    return ToDo(
        plan=_by_team(own[PLANNED_FROM][plannable]),
        without_network=records(teams[teams["active_networks"] == 0]),
        unconfirmed=records(teams[~teams["is_confirmed"].fillna(False).astype(bool)]),
    )


def _by_team(networks: pd.DataFrame) -> list[Row]:
    """A row a team: how many meetings to plan, and the first of its networks that must."""
    by_team = networks.groupby("basisteam", sort=False)
    to_plan = by_team["still_to_plan"].sum().to_dict()
    named: dict[str, list[Row]] = {}
    for row in records(by_team.head(NAMED)):
        named.setdefault(row["basisteam"], []).append(row)
    return [
        {"key": team, "name": own[0]["basisteam_name"], "to_plan": to_plan[team], "networks": own}
        for team, own in named.items()
    ]


def worst_status(team: Row) -> str | None:
    """The status that asks most among a team's networks; None for a team without any."""
    return next((status for status in WORST_FIRST if team[status.lower()]), None)


def most_urgent_first(norm: pd.DataFrame) -> pd.DataFrame:
    """The same rows, those that ask for action first; within that the order they came in."""
    rank = {status: place for place, status in enumerate(WORST_FIRST)}
    return norm.iloc[norm["status"].map(rank).astype(int).argsort(kind="stable")]


def records(frame: pd.DataFrame) -> list[Row]:
    """Rows as plain dictionaries; what is missing becomes None."""
    return pa.Table.from_pandas(frame, preserve_index=False).to_pylist()
