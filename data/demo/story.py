"""The meetings of one demo network: when it met, what was talked about, who brought it up.

Who the networks are is in cast.py; the files are written by make.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random

from cast import Network, paused
from themes import CALLS, base_weights

TODAY = date(2026, 11, 23)
# A team that stopped reporting: what its networks did since is not known.
LAST_WORD = {"gooi-zuid": date(2025, 9, 30)}
LOCKDOWNS = (
    (date(2020, 3, 12), date(2020, 6, 30)),
    (date(2020, 10, 14), date(2021, 4, 27)),
    (date(2021, 12, 19), date(2022, 1, 14)),
)
STATUS = {"h": "held", "u": "held", "p": "planned", "o": "planned", "c": "cancelled"}
AGENDA = {"community": 36, "joint": 21, "police": 19, "municipality": 13, "": 11}


@dataclass(frozen=True)
class Event:
    """A dated public event, with the basisteams it covers (`*` is all)."""

    event_id: str
    date: date
    basisteams: tuple[str, ...]
    theme: str

    def covers(self, basisteam: str) -> bool:
        return self.basisteams == ("*",) or basisteam in self.basisteams


class Story:
    """Draws one network's meetings from its own seed, so that one network never moves another."""

    def __init__(self, network: Network, events: Iterable[Event]) -> None:
        self.network = network
        self.random = Random(f"bondgenoten:{network.network_id}")
        self.events = [event for event in events if event.covers(network.basisteam)]
        self.days: dict[date, str] = {}
        self.pace = network.rate if network.rate is not None else self.random.gauss(5.1, 0.5)
        last_word = LAST_WORD.get(network.basisteam, TODAY)
        self.until = min(network.ended_on or TODAY, last_word, date(2025, 12, 31))

    def rows(self) -> list[list[str]]:
        """The network's rows of the meetings file, by date."""
        self._scripted_days()
        if self.pace:
            self._urgent_meetings()
            self._december_before()
            for year in range(self.network.started_on.year, self.until.year + 1):
                self._year(year)
        self._scripted_counts()
        return [self._row(day, letter) for day, letter in sorted(self.days.items())]

    def _scripted_days(self) -> None:
        for token in self.network.script:
            digits = token[1:]
            if len(digits) > 1:
                text = digits if len(digits) == 6 else f"26{digits}"
                self.days[date.fromisoformat(f"20{text}")] = token[0]

    def _scripted_counts(self) -> None:
        start = max(self.network.started_on, date(2026, 1, 6))
        spans = {
            "h": (start, date(2026, 11, 19)),
            "c": (start, date(2026, 11, 19)),
            "p": (date(2026, 11, 30), date(2026, 12, 18)),
        }
        for token in self.network.script:
            if len(token) == 2:
                self._spread(*spans[token[0]], int(token[1]), token[0])
        looks_ahead = any(token[0] == "p" for token in self.network.script)
        if looks_ahead and not self.network.ended_on and self.network.started_on < TODAY:
            first, last = date(2027, 1, 12), date(2027, 5, 27)
            self._spread(first, last, self.random.choice((0, 1, 1, 2)), "p")

    def _urgent_meetings(self) -> None:
        for event in self.events:
            lag = self.random.choice((1, 2, 2, 3, 3, 4, 5, 6, 6, 9, 13, 19))
            day = _weekday(event.date + timedelta(lag))
            called = self.random.random() < CALLS.get(event.event_id, 0.05)
            lived = self.network.started_on <= event.date and day <= self.until
            if called and lived and self._free(day, 6):
                self.days[day] = "u"

    def _december_before(self) -> None:
        """Who plans a last meeting of 2026 in December did so the year before."""
        ahead = any(token[0] == "p" for token in self.network.script)
        if ahead and self.network.started_on < date(2025, 6, 1):
            self._spread(date(2025, 11, 25), date(2025, 12, 18), 1, "h")

    def _year(self, year: int) -> None:
        first = max(self.network.started_on, date(year, 1, 5))
        last = min(self.until, date(year, 12, 20))
        if last < first:
            return
        share = (last - first).days / 350
        early = 0.6 if 2015 <= year <= 2018 and self.pace < 6 else 0.0
        fading = 1.2 if self.network.ended_on and self.network.ended_on.year == year else 0.0
        usual = self.pace - early - fading + (0.25 if year >= 2024 else 0.0)
        placed = [letter for day, letter in self.days.items() if day.year == year]
        extra = 0.5 * placed.count("u") + placed.count("h")
        count = round(self.random.gauss(usual, 0.9) * share - extra)
        self._spread(first, last, max(0, count), "h")

    def _spread(self, first: date, last: date, count: int, letter: str) -> None:
        """Places `count` meetings, one in each equal part of the span, on free working days."""
        for part in range(count):
            day = self._day_in(first, (last - first).days / count, part)
            if day is None:  # paused all that time, or met for an event just then
                continue
            self.days[day] = letter
            if letter == "h" and day.year < 2026:
                self._may_fall_through(day)

    def _day_in(self, first: date, width: float, part: int) -> date | None:
        for attempt in range(400):
            room = 0.12 if attempt < 200 else -0.3
            offset = (part + self.random.uniform(room, 1 - room)) * width
            day = _weekday(first + timedelta(max(0, round(offset))))
            if self._free(day, 12 if attempt < 100 else 2):
                return day
        return None

    def _may_fall_through(self, day: date) -> None:
        """A lockdown stops most meetings: some are cancelled, others were never put on paper."""
        if any(a <= day <= b for a, b in LOCKDOWNS) and self.random.random() < 0.85:
            self.days[day] = "c"
            if self.random.random() < 0.5:
                del self.days[day]
        elif self.random.random() < 0.06:
            self.days[day] = "c"

    def _free(self, day: date, gap: int) -> bool:
        inside = self.network.started_on <= day <= (self.network.ended_on or date.max)
        known = day <= self.until or day.year >= 2026
        summer = (7, 18) <= (day.month, day.day) <= (8, 18)
        near = any(abs((day - other).days) < gap for other in self.days)
        return inside and known and not (summer or near or paused(self.network.network_id, day))

    def _row(self, day: date, letter: str) -> list[str]:
        kind = "urgent" if letter == "u" else "regular"
        head = [self.network.network_id, day.isoformat(), STATUS[letter], kind]
        if letter not in "hu":
            return [*head, "", "", "", "", ""]
        agenda = self.random.choices(list(AGENDA), list(AGENDA.values()))[0]
        if self.network.basisteam in ("de-copen", "almere-stad") and self.random.random() < 0.35:
            agenda = ""
        return [*head, "|".join(self._themes(day, letter)), agenda, *self._present(day)]

    def _themes(self, day: date, letter: str) -> list[str]:
        if letter == "h" and self.random.random() < 0.06:
            return []
        weights = base_weights(day)
        recent = [event for event in self.events if 0 <= (day - event.date).days <= 120]
        for event in recent:
            boost = 14 if event.event_id in CALLS else 4
            weights[event.theme] += boost * exp(-(day - event.date).days / 40)
        chosen = {recent[-1].theme} if letter == "u" and recent else set()
        for _ in range(self.random.choice((1, 2, 2, 3))):
            chosen.add(self.random.choices(list(weights), list(weights.values()))[0])
        return sorted(chosen)

    def _present(self, day: date) -> list[str]:
        if self.random.random() < (0.7 if day.year < 2016 else 0.08):
            return ["", "", ""]
        police, municipality, citizens = self.network.members
        came = sum(self.random.random() < 0.78 for _ in range(citizens))
        official = [
            number if self.random.random() < 0.93 else 0 for number in (police, municipality)
        ]
        return [str(number) for number in (*official, max(1, came))]


def _weekday(day: date) -> date:
    """The day itself, or the Monday after it: these groups meet from Monday to Thursday."""
    return day + timedelta(7 - day.weekday()) if day.weekday() > 3 else day
