"""The norm computed a second time, slowly: day by day, from the definitions, sharing no code.

Of the Dutch public holidays only Easter Monday can hold up a deadline on the 15th of a month.
"""

import itertools
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any

DAY = timedelta(days=1)
N, GAP, DORMANT, CONFIRM = 5, 14, 146, 15
FAR = date(2035, 12, 31)


def days(first: date, last: date) -> list[date]:
    return [first + DAY * n for n in range((last - first).days + 1)]


def easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def deadline(quarter_end: date) -> date:
    day = quarter_end + DAY * CONFIRM
    while day.weekday() > 4 or day == easter(day.year) + DAY:
        day += DAY
    return day


def last_due(t: date) -> date:
    ends = [date(y, m, d) for y in range(2005, t.year + 1)
            for m, d in ((3, 31), (6, 30), (9, 30), (12, 31))]  # fmt: skip
    return max(end for end in ends if deadline(end) < t)


class Life:
    """One network, its pauses and its meetings, as plain rows."""

    def __init__(self, row: dict[str, Any], pauses: list[dict[str, Any]],
                 meetings: list[dict[str, Any]], covers: date | None) -> None:  # fmt: skip
        self.start, self.end = row["started_on"], row.get("ended_on") or FAR
        self.paused = {d for p in pauses for d in days(p["paused_from"], p["paused_until"] or FAR)}
        self.held = sorted(m["date"] for m in meetings
                           if m["status"] == "held" and self.start <= m["date"] <= self.end)  # fmt: skip
        self.planned = sorted(m["date"] for m in meetings if m["status"] == "planned")
        self.covers = covers

    def active(self, first: date, last: date) -> int:
        return sum(self.start <= d <= self.end and d not in self.paused for d in days(first, last))

    def silence(self, points: list[date]) -> int:
        return max(self.active(a + DAY, b) for a, b in itertools.pairwise(points))

    def norm(self, year: int, t: date) -> dict[str, Any]:
        first, end = date(year, 1, 1), date(year, 12, 31)
        length, last = (end - first).days + 1, min(end, self.end)
        upto = min(t, last)
        active = self.active(first, end)
        required = floor(Fraction(N * active, length))
        held_dates = [d for d in self.held if first <= d <= upto]
        planned = [d for d in self.planned if max(t, first) <= d <= last and self.active(d, d)]
        held, coming = len(held_dates), len(planned)
        left = self.active(max(t, first - DAY) + DAY, last)
        capacity = max(ceil(Fraction(left, GAP)), coming)
        to_date = floor(Fraction(N * self.active(first, t), length))
        sure = self.covers is not None and self.covers >= min(last_due(t), last)
        before = [d for d in self.held if d <= t]
        since = before[-1] if before else self.start
        return {
            "active_days": active, "required": required, "held": held, "planned": coming,
            "still_to_plan": max(0, required - held - coming), "shortfall": max(0, required - held),
            "status": status(required, held, coming, sure, t >= last, capacity, to_date),
            "longest_silence": self.silence([max(first, self.start), *held_dates, upto]),
            "dormant": self.active(since + DAY, t) > DORMANT,
            **self.rolling(min(t, end)),
        }  # fmt: skip

    def rolling(self, t: date) -> dict[str, int]:
        try:
            opened = t.replace(year=t.year - 1)
        except ValueError:
            opened = date(t.year - 1, 2, 28)
        length = (t - opened).days
        required = floor(Fraction(N * self.active(opened + DAY, t), length))
        return {"rolling_required": required,
                "rolling_held": sum(opened < d <= t for d in self.held)}  # fmt: skip


def status(required: int, held: int, planned: int, sure: bool, over: bool, capacity: int,
           to_date: int) -> str:  # fmt: skip
    rules = [
        (required == 0, "NOT_ASSESSABLE"),
        (held >= required, "MET"),
        (not sure, "UNKNOWN"),
        (over, "NOT_MET"),
        (required - held > capacity, "OUT_OF_REACH"),
        (required - held - planned > 0, "TO_PLAN"),
        (held >= to_date, "ON_COURSE"),
        (True, "BEHIND_BUT_PLANNED"),
    ]
    return next(name for fits, name in rules if fits)
