"""The words of a problem: what is wrong, why, and how to mend it, in either language."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from bondgenoten.contract import SYNONYMS
from bondgenoten.intake.dates import read_date
from bondgenoten.intake.problems import Problem
from bondgenoten.language import Words, words
from bondgenoten.store import local

Details = Mapping[str, str]
LONGEST = 80  # characters of a typed value that a message repeats


def message(problem: Problem, language: str) -> str:
    """The whole message, with the nearest allowed value where there is one."""
    say = words(language)
    text = say(_message_id(problem), **_values(problem, say))
    if problem.code in ("unreadable", "unknown_file"):
        text = say(f"problem.{problem.code}") + " " + text
    if problem.suggestion:
        text += " " + say("problem.suggestion", suggestion=_short(problem.suggestion))
    return text


def _message_id(problem: Problem) -> str:
    reason = problem.reason
    if reason == "excel_error":
        return "problem.excel_error"
    if problem.code in _VARIANTS:
        reason = _VARIANTS[problem.code](problem.details)
    if problem.details.get("other_until") == "":
        reason = "open"
    return f"problem.{problem.code}.{reason}" if reason else f"problem.{problem.code}"


def _life(details: Details) -> str | None:
    """Which of the ways a day can lie outside a life this is."""
    if "day" in details:
        return "restarted" if details["was_ended"] else f"shortened.{details['kind']}"
    return "ended" if details["ended_on"] else None


# Codes that have a message of their own for some details.
_VARIANTS: dict[str, Callable[[Details], str | None]] = {
    "outside_life": _life,
    "reopened": lambda details: details["again"] or None,
    "team_changed": lambda details: details["moved"] or None,
    "no_longer_held": lambda details: "emptied" if details["emptied"] else None,
    "nothing_held": lambda details: None if details["since"] else "first",
}


# Details that are codes, and where their words are in the catalogue.
_CODED = {"status": "code", "personal": "personal", "other_kind": "file"}
_COLUMNS = {"start_column", "emptied"}  # details that name columns, parted by commas


def _values(problem: Problem, say: Words) -> dict[str, Any]:
    values: dict[str, Any] = dict(problem.details)
    values["value"] = _as_shown(problem.value or "", say)
    values["column"] = _title(problem.column, say)
    if problem.code == "month_first":
        values |= _both_ways(problem.value or "", say)
    for name in _COLUMNS & values.keys():
        values[name] = ", ".join(_title(column, say) for column in values[name].split(","))
    if "n" in values:
        values |= {"n": int(values["n"]), "number": say.number(int(values["n"]))}
    if problem.code == "untold":
        values |= {name: say.number(int(values[name])) for name in ("number", "limit")}
    for name, group in _CODED.items():
        if name in values:
            values[name] = say(f"{group}.{values[name]}")
    if "moment" in values:
        values["day"] = say.date(local(datetime.fromisoformat(values["moment"])).date())
    if "other" in values:
        values["other"] = _elsewhere(values, say)
    if problem.code == "not_allowed" and problem.column in SYNONYMS:
        values["allowed"] = _allowed(problem.column, say.language)
    return values


def _both_ways(value: str, say: Words) -> dict[str, str]:
    """What a date in numbers is, and what it would be with the month first."""
    day = read_date(value)
    assert day
    other = date(day.year, day.day, day.month)
    return {"value": value, "read": say.long_date(day), "turned": say.long_date(other)}


def _elsewhere(values: Details, say: Words) -> str:
    """A row or cell, with its sheet and its file where those are others."""
    other = values["other"]
    for name in ("sheet", "file"):
        if f"other_{name}" in values:
            other = say(f"place.{name}", place=other, name=values[f"other_{name}"])
    return other


def _as_shown(value: str, say: Words) -> str:
    """A typed value, short; a date as this house writes dates."""
    day = read_date(value)
    return say.date(day) if day else _short(value)


def _title(column: str | None, say: Words) -> str:
    if column is None:
        return ""
    return say(f"column.{column}") if say.has(f"column.{column}") else _short(column)


@cache
def _allowed(column: str, language: str) -> str:
    say = words(language)
    return ", ".join(say(f"code.{code}") for code in SYNONYMS[column])


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
