"""Dates of birth in a text, which only a word beside them tells from other dates. Pure."""

import re

from bondgenoten.intake.dates import MONTHS

WORDS = ("geb", "gb", "born", "birth", "dob", "d.o.b")  # in small letters: one is always there
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_LABELLED = r"geb(?:oortedatum|oortedag|datum|dat|d)?|birth|dob|d\.o\.b"
_BORN = rf"\b(?:{_LABELLED}|geboren|born)\b"
# Initiatives are born too, but not before the method was.
_NEAR = r"(?:19\d\d|200\d|201[0-4])"
_BEHIND = re.compile(
    rf"{_BORN}[^0-9\n]{{0,25}}"
    rf"\d{{1,4}}\s*(?:[-./ ]\s*\d{{1,2}}\s*[-./ ]|[-. ]*(?:{_MONTH})\.?[-. ]*)\s*'?\d{{2,4}}",
    re.IGNORECASE,
)
# Said so in two letters, or in six or eight digits on end: only right behind the word.
_SHORT = re.compile(
    rf"(?:{_BORN}|\bgb\b)[ .:]{{0,4}}"
    r"(?:dat(?:um|e)?\b[ .:]{0,4}|op |on |date )?"
    r"(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\d\d\b"
    r"|(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d\b)",
    re.IGNORECASE,
)
# A month with a year, the day in words or left out; of a group are spans, and months between two.
_DAY = r"(?:\d{1,2}(?:e|de|ste|th|st|nd|rd)?\b[^0-9\n]{0,10})?"
_MONTH_FIRST = rf"\b(?:{_MONTH})\b[-. ,']{{0,3}}(?:\d{{1,2}}(?:th|st|nd|rd)?[ ,]{{1,2}})?"
_IN_MONTH = re.compile(
    rf"(?:{_BORN}(?:(?!tussen|between|vanaf|since)[^0-9\n]){{0,35}}{_DAY}{_MONTH_FIRST}(?:{_NEAR}|'[3-9]\d)"
    rf"|\b(?:{_LABELLED})\b[ .:]{{0,4}}(?:datum|dat|date)?[ .:]{{0,4}}{_DAY}{_MONTH_FIRST}(?:19|20)\d\d)\b"
    r"(?! ?(?:t/m|tot|to|en|and|of|or)\b)(?! ?[-–/&])",
    re.IGNORECASE,
)


def _before(year: str, solid_year: str, ending: str) -> str:
    """A day with one of some years right before the word."""
    month = rf"(?: ?[-./ ] ?\d{{1,2}} ?[-./ ] ?|[-. ]{{0,2}}(?:{_MONTH})\.?[-. ]{{0,2}})"
    return (
        rf"(?<!\d)(?:\d{{1,2}}{month}{year}|{_MONTH_FIRST}{solid_year}"
        rf"|{solid_year}[-./]\d{{1,2}}[-./]\d{{1,2}})(?!\d)"
        rf"[\s,;:()/*-]{{0,4}}(?:(?:is|was|werd|hij|zij|ze|die)\s){{0,2}}{_BORN}{ending}"
    )


# Of days of late only one that ends the text.
_BEFORE = re.compile(
    _before(rf"(?:{_NEAR}|'?[3-9]\d)", _NEAR, "")
    + "|" + _before(r"(?:20\d\d|'?\d\d)", r"20\d\d", r"\W*$"),
    re.IGNORECASE,
)  # fmt: skip

_LABEL = re.compile(
    r"\W*(?:geb(?:oorte|\.)?[ -]?(?:datum|dag|dat)\b|geb(?:oren)?\b(?: op\b)?|date of birth"
    r"|birth ?(?:date|day)|dob\b|d\.o\.b\b|born\b(?: on\b)?)\W*(?:\(.{0,30}\)\W*)?",
    re.IGNORECASE,
)
_LONGEST_DATE = 40  # characters


def is_label(text: str) -> bool:
    """Whether a text says that what stands below or beside it is a date of birth."""
    return len(text) <= 2 * _LONGEST_DATE and _LABEL.fullmatch(text) is not None


def is_birth(text: str) -> bool:
    """Whether what stands below or beside such a label is one."""
    return len(text) <= _LONGEST_DATE and has_birth(f"geb. {text.strip()}")


def has_birth(text: str) -> bool:
    small = text.lower()
    if not any(word in small for word in WORDS):
        return False
    forms = (_BEHIND, _SHORT, _IN_MONTH, _BEFORE)
    return any(form.search(text) for form in forms)
