"""The reader's choices as the URL says them: each checked, and left out where it cannot be used.

What they are, and how a link keeps them, stands in filters.py.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.exports.delivery import FORMS
from bondgenoten.periods import BEGAN, quarters
from bondgenoten.ui.filters import FIGURES, GRAIN, GRAINS, ORDERS, TABS, Filters, latest


def read(
    asked: Mapping[str, str],
    default_as_of: date,
    teams: Mapping[str, Row],
    networks: Mapping[str, Row],
    events: Collection[str] = (),
    themes: Collection[str] = (),
) -> tuple[Filters, list[str]]:
    """The choices in a URL, and the names of the parameters that could not be used."""
    wrong: list[str] = []

    def known(name: str, allowed: Any) -> str | None:
        value = asked.get(name)
        if value and value not in allowed:
            wrong.append(name)
            return None
        return value or None

    def a_year(name: str, last: int) -> int | None:
        found = _year(asked.get(name), last)
        if asked.get(name) and found is None:
            wrong.append(name)
        return found

    as_of = _as_of(asked.get("peildatum"), default_as_of, wrong)
    year = a_year("jaar", as_of.year) or as_of.year
    district = known("district", {team["district"] for team in teams.values()})
    network = known("netwerk", networks)
    basisteam = known("team", teams) or (networks[network]["basisteam"] if network else None)
    if network and networks[network]["basisteam"] != basisteam:
        wrong.append("netwerk")
        network = None
    if basisteam and basisteam in teams and district and teams[basisteam]["district"] != district:
        wrong.append("district")
        district = None
    filters = Filters(
        default_as_of=default_as_of,
        as_of=as_of,
        year=year,
        district=district,
        basisteam=basisteam,
        network_id=network,
        event_id=known("gebeurtenis", events),
        themes=_themes(asked.get("thema"), themes, wrong),
        theme=known("onderwerp", themes),
        since=a_year("vanaf", year),
        quarter=known("kwartaal", _quarters(year)),
        language=known("taal", ("nl", "en")) or "nl",
        order=known("volgorde", ORDERS) or ORDERS[0],
        grain=known("periode", GRAINS) or GRAIN,
        figure=known("cijfer", FIGURES) or FIGURES[0],
        form=known("vorm", FORMS) or FORMS[0],
        tab=known("tab", TABS) or TABS[0],
    )
    return filters, wrong


def _themes(text: str | None, known: Collection[str], wrong: list[str]) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(text.split(","))) if text else ()
    found = tuple(theme for theme in asked if theme in known)
    if len(found) < len(asked):
        wrong.append("thema")
    return found


def _quarters(last_year: int) -> set[str]:
    return {str(quarter) for quarter in quarters(BEGAN.year, last_year)}


def _as_of(text: str | None, default: date, wrong: list[str]) -> date:
    if not text:
        return default
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if BEGAN <= day <= latest(default):
        return day
    wrong.append("peildatum")
    return default


def _year(text: str | None, last: int) -> int | None:
    """The year a text says; None for any other text, and for a year before the method or after `last`."""
    is_year = text and text.isascii() and text.isdigit() and BEGAN.year <= int(text) <= last
    return int(text) if text and is_year else None
