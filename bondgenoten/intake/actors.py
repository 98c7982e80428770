"""Who brings a batch: a function, such as a secretary, never a person. Pure."""

import re

from bondgenoten.intake.privacy import personal

LONGEST = 60
# Forms of address, initials before a surname, and two names with capitals in a row.
_ADDRESS = re.compile(
    r"\b(?:de\s+heer|mevrouw|mevr|meneer|mijnheer|dhr|mw|mr|mrs|ms|drs|ing|ir)\b\.?\s+\S",
    re.IGNORECASE,
)
_SURNAME = r"(?:(?:van|de|der|den|ten|ter|het|'t|el|al|ben)\s+|van\s+de[rn]?\s+)*[A-ZÀ-Þ][\w'’-]*"
_INITIALS = re.compile(r"\b(?:[A-Z]\.\s?)+\s*(?i:van|de|der|den|ten|ter)?\s*" + _SURNAME)
_NAMES = re.compile(r"\b[A-ZÀ-Þ][\w'’-]*\s+" + _SURNAME)
_KNOWN = re.compile(
    r"\b(?:secretaris|secretary|chef|chief|teamchef|wijkagent|analist|analyst|co[oö]rdinator|adviseur"
    r"|adviser|medewerker|officer|projectleider|programmaleider|lead|beheerder|functionaris"
    r"|unit|eenheid|district|basisteam|gemeente|municipality|politie|police)\b",
    re.IGNORECASE,
)


class NotAFunction(ValueError):
    """The text is empty, too long, or seems to name a person. It is not repeated."""


def function(text: str) -> str:
    """The function as it is kept, without doubled spaces. Raises NotAFunction."""
    said = " ".join(text.split())
    if not said or len(said) > LONGEST or personal(said) or _is_name(said):
        raise NotAFunction
    return said


def _is_name(text: str) -> bool:
    if _ADDRESS.search(text) or _INITIALS.search(text) or "," in text:
        return True
    # "Secretaris Lekpoort" is a function in a place; "Jan de Vries" is not.
    return bool(_NAMES.search(_KNOWN.sub("·", text)))
