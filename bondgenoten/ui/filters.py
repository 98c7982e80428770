"""The choices of the reader, which live in the URL, and the links that keep them.

Pure: no streamlit. Every link keeps the choices, so a page switch, a reload and a shared address
all show the same. How they are read from the URL stands in choices.py.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from bondgenoten.answers import Scope
from bondgenoten.exports.delivery import FORMS, PACKAGE
from bondgenoten.metrics import METRICS, Question
from bondgenoten.periods import BEGAN

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
        return max(self.year - YEARS_SHOWN, BEGAN.year)

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


def latest(default_as_of: date) -> date:
    """The last as-of date that can be asked: the end of the year after."""
    return date(default_as_of.year + 2, 1, 1) - timedelta(days=1)
