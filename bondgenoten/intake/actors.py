"""Who brings a batch: a function, such as a secretary, never a person. Pure."""

import re
import unicodedata

from bondgenoten import formulas
from bondgenoten.intake.name_like import TITLES
from bondgenoten.intake.privacy import personal

LONGEST = 60
# Forms of address, initials before a surname, and two names with capitals in a row.
_ADDRESS = re.compile(rf"\b(?:{'|'.join(TITLES)})\b\.?\s+\S", re.IGNORECASE)
_SURNAME = r"(?:(?:van|de|der|den|ten|ter|het|'t|el|al|ben)\s+|van\s+de[rn]?\s+)*[A-ZÀ-Þ][\w'’-]*"
_INITIALS = re.compile(r"\b(?:[A-Z]\.\s?)+\s*(?i:van|de|der|den|ten|ter)?\s*" + _SURNAME)
_NAMES = re.compile(r"\b[A-ZÀ-Þ][\w'’-]*\s+" + _SURNAME)
_FUNCTION = re.compile(
    r"\b(?:secretaris|secretary|(?:team|unit|district)?(?:chef|chief)|wijkagent|analist|analyst"
    r"|co[oö]rdinator|adviseur|adviser|medewerker|officer|projectleider|programmaleider|lead"
    r"|beheerder|functionaris|politie|police)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?i:basisteam|team|district|eenheid|unit|gemeente|municipality)(?:\s+[A-ZÀ-Þ][\w'’-]*)*"
)


class NotAFunction(ValueError):
    """The text is empty, too long, no plain text, or seems to name a person. It is not repeated."""


def function(text: str) -> str:
    """The function as it is kept, without doubled spaces. Raises NotAFunction."""
    said = " ".join(text.split())
    if not said or len(said) > LONGEST or not _is_plain(text) or personal(said) or _is_name(said):
        raise NotAFunction
    return said


def _is_plain(text: str) -> bool:
    """Whether a text is one line that shows all it holds, and that no spreadsheet runs."""
    kinds = {unicodedata.category(character) for character in text.strip()}
    is_hiding = any(kind[0] == "C" or kind in ("Zl", "Zp") for kind in kinds)
    return not is_hiding and not text.strip().startswith(formulas.STARTS)


def _is_name(text: str) -> bool:
    if _ADDRESS.search(text) or _INITIALS.search(text) or "," in text:
        return True
    # "Secretaris Lekpoort" and "chef basisteam De Copen" are functions in a place.
    return bool(_NAMES.search(_FUNCTION.sub("·", _PLACE.sub("·", text))))
