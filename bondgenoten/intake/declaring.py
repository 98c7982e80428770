"""A cell that only looks like a BSN can be said to be none, with a reason. Its text is kept as a digest,
so that the same text is not asked about again; any other personal data stays refused."""

import re
from typing import NamedTuple

from bondgenoten.intake.digests import Digests
from bondgenoten.intake.folding import plain
from bondgenoten.intake.name_like import is_name_like
from bondgenoten.intake.order import Texts
from bondgenoten.intake.privacy import personal

LONGEST_REASON = 200
_DECLARABLE = "bsn"
_BSN = (
    r"(?:b\.?s\.?n(?![a-z]{2})|burger[ -]?service[ -]?n(?:ummer|r)|sofi(?:[ -]?n(?:ummer|r)|\b)"
    r"|citizen service number)"
)
_NEGATED = re.compile(
    rf"\b(?:geen|niet|no|not)\b\W+(?:(?:een|echt|geldig|an?|the|real|valid)\W+){{0,2}}{_BSN}",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?<![^\W_]){_BSN}", re.IGNORECASE)


class Declared(NamedTuple):
    """One cell that was declared, by its row and position."""

    row: int
    position: int
    personal: str
    digest: str
    reason: str


class Declaring:
    """What is declared of one sheet, besides what the register has been told before."""

    def __init__(self, accepted: Digests, texts: Texts, file: int, sheet: str | None) -> None:
        self._accepted = accepted
        self.reasons = {
            (place.row, place.position): reason
            for place, reason in texts.items()
            if (place.file, place.sheet) == (file, sheet)
        }
        self.made: list[Declared] = []

    def personal(self, text: str) -> str | None:
        """The kind of personal data in a text, wherever it stands."""
        return undeclared(text, self._accepted)

    def at(self, row: int, position: int, text: str) -> tuple[str | None, str | None]:
        """The kind that is left in a cell, and the message it needs when its reason will not do."""
        kind, reason = self.personal(text), self.reasons.get((row, position), "")
        if kind != _DECLARABLE or (row, position) not in self.reasons:
            return kind, None
        if wrong_with(reason):
            return kind, "reason"
        self.made.append(Declared(row, position, kind, self._accepted.of(text), reason.strip()))
        return personal(text, besides=_DECLARABLE), None


def wrong_with(reason: str) -> str | None:
    """Why a reason will not do: it is empty, too_long or personal, or says that the number is_bsn."""
    if not reason.strip():
        return "empty"
    if len(reason.strip()) > LONGEST_REASON:
        return "too_long"
    if personal(reason) or is_name_like(reason, ()):
        return "personal"
    return "is_bsn" if _NAMED.search(_NEGATED.sub("", plain(reason))) else None


def undeclared(text: str, accepted: Digests, is_declared: bool = False) -> str | None:
    """The kind of personal data in a text, but for what was declared to be none."""
    kind = personal(text)
    if kind == _DECLARABLE and (is_declared or text in accepted):
        return personal(text, besides=_DECLARABLE)
    return kind
