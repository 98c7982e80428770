"""The register as pages and parts ask it for figures; the only way they come to them.

Every answer is kept by version and question, in kept.py.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from bondgenoten import metrics, store
from bondgenoten.answers import Row, Scope
from bondgenoten.periods import period_of
from bondgenoten.store import today
from bondgenoten.ui import kept, kept_themes

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

    def norm(self, year: int, as_of: date, basisteam: str | None = None) -> pd.DataFrame:
        return kept.norm(self.path, self.version, year, as_of, basisteam)

    def compliance(self, year: int, as_of: date, basisteam: str | None = None) -> pd.DataFrame:
        return kept.compliance(self.path, self.version, year, as_of, basisteam)

    def development(self, as_of: date, scope: Scope) -> pd.DataFrame:
        """The rolling norm of one scope, at each quarter end and on the as-of date."""
        return scope.own(self._series("development", "on_date", as_of, as_of))

    def frequency(self, grain: str, as_of: date) -> pd.DataFrame:
        """Meetings held a month, quarter or year: the region, each district and each basisteam."""
        return self._series("frequency", "period", period_of(as_of, grain), as_of, grain=grain)

    def _series(
        self, name: str, period: str, running: str | date, as_of: date, **asked: Any
    ) -> pd.DataFrame:
        return kept.series(
            self.path, self.version, name, period, running, as_of, self._horizon(as_of), **asked
        )

    def _horizon(self, as_of: date) -> date:
        """The day at which a series is asked once, for every as-of date up to it."""
        return max(as_of, date(self.as_of.year, 12, 31))

    def rhythm(self, as_of: date, scope: Scope, places: tuple[int, int]) -> pd.DataFrame:
        """The last 24 months of the networks at these places of a scope, a row a month."""
        return kept.computed(
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
        return kept.computed(
            self.path,
            self.version,
            "rollout",
            None,
            as_of,
            _rows=self._series("rollout_by_team", "month", period_of(as_of, "month"), as_of),
            district=scope.district,
            basisteam=scope.basisteam,
        )

    def reach(self, as_of: date) -> pd.DataFrame:
        return kept.computed(self.path, self.version, "reach", None, as_of)

    def themes_by_team(self, as_of: date, quarters: Collection[str]) -> pd.DataFrame:
        """Each theme in some quarters, for each basisteam."""
        return kept_themes.of_quarters(
            self.path, self.version, as_of, self._horizon(as_of), quarters
        )

    def themes_of(self, as_of: date, scope: Scope) -> pd.DataFrame:
        """Each theme in each quarter, in one scope."""
        return kept_themes.themes(
            self.path,
            self.version,
            as_of,
            self._horizon(as_of),
            scope.district,
            scope.basisteam,
        )

    def composition(self, as_of: date) -> pd.DataFrame:
        """The members of every active network in counts, and the four checks."""
        return kept.computed(self.path, self.version, "composition", None, as_of)

    def attendance(self, as_of: date) -> pd.DataFrame:
        """Who was present, a quarter: the region, each district and each basisteam."""
        return self._series("attendance", "period", period_of(as_of, "quarter"), as_of)

    def reported(self, as_of: date) -> pd.DataFrame:
        """Whether each basisteam vouched for each quarter that was over by then."""
        return kept.reported(self.path, self.version, as_of, self._horizon(as_of))

    def confirmed(self, as_of: date, scope: Scope) -> dict[str, bool]:
        """By each quarter that was over, whether all of a scope had vouched for it."""
        return kept.confirmed(self.path, self.version, as_of, self._horizon(as_of), scope)

    def agenda(self, as_of: date) -> pd.DataFrame:
        """Who put the themes forward, a year: the region, each district and each basisteam."""
        return self._series("agenda", "year", period_of(as_of, "year"), as_of)

    def life(self, network_id: str, as_of: date) -> pd.DataFrame:
        """The norm of one network, a row a year of its life."""
        return kept.computed(self.path, self.version, "norm", None, as_of, network_id=network_id)

    def table(self, name: str, network_id: str, as_of: date) -> pd.DataFrame:
        """The rows of one network in a table of the contract."""
        return kept.computed(self.path, self.version, name, None, as_of, network_id=network_id)

    def figures(self, name: str, as_of: date, **asked: Any) -> pd.DataFrame:
        """Any other metric, kept by what is asked; whole frames are shared, so ask for no more."""
        return kept.computed(self.path, self.version, name, None, as_of, **asked)

    def preview(self, question: metrics.Question, most: int) -> tuple[pd.DataFrame, int]:
        """The first rows of an answer, and how many there are; the rest is not kept."""
        return kept.preview(self.path, self.version, question, most)

    def events(self) -> dict[str, Row]:
        """Every dated event by its id, in time."""
        return kept.events(self.path, self.version)

    def unrest(self, as_of: date) -> pd.DataFrame:
        """Each dated event and each basisteam it covers: was a network there, and when did it meet."""
        return kept.unrest(self.path, self.version, as_of, self._horizon(as_of))

    def peacetime(self, year: int, as_of: date) -> pd.DataFrame:
        """A row a basisteam that met in a year: meetings in peacetime and after an event."""
        return kept.peacetime(self.path, self.version, year, as_of)

    def networks(self) -> dict[str, Row]:
        """Every network by its id, in the organisation's order: its name, basisteam, start and end."""
        return kept.networks(self.path, self.version)

    def networks_of(self, basisteam: str | None) -> list[Row]:
        """The networks of one basisteam, in the organisation's order."""
        return kept.networks_by_team(self.path, self.version).get(basisteam or "", [])


def open_register(path: Path) -> Register:
    """The newest version; raises Missing or Damaged."""
    version = store.reader(path).version
    about, teams, norms, themes = kept.about(path, version)
    is_demo = about["kind"] == "demo"
    as_of = date.fromisoformat(about["as_of"]) if is_demo else today()
    return Register(path, version, is_demo, as_of, teams, norms, themes)


def sql_of(folder: str) -> dict[str, str]:
    """The definitions as they run, by name: the text of sql/metrics or sql/rules."""
    return {
        file.stem: file.read_text("utf-8") for file in sorted((DEFINITIONS / folder).glob("*.sql"))
    }
