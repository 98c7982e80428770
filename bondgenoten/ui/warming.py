"""Figures asked before a visitor does, so that nobody waits for a question that everybody has."""

from datetime import date
from pathlib import Path

from bondgenoten import store
from bondgenoten.answers import Scope
from bondgenoten.ui.data import open_register
from bondgenoten.ui.review import ended_quarters

WARM_YEARS = 10
WARM_QUARTERS = 12


def warm(path: Path) -> None:
    """Asks the first page's figures once, so that the first visitor does not wait for them."""
    register = open_register(path)
    register.compliance(register.as_of.year, register.as_of)
    register.development(register.as_of, Scope())


def warm_years(path: Path) -> None:
    """Asks the norm of the last years, as it is seen today and as it was at their end."""
    register = open_register(path)
    latest = register.as_of.year
    for year in range(latest, latest - WARM_YEARS, -1):
        for day in (register.as_of, min(date(year, 12, 31), register.as_of)):
            register.compliance(year, day)


def warm_quarters(path: Path) -> None:
    """Asks what the review shows of the last quarters as they stood on their last day."""
    register = open_register(path)
    _ = store.reader(path).content  # names the files of a review
    for quarter in ended_quarters(register.as_of)[:WARM_QUARTERS]:
        register.compliance(quarter.year, quarter.ends_on)
        register.reach(quarter.ends_on)
        register.unrest(quarter.ends_on)
