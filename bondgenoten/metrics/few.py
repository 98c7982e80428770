"""The networks an answer can be about, where that is known before it is asked: a country's meetings
need not be read for one team."""

from datetime import datetime
from typing import Any, Protocol

EVER_OF_TEAM = """
select network_id from memberships($known_at::timestamp, null) where basisteam = $basisteam
"""


class Source(Protocol):
    """What is needed of a connection to the register."""

    def rows(self, sql: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]: ...


def few(
    source: Source,
    sql: str,
    network_id: str | None,
    basisteam: str | None,
    known_at: datetime | None = None,
) -> dict[str, list[str] | None]:
    """The values of `$network_ids` (the one network) and `$team_network_ids` (all a team ever had),
    as far as a query names them; None means every network."""
    found: dict[str, list[str] | None] = {}
    if "$network_ids" in sql:
        found["network_ids"] = [network_id] if network_id else None
    if "$team_network_ids" in sql:
        asked = {"known_at": known_at or "infinity", "basisteam": basisteam}
        rows = source.rows(EVER_OF_TEAM, asked) if basisteam else None
        found["team_network_ids"] = None if rows is None else [one for (one,) in rows]
    return found
