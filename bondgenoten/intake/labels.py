"""A heading or a label that says what stands below it or beside it: a date of birth, a telephone number.
What such a cell holds would be nothing of a person without it. Pure."""

from collections.abc import Callable
from typing import NamedTuple

from bondgenoten.intake import births, phones


class _Said(NamedTuple):
    """Whether a text is such a label, and whether what stands with it is of that kind."""

    is_label: Callable[[str], bool]
    is_one: Callable[[str], bool]


_KINDS = {
    "birth_date": _Said(births.is_label, births.is_birth),
    "phone": _Said(phones.is_label, phones.is_labelled),
}


def said_by(text: str) -> str | None:
    """The kind of personal data that a text announces."""
    text = text.strip()
    return next((kind for kind, said in _KINDS.items() if said.is_label(text)), None)


def is_said(kind: str | None, text: str) -> bool:
    """Whether a text is what its label announced."""
    return kind is not None and _KINDS[kind].is_one(text)
