"""Composition, attendance, themes of late, data questions, rhythm and development a second time, slowly.

Plain rows in, plain counts out, like slow_figures, which holds the rest.
"""

from collections import Counter
from datetime import date, timedelta

from slow_figures import Slow, quarter_of
from slow_norm import DAY, N

PRESENT = ("police", "municipality", "citizens")


class SlowRows(Slow):
    """The same register of plain rows."""

    def composition(self) -> dict[str, tuple[int, bool, bool, bool, bool]]:
        """Of each active network its members and the four checks."""
        found = {}
        for i, n in self.by_id.items():
            if self.active(i, self.t):
                police, town, people = (n[f"members_{s}"] for s in PRESENT)
                size = police + town + people
                found[i] = (size, size < 11, police == 1, town == 1, people > 0)
        return found

    def attendance(self, quarter: str, level: str, key: str) -> tuple[int, ...]:
        held = [m for m in self.held
                if quarter_of(m["date"]) == quarter and self.within(m["network_id"], level, key)]  # fmt: skip
        noted = [counts for m in held
                 if None not in (counts := tuple(m[f"present_{s}"] for s in PRESENT))]  # fmt: skip
        both = sum(police > 0 and town > 0 for police, town, _ in noted)
        return (len(held), len(noted), both, *(sum(one[n] for one in noted) for n in range(3)))

    def aftermath(self, day: date, team: str) -> tuple[Counter[str], int, int]:
        """Meetings by theme in the 28 days after an event, those with any theme, and all."""
        held = [m for m in self.held if self.within(m["network_id"], "basisteam", team)
                and day <= m["date"] <= day + timedelta(28)]  # fmt: skip
        themes = Counter(theme for m in held for theme in m["themes"])
        return themes, sum(bool(m["themes"]) for m in held), len(held)

    def recent_theme(self, theme: str, level: str, key: str) -> tuple[int, int, int]:
        held = [m for m in self.held if m["date"] > self.years_back(1)
                and self.within(m["network_id"], level, key)]  # fmt: skip
        return (sum(theme in m["themes"] for m in held), sum(bool(m["themes"]) for m in held),
                len(held))  # fmt: skip

    def years_back(self, years: int) -> date:
        try:
            return self.t.replace(year=self.t.year - years)
        except ValueError:
            return date(self.t.year - years, 2, 28)

    def questions(self) -> Counter[tuple[str, str, date | None]]:
        found: Counter[tuple[str, str, date | None]] = Counter()
        for m in self.rows["meetings"]:
            i, day = m["network_id"], m["date"]
            if not self.years_back(2) < day <= self.t:
                continue
            found["NEVER_CONFIRMED", i, day] += m["status"] == "planned" and day < self.t
            found["NO_THEME", i, day] += m["status"] == "held" and not m["themes"]
            found["HELD_IN_PAUSE", i, day] += (
                m["status"] == "held" and self.lives(i, day) and not self.active(i, day)
            )
        for i, (size, *_) in self.composition().items():
            found["MORE_THAN_TEN", i, None] += size > 10
        return +found

    def rhythm(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Of each network and each of the last 24 months: meetings held, and active days."""
        months = [divmod(self.t.year * 12 + self.t.month - 1 - back, 12) for back in range(24)]
        days = [date(min(months)[0], min(months)[1] + 1, 1)]
        while days[-1] < self.t:
            days.append(days[-1] + DAY)
        alive = [i for i in self.by_id if any(self.lives(i, day) for day in days)]
        found = {(i, f"{year}-{month + 1:02}"): (0, 0) for i in alive for year, month in months}
        held = Counter((m["network_id"], f"{m['date']:%Y-%m}") for m in self.held)
        active = Counter((i, f"{d:%Y-%m}") for i in alive for d in days if self.active(i, d))
        return {key: (held[key], active[key]) for key in found}

    def development(self, day: date, level: str, key: str) -> tuple[int, int, int]:
        """Networks in life on a day, those that owe a meeting over twelve months, those that met."""
        window = (day - SlowRows(self.rows, self.teams, day).years_back(1)).days
        counted = []
        for i in self.by_id:
            if self.within(i, level, key) and self.lives(i, day):
                owed = N * sum(self.active(i, day - DAY * k) for k in range(window)) // window
                met = sum(m["network_id"] == i and day - DAY * window < m["date"] <= day
                          for m in self.held)  # fmt: skip
                counted.append((owed > 0, owed > 0 and met >= owed))
        return len(counted), sum(a for a, _ in counted), sum(b for _, b in counted)
