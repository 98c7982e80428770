"""Calendar quarters, their confirmation deadlines, and nothing that reads a clock."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

BEGAN = date(2007, 1, 1)  # that year the first network began
ORDERED = date(2015, 1, 1)  # since that year every basisteam is to use the method


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter, printed as 2026-Q3."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter a day falls in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """Reads `2026-Q3`; ValueError for anything else."""
        year, _, number = text.partition("-Q")
        if not (len(year) == 4 and year.isdigit() and number in ("1", "2", "3", "4")):
            raise ValueError(f"not a quarter: {text!r}")
        return cls(int(year), int(number))

    @property
    def starts_on(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def ends_on(self) -> date:
        return self.next.starts_on - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        if self.number == 4:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)

    @property
    def previous(self) -> "Quarter":
        return Quarter.of(self.starts_on - timedelta(days=1))

    def deadline(self, days: int) -> date:
        """The last day to confirm: `days` after the end, on a working day (definition 10)."""
        return working_day_from(self.ends_on + timedelta(days=days))

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


@cache
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year))


def working_day_from(day: date) -> date:
    """The day itself, or the first day after it that is no weekend and no Dutch public holiday."""
    while day.weekday() >= 5 or day in _public_holidays(day.year):
        day += timedelta(days=1)
    return day


def quarters(first_year: int, last_year: int) -> list[Quarter]:
    """Every quarter of the years from first to last, in order."""
    years = range(first_year, last_year + 1)
    return [Quarter(year, number) for year in years for number in (1, 2, 3, 4)]


def period_of(day: date, grain: str) -> str:
    """The month, quarter or year of a day as metrics name it."""
    return (
        str(Quarter.of(day))
        if grain == "quarter"
        else day.isoformat()[: 7 if grain == "month" else 4]
    )


def last_day(period: str) -> date:
    """The last day of a year, quarter or month as metrics name it: 2026, 2026-Q3, 2026-11."""
    if "Q" in period:
        return Quarter.parse(period).ends_on
    year, month = int(period[:4]), int(period[5:] or 12)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
