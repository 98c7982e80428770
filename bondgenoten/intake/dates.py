"""A date as people write it in the Netherlands: the day comes before the month, always. Pure."""

import re
from datetime import date, timedelta

from bondgenoten.intake.folding import plain

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
_WEEKDAYS = (
    ("maandag", "monday", "ma", "mon"), ("dinsdag", "tuesday", "di", "tue"),
    ("woensdag", "wednesday", "wo", "wed"), ("donderdag", "thursday", "do", "thu"),
    ("vrijdag", "friday", "vr", "fri"), ("zaterdag", "saturday", "za", "sat"),
    ("zondag", "sunday", "zo", "sun"),
)  # fmt: skip
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_NAMED = re.compile(
    rf"({'|'.join(sorted(_WEEKDAY, key=len, reverse=True))})\b[ ,.]*", re.IGNORECASE
)
_WORDS = re.compile(r"(\d{1,2})[ .-]+([A-Za-z]{3,9})\.?[ .-]+(\d{4})")
# What people write besides: 5-jan-26, 5 jan '26, 4e januari 2026, January 4, 2026; with an hour, or not.
_LOOSE = re.compile(
    r"(\d{1,2})(?:e|de|ste|th|st|nd|rd)?[ .,-]*([A-Za-z]{3,9})[ .,-]*'?(\d{4}|\d{2})"
)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})[ .]+(\d{1,2})(?:th|st|nd|rd)?[ ,]+'?(\d{4}|\d{2})")
_HOUR = re.compile(r"[ ,]+(?:om |at )?\d{1,2}[.:]\d{2}(?: ?(?:uur|u|h))?$", re.IGNORECASE)
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:\.0)?")


def read_date(text: str) -> date | None:
    """The day a stripped text names as it looks, or None. Years outside 1900-2199 name none."""
    text = plain(text).strip()
    day = _weekday(text)
    if day is None:
        parts = _parts(text)
        return _day(*parts) if parts else None
    parts = _parts(_NAMED.sub("", text, count=1))
    found = _day(*parts) if parts else None
    return found if found and found.weekday() == day else None


def _weekday(text: str) -> int | None:
    """The day of the week that a text begins with."""
    match = _NAMED.match(text)
    return _WEEKDAY[match[1].casefold()] if match else None


def has_weekday(text: str) -> bool:
    """Whether a text begins with a day of the week."""
    return _weekday(plain(text).strip()) is not None


def is_written_as_date(text: str) -> bool:
    """Whether a stripped text has one of the forms, also where there is no such day."""
    return _parts(plain(text).strip()) is not None


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
    for the year, the year first without hyphens, the month before the day, or words beside it. A
    guess to show, never to store."""
    text = _NAMED.sub("", " ".join(plain(text[:60]).split()), count=1)
    text = _HOUR.sub("", text).strip()
    if match := _LOOSE.fullmatch(text):
        return _named_day(match[1], match[2], match[3])
    if match := _MONTH_FIRST.fullmatch(text):
        return _named_day(match[2], match[1], match[3])
    if _SERIAL.fullmatch(text):
        meant = date(1899, 12, 30) + timedelta(days=int(float(text)))
        return meant if 1990 <= meant.year <= 2099 else None
    if match := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", text) or _SOLID.fullmatch(
        text
    ):
        year, month, day = (int(part) for part in match.groups())
        return _day(year, month, day)
    match = re.fullmatch(r"(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?'?(\d{4}|\d{2})", text)
    if not match:
        return None
    day, month, year = int(match[1]), int(match[2]), _full(match[3])
    return _day(year, month, day) or _day(year, day, month)


def _full(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _named_day(day: str, name: str, year: str) -> date | None:
    month = MONTHS.get(name.casefold())
    return _day(_full(year), month, int(day)) if month else None


def month_first(text: str) -> tuple[str, bool] | None:
    """The separator of a date in numbers whose month may come first, and whether it must; None for a
    date that has the day first, or is the same day either way."""
    match = _NUMBERS.fullmatch(plain(text).strip())
    if not match:
        return None
    first, separator, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if _day(year, first, second) is None or first == second:
        return None
    return separator, _day(year, second, first) is None


def day_first(text: str) -> str | None:
    """The separator of a date in numbers whose day can only come first."""
    match = _NUMBERS.fullmatch(plain(text).strip())
    return match[2] if match and int(match[1]) > 12 and read_date(text) else None


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
