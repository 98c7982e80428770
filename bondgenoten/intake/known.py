"""What the reference data allows in a cell: basisteams, municipalities, themes."""

import re
from dataclasses import dataclass, field
from typing import Any, Protocol

from bondgenoten.intake.digests import Digests
from bondgenoten.intake.folding import fold


class Queried(Protocol):
    """The little that intake asks of a connection."""

    def rows(self, sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]: ...

    def execute(self, sql: str, parameters: Any = ()) -> None: ...

    def register(self, name: str, table: Any) -> None: ...


@dataclass(frozen=True)
class Known:
    """Every accepted spelling with the value that is kept for it, in the organisation's order."""

    basisteams: dict[str, str]
    municipalities: dict[str, str]
    themes: dict[str, str]
    theme_names: dict[str, tuple[str, ...]]  # by language, to suggest from
    places: frozenset[str] = frozenset()  # folded names of areas, towns and basisteams
    declared: Digests = field(default_factory=Digests)  # texts that look like a BSN and are none
    language: str = "nl"  # in which a sender is shown what was meant


def known(connection: Queried) -> Known:
    """Reads the reference data of a register. A basisteam counts that was in force at any time."""
    teams = connection.rows(
        "select name, basisteam from register.basisteams order by sort_order, valid_from"
    )
    towns = connection.rows(
        "select municipality, gm_code from register.municipalities order by municipality"
    )
    themes = connection.rows(
        "select name_nl, name_en, theme from register.themes order by sort_order"
    )
    declared = connection.rows("select distinct digest from register.declarations")
    salt = connection.rows("select salt from register.salts")[0][0]
    return Known(
        {spelling: code for name, code in teams for spelling in (name, code)},
        {spelling: town for town, code in towns for spelling in (town, code)},
        {spelling: theme for *names, theme in themes for spelling in (*names, theme)},
        {"nl": tuple(name for name, *_ in themes), "en": tuple(name for _, name, _ in themes)},
        places(connection),
        Digests(salt, [digest for (digest,) in declared]),
    )


def places(connection: Queried) -> frozenset[str]:
    """Folded names of areas, towns and basisteams, and each of their words that is long enough to be
    the name in short."""
    rows = connection.rows(
        "select area from register.areas union select municipality from register.municipalities "
        "union select name from register.basisteams"
    )
    words = {word for (name,) in rows for word in (name, *re.split(r"\W+", name)) if len(word) > 3}
    return frozenset(fold(word) for word in words)
