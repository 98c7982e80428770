"""The name of an uploaded file: repeated in reports and kept with the batch, so never with a person."""

import re
from collections.abc import Collection
from pathlib import PurePath

from bondgenoten.intake.dates import read_date
from bondgenoten.intake.name_like import is_name_like
from bondgenoten.intake.privacy import personal

_SUFFIXES = (".csv", ".tsv", ".txt", ".xls", ".xlsm", ".xlsx")
_STAMP = re.compile(r"(?<!\d)(\d{8})(?:[T _-]?\d{4}(?:\d\d)?)?(?!\d)")
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}|\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2})(?!\d)"
)
_LONG = re.compile(r"(?<!\d)(\d{8,})(?!\d)")


def safe(number: int, name: str) -> tuple[str, str | None]:
    """The name as it may be shown, and the kind of personal data it held; a name that holds any
    becomes the number of its file, counted from 1."""
    kind = personal(_without_dates(name.replace("_", " ")))
    if kind is None:
        return name, None
    suffix = PurePath(name).suffix.lower()
    return f"{number + 1}{suffix if suffix in _SUFFIXES else ''}", kind


def is_named(name: str, places: Collection[str]) -> bool:
    """Whether the name of a file, without its ending, seems to name someone."""
    return is_name_like(re.sub(r"[_-]+", " ", PurePath(name).stem), places)


def _without_dates(name: str) -> str:
    """Dates and stamps look like numbers of people; a number glued to letters does not."""
    name = _STAMP.sub(lambda match: " " if _is_stamp(match[1]) else match[0], name)
    return _LONG.sub(r" \1 ", _DATE.sub(" ", name))


def _is_stamp(digits: str) -> bool:
    """Whether eight digits are a day of our time, the year first or last."""
    year_first = read_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    day_first = read_date(f"{digits[:2]}-{digits[2:4]}-{digits[4:]}")
    return any(day is not None and 1990 <= day.year <= 2099 for day in (year_first, day_first))
