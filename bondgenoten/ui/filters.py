"""The choices of the reader, which live in the URL: read from it, checked, and written back.

Pure: no streamlit. Every link keeps the choices, so a page switch, a reload and a shared address
all show the same.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from bondgenoten.answers import Row, Scope
from bondgenoten.exports.delivery import FORMS, PACKAGE
from bondgenoten.metrics import METRICS, Question
from bondgenoten.periods import quarters
from bondgenoten.ui.data import FIRST_YEAR

FIRST_DAY = date(FIRST_YEAR, 1, 1)
ORDERS = ("organisatie", "te-doen")
GRAINS = {"maand": "month", "kwartaal": "quarter", "jaar": "year"}
GRAIN = "kwartaal"
YEARS_SHOWN = 5
FIGURES = (*METRICS, PACKAGE)  # what can be had as a file
TABS = ("aanleveren", "invoeren", "te-bevestigen", "geschiedenis", "kwaliteit")
FORMS_WITH_WORDS = ("excel-nl", "xlsx")  # the others hold codes, in no language
QUESTION = ("peildatum", "jaar", "district", "team", "netwerk", "periode", "taal")


@dataclass(frozen=True)
class Filters:
    """What is chosen; `default_as_of` is the as-of date that need not stand in the URL."""

    default_as_of: date
    as_of: date
    year: int
    district: str | None = None
    basisteam: str | None = None
    network_id: str | None = None
    language: str = "nl"
    order: str = ORDERS[0]
    grain: str = GRAIN
    event_id: str | None = None
    themes: tuple[str, ...] = ()
    theme: str | None = None
    since: int | None = None
    quarter: str | None = None
    figure: str = FIGURES[0]
    form: str = FORMS[0]
    tab: str = TABS[0]

    @property
    def scope(self) -> Scope:
        return Scope(self.district, self.basisteam)

    @property
    def until(self) -> date:
        """The last day looked at: the as-of date, or the end of a chosen year that is over."""
        return min(self.as_of, date(self.year, 12, 31))

    @property
    def first_year(self) -> int:
        """The year in which a series begins that shows the last few years, unless one is asked."""
        return max(self.year - YEARS_SHOWN, FIRST_YEAR)

    @property
    def parameters(self) -> dict[str, str]:
        """The choices that differ from the default, under their names in the URL."""
        said = {
            "peildatum": self.as_of.isoformat() if self.as_of != self.default_as_of else None,
            "jaar": str(self.year) if self.year != self.as_of.year else None,
            "district": self.district,
            "team": self.basisteam,
            "netwerk": self.network_id,
            "volgorde": self.order if self.order != ORDERS[0] else None,
            "periode": self.grain if self.grain != GRAIN else None,
            "gebeurtenis": self.event_id,
            "thema": ",".join(self.themes),
            "onderwerp": self.theme,
            "vanaf": str(self.since) if self.since not in (None, self.first_year) else None,
            "kwartaal": self.quarter,
            "cijfer": self.figure if self.figure != FIGURES[0] else None,
            "vorm": self.form if self.form != FORMS[0] else None,
            "tab": self.tab if self.tab != TABS[0] else None,
            "taal": self.language if self.language != "nl" else None,
        }
        return {name: value for name, value in said.items() if value}

    def question(self, name: str, known_at: datetime | None = None) -> Question:
        """These choices as a question to a metric."""
        return Question(
            name,
            self.as_of,
            self.year,
            known_at,
            self.district,
            self.basisteam,
            self.network_id,
            grain=GRAINS[self.grain],
        )

    def with_(self, **change: Any) -> "Filters":
        """The same choices with some changed; what then no longer fits is let go."""
        changed = replace(self, **change)
        if "as_of" in change:
            follows = self.year == self.as_of.year or self.year > changed.as_of.year
            changed = replace(changed, year=changed.as_of.year if follows else self.year)
        if "district" in change:
            changed = replace(changed, basisteam=None)
        if "basisteam" in change or "district" in change:
            changed = replace(changed, network_id=change.get("network_id"))
        return changed

    def link(self, page: str, **change: Any) -> str:
        """The address of a page with these choices; relative, so it holds under any base path."""
        parameters = urlencode(self.with_(**change).parameters)
        return f"./{page}?{parameters}" if parameters else f"./{page}"


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

    as_of = _as_of(asked.get("peildatum"), default_as_of, wrong)
    year = _year(asked.get("jaar"), as_of.year, wrong)
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
        since=_since(asked.get("vanaf"), year, wrong),
        quarter=known("kwartaal", _quarters(year)),
        language=known("taal", ("nl", "en")) or "nl",
        order=known("volgorde", ORDERS) or ORDERS[0],
        grain=known("periode", GRAINS) or GRAIN,
        figure=known("cijfer", FIGURES) or FIGURES[0],
        form=known("vorm", FORMS) or FORMS[0],
        tab=known("tab", TABS) or TABS[0],
    )
    return filters, wrong


def latest(default_as_of: date) -> date:
    """The last as-of date that can be asked: the end of the year after."""
    return date(default_as_of.year + 2, 1, 1) - timedelta(days=1)


def _themes(text: str | None, known: Collection[str], wrong: list[str]) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(text.split(","))) if text else ()
    found = tuple(theme for theme in asked if theme in known)
    if len(found) < len(asked):
        wrong.append("thema")
    return found


def _since(text: str | None, year: int, wrong: list[str]) -> int | None:
    if not text:
        return None
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= year:
        return int(text)
    wrong.append("vanaf")
    return None


def _quarters(last_year: int) -> set[str]:
    return {str(quarter) for quarter in quarters(FIRST_YEAR, last_year)}


def _as_of(text: str | None, default: date, wrong: list[str]) -> date:
    if not text:
        return default
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if FIRST_DAY <= day <= latest(default):
        return day
    wrong.append("peildatum")
    return default


def _year(text: str | None, latest_year: int, wrong: list[str]) -> int:
    if not text:
        return latest_year
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= latest_year:
        return int(text)
    wrong.append("jaar")
    return latest_year
