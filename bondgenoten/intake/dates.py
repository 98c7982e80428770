"""A date as people write it in the Netherlands: the day comes before the month, always. Pure."""

import re
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1900, 2199
_MONTHS = (
    ("januari", "january", "jan"), ("februari", "february", "feb", "febr"),
    ("maart", "march", "mrt", "mar"), ("april", "apr"), ("mei", "may"),
    ("juni", "june", "jun"), ("juli", "july", "jul"), ("augustus", "august", "aug"),
    ("september", "sept", "sep"), ("oktober", "october", "okt", "oct"),
    ("november", "nov"), ("december", "dec"),
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
# A time may follow: a cell of Excel can hold one, and only its day counts.
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})" + _TIME)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _TIME)
_WORDS = re.compile(r"(\d{1,2})[ .-]+([A-Za-z]{3,9})\.?[ .-]+(\d{4})")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:\.0)?")


def read_date(text: str) -> date | None:
    """The day a stripped text names, or None. Years outside 1900-2199 name none."""
    parts = _parts(text)
    return _day(*parts) if parts else None


def is_written_as_date(text: str) -> bool:
    """Whether a stripped text has one of the forms, also where there is no such day."""
    return _parts(text) is not None


def _parts(text: str) -> tuple[int, int, int] | None:
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _NUMBERS.fullmatch(text):
        day, _, month, year = match.groups()
    elif (match := _WORDS.fullmatch(" ".join(text.split()))) and match[2].casefold() in MONTHS:
        day, name, year = match.groups()
        month = str(MONTHS[name.casefold()])
    else:
        return None
    return int(year), int(month), int(day)


def likely_date(text: str) -> date | None:
    """What someone probably meant with a text that is no date: Excel's bare day number, two digits
    for the year, the year first without hyphens, or the month before the day. A guess to show,
    never to store."""
    if _SERIAL.fullmatch(text):
        meant = date(1899, 12, 30) + timedelta(days=int(float(text)))
        return meant if 1990 <= meant.year <= 2099 else None
    if match := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", text) or _SOLID.fullmatch(
        text
    ):
        year, month, day = (int(part) for part in match.groups())
        return _day(year, month, day)
    match = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})", text)
    if not match:
        return None
    day, month, year = (int(part) for part in match.groups())
    year += 2000 if year < 100 else 0
    return _day(year, month, day) or _day(year, day, month)


def month_first(text: str) -> tuple[str, bool] | None:
    """The separator of a date in numbers whose month may come first, and whether it must; None for a
    date that has the day first, or is the same day either way."""
    match = _NUMBERS.fullmatch(text)
    if not match:
        return None
    first, separator, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if _day(year, first, second) is None or first == second:
        return None
    return separator, _day(year, second, first) is None


def is_solid_date(text: str) -> bool:
    """Whether eight digits are a day, the year first: 20260301."""
    match = _SOLID.fullmatch(text)
    return match is not None and _day(*map(int, match.groups())) is not None


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
