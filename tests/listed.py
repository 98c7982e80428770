"""The rows that `evidence` and `evidence_networks` list, for adding_up.py to add up."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from bondgenoten import metrics, periods, store

Row = dict[str, Any]
RECENT = "2024"  # nothing in a random register can have happened before
PERIODS = ("quarter", "period", "month", "year")


@dataclass(frozen=True)
class Listed:
    """The rows of `evidence` and `evidence_networks` in one scope at one as-of date."""

    reader: store.Reader
    t: date
    district: str | None = None
    basisteam: str | None = None

    @property
    def level(self) -> str:
        return "basisteam" if self.basisteam else "district" if self.district else "region"

    def figures(self, name: str) -> list[Row]:
        """The figures of the scope itself, of the years in which anything can have happened."""
        asked = {"district": self.district, "basisteam": self.basisteam}
        frame = metrics.compute(self.reader, name, as_of=self.t, **asked)
        for period in set(PERIODS) & set(frame.columns):
            frame = frame[frame[period].astype(str) >= RECENT]
        if "level" in frame.columns:
            frame = frame[frame["level"] == self.level]
        return frame.to_dict("records")

    @cache  # noqa: B019 (gone with the test)
    def meetings(self, grain: str) -> list[Row]:
        return self._rows("evidence", self.t, grain=grain)

    def held(self, grain: str) -> list[Row]:
        return [row for row in self.meetings(grain) if row["counts_as"] == "COUNTED"]

    @cache  # noqa: B019 (gone with the test)
    def networks(self, day: date) -> list[Row]:
        return self._rows("evidence_networks", day)

    def active(self, day: date) -> list[Row]:
        return [row for row in self.networks(day) if row["counts_as"] == "ACTIVE"]

    def _rows(self, name: str, day: date, **asked: Any) -> list[Row]:
        scope = {"district": self.district, "basisteam": self.basisteam}
        return metrics.compute(self.reader, name, as_of=day, **scope, **asked).to_dict("records")


def year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def quarter(row: Row) -> str:
    return str(periods.Quarter.of(row["date"]))
