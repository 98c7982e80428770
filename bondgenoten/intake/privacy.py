"""Finds what points at a person in a text (DESIGN 4). Pure: says the kind, keeps nothing."""

import re

from stdnum import iban
from stdnum.nl import bsn

from bondgenoten.intake.dates import MONTHS

LONGEST = 131_072  # characters that are looked at; a longer cell is refused and shown nowhere

_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_BSN = re.compile(
    r"(?<![A-Za-z0-9])(?:\d{8,9}|\d{3}[. ]\d{3}[. ]\d{3}|\d{3,4}\.\d{2}\.\d{3})(?![A-Za-z0-9])"
    r"|(?<=bsn)\d{8,9}(?!\d)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20|21)\d{2}(?!\d)|\d{4}-\d{2}-\d{2}")
_PREFIX = r"(?:(?:\+|\b00)31[\s.-]?(?:\(0\)[\s.-]?|0)?|(?<![\d+])\(?0)"
_PHONE = re.compile(
    # mobile: 06 and eight digits, however they are grouped
    _PREFIX + r"6\)?[\s./-]{0,3}[1-9](?:[\s.-]?\d){7}(?!\d)"
    # landline and business: an area code of three or four digits, ten digits in all
    "|" + _PREFIX + r"[1-57]\d\)?[\s./-]{0,3}[1-9](?:[\s.-]?\d){6}(?!\d)"
    "|" + _PREFIX + r"[1-57]\d{2}\)?[\s./-]{0,3}[1-9](?:[\s.-]?\d){5}(?!\d)"
    "|" + _PREFIX + r"8[458]\)?[\s./-]{0,3}\d(?:[\s.-]?\d){6}(?!\d)"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}")
# The forms of Dutch plates; since 1991 without vowels, and M only as a first letter.
_OLD, _NEW = "[A-Z]", "[BDFGHJKLNPRSTVXZ]"
_FORMS = (
    ("XX", "99", "99"), ("99", "99", "XX"), ("99", "XX", "99"), ("XX", "99", "XX"),
    ("XX", "XX", "99"), ("99", "XX", "XX"), ("99", "NNN", "9"), ("9", "NNN", "99"),
    ("NN", "999", "N"), ("N", "999", "NN"), ("NNN", "99", "N"), ("N", "99", "NNN"),
    ("9", "NN", "999"), ("999", "NN", "9"), ("999", "N", "NN"), ("NN", "N", "999"),
)  # fmt: skip


def _plates(separator: str) -> str:
    parts = {"X": _OLD, "N": _NEW, "9": r"\d"}
    spelt = (separator.join("".join(parts[c] for c in part) for part in form) for form in _FORMS)
    return "(?:" + "|".join(spelt) + ")"


_PLATE = re.compile(
    rf"(?<![A-Za-z0-9-])(?i:{_plates('-')})(?![A-Za-z0-9-])"
    rf"|(?<![A-Za-z0-9-]){_plates(' ')}(?![A-Za-z0-9-])"
    rf"|(?i:kenteken|plate)\W{{1,3}}(?i:{_plates('-?')})\b"
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_BIRTH = re.compile(
    r"\b(?:geb(?:oren|oortedatum|oortedag)?|born|birth|dob)\b[^0-9\n]{0,25}"
    rf"\d{{1,4}}\s*(?:[-./ ]\s*\d{{1,2}}\s*[-./ ]|[-. ]*(?:{_MONTH})\.?[-. ]*)\s*'?\d{{2,4}}",
    re.IGNORECASE,
)


def personal(text: str, besides: str | None = None) -> str | None:
    """The kind of personal data a text holds: email, iban, birth_date, phone, bsn or plate.
    `besides` bsn says whether it holds anything else."""
    text = text[:LONGEST]
    if "@" in text and _EMAIL.search(text):
        return "email"
    if not any(character.isdigit() for character in text):
        return None
    if any(_is_iban(match[0]) for match in _IBAN.finditer(text)):
        return "iban"
    if _BIRTH.search(text):
        return "birth_date"
    if _PHONE.search(_DATE.sub(" | ", text)):
        return "phone"
    if besides != "bsn" and any(bsn.is_valid(match[0]) for match in _BSN.finditer(text)):
        return "bsn"
    return "plate" if _PLATE.search(text) else None


def _is_iban(text: str) -> bool:
    """Words may follow an account number directly, so every shorter length counts too."""
    solid = re.sub(r"[^A-Za-z0-9]", "", text)
    return any(iban.is_valid(solid[:length]) for length in range(len(solid), 14, -1))
