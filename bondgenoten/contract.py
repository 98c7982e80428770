"""The data contract: what a file of each kind holds, by name, type and allowed code.

Only the shape lives here. Titles are in the catalogue (`column.<name>`, `code.<code>`);
which basisteams, municipalities and themes exist is reference data in the register.
"""

from dataclasses import dataclass
from typing import Literal

Type = Literal["key", "text", "date", "count", "code", "basisteam", "municipality", "themes"]

# What a sender may type for a code, besides the code itself (DESIGN 4).
SYNONYMS: dict[str, dict[str, tuple[str, ...]]] = {
    "status": {
        "held": ("gehouden",),
        "planned": ("gepland",),
        "cancelled": ("geannuleerd", "afgelast", "vervallen"),
    },
    "kind": {"regular": ("regulier",), "urgent": ("spoed",)},
    "scale": {"street": ("straat",), "neighbourhood": ("wijk",), "city": ("stad",)},
    "agenda_from": {
        "community": ("gemeenschap",),
        "police": ("politie",),
        "municipality": ("gemeente",),
        "joint": ("samen", "gezamenlijk"),
    },
}


@dataclass(frozen=True)
class Column:
    """One column: its contract name, its type, and what a cell may hold."""

    name: str
    type: Type
    required: bool = False
    longest: int | None = None
    default: str | None = None

    @property
    def holds_any_text(self) -> bool:
        """Whether a valid cell can hold a person still."""
        return self.type in ("key", "text")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes a `code` column allows, in the contract's order."""
        return tuple(SYNONYMS.get(self.name, ()))


@dataclass(frozen=True)
class Kind:
    """One kind of file or sheet, and the columns that make up its key."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def _counts(prefix: str, required: bool) -> tuple[Column, ...]:
    sides = ("police", "municipality", "citizens")
    return tuple(Column(f"{prefix}_{side}", "count", required) for side in sides)


NETWORKS = Kind(
    "networks",
    (
        Column("network_id", "key", True, 40),
        Column("name", "text", True, 120),
        Column("basisteam", "basisteam", True),
        Column("municipality", "municipality", True),
        Column("scale", "code", True),
        Column("area", "text", longest=120),
        Column("started_on", "date", True),
        Column("ended_on", "date"),
        *_counts("members", required=True),
    ),
    key=("network_id",),
)

MEETINGS = Kind(
    "meetings",
    (
        Column("network_id", "key", True, 40),
        Column("date", "date", True),
        Column("status", "code", True),
        Column("kind", "code", default="regular"),
        Column("themes", "themes"),
        Column("agenda_from", "code"),
        *_counts("present", required=False),
    ),
    key=("network_id", "date"),
)

PAUSES = Kind(
    "pauses",
    (
        Column("network_id", "key", True, 40),
        Column("paused_from", "date", True),
        Column("paused_until", "date"),
        Column("reason", "text", True, 200),
    ),
    key=("network_id", "paused_from"),
)

CONFIRMATIONS = Kind(
    "confirmations",
    (
        Column("basisteam", "basisteam", True),
        Column("covers_until", "date", True),
        Column("confirmed_on", "date", True),
    ),
    key=("basisteam", "covers_until", "confirmed_on"),
)

KINDS: dict[str, Kind] = {k.name: k for k in (NETWORKS, MEETINGS, PAUSES, CONFIRMATIONS)}
