"""A basisteam says that its data are complete up to a day, also where there is nothing to report.

What looks odd about that is warned of, never refused: the basisteam knows. The rules are those of a
file (rules/nothing_held.sql and beside it).
"""

from datetime import date
from pathlib import Path
from typing import Unpack

from bondgenoten import store
from bondgenoten.intake.entering import Entry, enter
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.report import Report


def confirm_team(
    database: Path, basisteam: str, covers_until: date, **entry: Unpack[Entry]
) -> Report:
    """Records that the data of a basisteam are complete up to a day, confirmed on the as-of date."""
    row = {
        "basisteam": basisteam,
        "covers_until": covers_until.isoformat(),
        "confirmed_on": entry["as_of"].isoformat(),
    }
    return enter(database, "confirmations", row, **entry)


def confirming(database: Path, basisteam: str, covers_until: date, as_of: date) -> list[Problem]:
    """What asks for a look before confirming: the warnings that the confirmation would get."""
    kind = store.about(store.reader(database))["kind"]
    source = "demo" if kind == "demo" else "entry"
    return confirm_team(
        database, basisteam, covers_until, as_of=as_of, dry_run=True, source=source
    ).warnings


def confirmed_until(connection: store.Connection, basisteam: str, as_of: date) -> date | None:
    """Up to which day a basisteam had confirmed its data at the as-of date."""
    found = connection.rows(
        "select confirmed_until from confirmed_until($as_of::date, 'infinity'::timestamp)"
        " where basisteam = $team",
        {"team": basisteam, "as_of": as_of},
    )
    return found[0][0] if found else None
