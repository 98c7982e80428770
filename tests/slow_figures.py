"""The trend figures a second time: slowly, day by day.

Plain rows in, plain counts out; shares no code with the product but the Life of slow_norm.
"""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from slow_norm import DAY, FAR, N, deadline

Row = dict[str, Any]


def quarter_of(day: date) -> str:
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def quarter_days(quarter: str) -> tuple[date, date]:
    year, number = int(quarter[:4]), int(quarter[-1])
    first = date(year, 3 * number - 2, 1)
    after = date(year + number // 4, 3 * number % 12 + 1, 1)
    return first, after - DAY


class Slow:
    """A register as lists of rows, with every basisteam in force at all times."""

    def __init__(self, rows: dict[str, list[Row]], teams: dict[str, str], t: date) -> None:
        self.rows, self.teams, self.t = rows, teams, t
        self.by_id = {n["network_id"]: n for n in rows["networks"]}
        self.paused: dict[str, set[date]] = {}
        for p in rows["pauses"]:
            last = p["paused_until"] or FAR
            days = {p["paused_from"] + DAY * k for k in range((last - p["paused_from"]).days + 1)}
            self.paused.setdefault(p["network_id"], set()).update(days)
        self.held = [m for m in rows["meetings"]
                     if m["status"] == "held" and m["date"] <= t and self.lives(m["network_id"], m["date"])]  # fmt: skip

    def lives(self, network_id: str, day: date) -> bool:
        row = self.by_id[network_id]
        return row["started_on"] <= day <= (row.get("ended_on") or FAR)

    def active(self, network_id: str, day: date) -> bool:
        return self.lives(network_id, day) and day not in self.paused.get(network_id, set())

    def within(self, network_id: str, level: str, key: str) -> bool:
        team = self.by_id[network_id]["basisteam"]
        return level == "region" or key == (team if level == "basisteam" else self.teams[team])

    def frequency(
        self, quarter: str, level: str, key: str
    ) -> tuple[int, int, int, int, float | None]:
        first, last = quarter_days(quarter)
        last = min(last, self.t)
        mine = [i for i in self.by_id if self.within(i, level, key)]
        held = [m for m in self.held if m["network_id"] in mine and first <= m["date"] <= last]
        off = [m for m in self.rows["meetings"] if m["status"] == "cancelled" and m["network_id"] in mine
               and first <= m["date"] <= last and self.lives(m["network_id"], m["date"])]  # fmt: skip
        days = sum(
            self.active(i, first + DAY * k) for i in mine for k in range((last - first).days + 1)
        )
        urgent = sum(m["kind"] == "urgent" for m in held)
        return len(held), urgent, len(off), days, 365 * len(held) / days if days else None

    def theme(self, quarter: str, theme: str) -> tuple[int, int, int, int, int]:
        held = [m for m in self.held if quarter_of(m["date"]) == quarter]
        having = [m for m in held if theme in m["themes"]]
        return (len(having), sum(bool(m["themes"]) for m in held), len(held),
                len({m["network_id"] for m in having}), len({m["network_id"] for m in held}))  # fmt: skip

    def is_mainly_one(self, quarter: str, theme: str) -> bool:
        having = Counter(m["network_id"] for m in self.held
                         if quarter_of(m["date"]) == quarter and theme in m["themes"])  # fmt: skip
        return sum(having.values()) >= 5 and max(having.values()) / sum(having.values()) > 0.5

    def first_covering(self, team: str, quarter: str) -> date | None:
        end = quarter_days(quarter)[1]
        return min((c["confirmed_on"] for c in self.rows["confirmations"] if c["basisteam"] == team
                    and c["covers_until"] >= end and c["confirmed_on"] <= self.t), default=None)  # fmt: skip

    def is_provisional(self, quarter: str) -> bool:
        missing = any(self.first_covering(team, quarter) is None for team in self.teams)
        return quarter_days(quarter)[1] > self.t or missing

    def is_on_time(self, team: str, quarter: str) -> bool:
        first = self.first_covering(team, quarter)
        return first is not None and first <= deadline(quarter_days(quarter)[1])

    def rollout(self, day: date) -> tuple[int, int]:
        active = [i for i in self.by_id if self.active(i, day)]
        return len({self.by_id[i]["basisteam"] for i in active}), len(active)

    def maintained(self, team: str) -> tuple[int, int]:
        def back(months: int) -> date:
            year, month = divmod(self.t.year * 12 + self.t.month - 1 - months, 12)
            for day in (self.t.day, 30, 29, 28):
                try:
                    return date(year, month + 1, day)
                except ValueError:
                    continue
            raise AssertionError

        opened, window = back(24), self.t - back(12)
        old = [
            i for i, n in self.by_id.items() if n["basisteam"] == team and n["started_on"] <= opened
        ]

        def good(i: str) -> bool:
            days = sum(self.active(i, self.t - DAY * k) for k in range(window.days))
            held = sum(m["network_id"] == i and m["date"] > back(12) for m in self.held)
            return self.active(i, self.t) and held >= N * days // window.days

        return len(old), sum(good(i) for i in old)

    def event(self, day: date, team: str) -> tuple[int, int, int, int, int | None]:
        """Networks, prepared, followed, in time, and the fewest days to a first meeting."""
        there = [i for i, n in self.by_id.items() if n["basisteam"] == team and self.active(i, day)]
        dates = {i: [m["date"] for m in self.held if m["network_id"] == i] for i in there}
        prepared = sum(sum(day - timedelta(180) <= d < day for d in dates[i]) >= 2 for i in there)
        first = {
            i: min(((d - day).days for d in dates[i] if d >= day), default=None) for i in there
        }
        followed = there if day + timedelta(7) <= self.t else []
        in_time = sum((first[i] if first[i] is not None else 99) <= 7 for i in followed)
        known = [n for n in first.values() if n is not None]
        return len(there), prepared, len(followed), in_time, min(known, default=None)

    def agenda(self, year: int, level: str, key: str) -> Counter[str]:
        return Counter(m.get("agenda_from") or "unknown" for m in self.held
                       if m["date"].year == year and self.within(m["network_id"], level, key))  # fmt: skip

    def peacetime(self, network_id: str, year: int, events: list[date]) -> tuple[int, int]:
        dates = [
            m["date"] for m in self.held if m["network_id"] == network_id and m["date"].year == year
        ]
        after = sum(any(e <= d <= e + timedelta(28) for e in events) for d in dates)
        return len(dates) - after, after
