"""What the page on unrest says of one event: where a network was, never what it did to safety."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from bondgenoten.answers import Row
from bondgenoten.language import Words
from bondgenoten.ui.sentences import count, counted, plural


@dataclass(frozen=True)
class Reach:
    """The counts of one event over the basisteams it covers within a scope."""

    teams: int
    with_network: int
    prepared: int
    networks: int
    followed: int
    in_time: int

    @classmethod
    def of(cls, rows: pd.DataFrame) -> "Reach":
        """From the rows of `unrest` of one event."""
        networks, followed, in_time = (
            int(rows[c].sum()) for c in ("networks", "followed", "in_time")
        )
        return cls(
            teams=len(rows),
            with_network=int((rows["reach"] != "NO_NETWORK").sum()),
            prepared=int((rows["reach"] == "PREPARED").sum()),
            networks=networks,
            followed=followed,
            in_time=in_time,
        )

    @property
    def without(self) -> int:
        return self.teams - self.with_network


def answer(words: Words, event: Row, reach: Reach, days: int) -> list[str]:
    """The answer for one event, then how soon networks met, and what was not there."""
    which = event[f"name_{words.language}"]
    if not reach.teams:
        return [words("unrest.not_covered", event=which)]
    first = plural(
        words,
        "unrest.answer",
        reach.teams,
        which=which,
        x=words.number(reach.with_network),
        prepared=words.number(reach.prepared),
    )
    return [first, " ".join([*_met(words, reach, days), *_without(words, reach)])]


def _met(words: Words, reach: Reach, days: int) -> list[str]:
    early = reach.networks - reach.followed
    said = []
    if reach.followed:
        said.append(counted(words, "unrest.in_time", reach.in_time, reach.followed, days=days))
    if early:
        said.append(plural(words, "unrest.too_early", early, days=days))
    return said


def _without(words: Words, reach: Reach) -> list[str]:
    return [plural(words, "unrest.without", reach.without)] if reach.without else []


def first_meeting(words: Words, code: str | None, days: int | None) -> str:
    """ "na 3 dagen", "dezelfde dag", or that it is too early or has not happened."""
    if code == "CAME_TOGETHER" and days is not None:
        return words("unrest.same_day") if days == 0 else plural(words, "unrest.after_days", days)
    return words(f"code.{code}") if code else words("count.none")


def in_time(words: Words, row: Row) -> str:
    return count(words, row["in_time"], row["followed"])


def event_name(words: Words, event: Row) -> str:
    """As a choice: the date first, so that a list of events reads in time."""
    return f"{words.date(event['date'])} · {event[f'name_{words.language}']}"


def is_known(event: Row, as_of: date) -> bool:
    """Whether an event had happened by a date."""
    return bool(event["date"] <= as_of)
