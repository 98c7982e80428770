"""What the page on themes speaks of, taken from the rows of `themes`. Pure: no words, no screen."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bondgenoten.answers import Row, Scope
from bondgenoten.periods import Quarter

DEFAULT = ("radicalisation", "youth_nuisance", "refugee_shelter")
HALF_A_QUARTER = timedelta(days=45)


def chosen(asked: Sequence[str], known: Mapping[str, Row]) -> tuple[str, ...]:
    """The themes asked for, else the usual three, else the first three there are."""
    usual = tuple(theme for theme in DEFAULT if theme in known)
    return tuple(asked) or usual or tuple(known)[:3]


def last_confirmed(rows: Sequence[Row]) -> str | None:
    """The last quarter that every expected basisteam confirmed."""
    return max((row["quarter"] for row in rows if not row["provisional"]), default=None)


def a_year_before(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1}{quarter[4:]}"


def of_quarter(rows: Sequence[Row], quarter: str) -> list[Row]:
    """The rows of a quarter, each with the same theme a year earlier as `before`."""
    earlier = {row["theme"]: row for row in rows if row["quarter"] == a_year_before(quarter)}
    nothing = {"meetings_with_theme": 0, "meetings_with_any_theme": 0}
    return [
        row | {"before": earlier.get(row["theme"], nothing)}
        for row in rows
        if row["quarter"] == quarter
    ]


def most_discussed(rows: Sequence[Row]) -> list[Row]:
    """The theme that came up at most meetings; all of them where several did equally often."""
    most = max((row["meetings_with_theme"] for row in rows), default=0)
    return [row for row in rows if most and row["meetings_with_theme"] == most]


def changed(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows of a quarter by their verdict against a year earlier."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["change"], []).append(row)
    return found


def series(rows: Sequence[Row], first: str, last: str) -> dict[str, list[Row]]:
    """By theme the points from the first to the last quarter, each in the middle of its quarter."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if first <= row["quarter"] <= last:
            middle = Quarter.parse(row["quarter"]).starts_on + HALF_A_QUARTER
            found.setdefault(row["theme"], []).append(row | {"on": middle})
    return found


def events(
    known: Mapping[str, Row],
    teams: Mapping[str, Row],
    themes: Sequence[str],
    scope: Scope,
    span: tuple[date, date],
) -> list[dict[str, Any]]:
    """The dated events of the chosen themes that touch the scope, numbered in time."""
    within = {
        key
        for key, team in teams.items()
        if scope.basisteam in (None, key) and scope.district in (None, team["district"])
    }
    found = [
        event
        for event in known.values()
        if event["theme"] in themes
        and span[0] <= event["date"] <= span[1]
        and ("*" in event["basisteams"] or within & set(event["basisteams"]))
    ]
    return [event | {"number": number} for number, event in enumerate(found, 1)]
