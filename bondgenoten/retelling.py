"""What a batch touched and what was declared with it, in words: for the page and the command line.

Asks nothing of the register: it gets rows of `history`.
"""

from collections.abc import Mapping
from typing import Any

from bondgenoten.language import Words


def rows(say: Words, batch: Mapping[str, Any]) -> list[str]:
    """The rows it touched, where they are few: bijeenkomst AMBER van 02-11-2026."""
    return [row(say, one["kind"], one["about"], one["date"]) for one in batch["touched"]]


def row(say: Words, kind: str, about: str, day: Any) -> str:
    """One row by its kind, what it is about and its date; a network has none."""
    return say(f"row.{kind}", about=about, **({"day": say.date(day)} if day else {}))


def declarations(say: Words, batch: Mapping[str, Any]) -> list[str]:
    """What was said to be no BSN, a line a reason: geen BSN (Onderbrekingen D2): zaaknummer."""
    return [_declared(say, batch, one) for one in batch["declared"]]


def _declared(say: Words, batch: Mapping[str, Any], one: Mapping[str, Any]) -> str:
    if batch["source"] == "entry":  # typed in a form: there is no cell to name
        return say("declared.typed", reason=one["reason"])
    file = one["file_name"] if len(batch["file_names"]) > 1 else None
    place = " ".join(part for part in (file, one["sheet"], one["cell"]) if part)
    more = one["number"] - 1
    if more:
        place = say("declared.more", place=place, n=more, number=say.number(more))
    return say("declared.cell", place=place, reason=one["reason"])
