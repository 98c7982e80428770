"""Burgerservicenummers in a text: whole, or in groups. Pure."""

import re

from stdnum.nl import bsn

from bondgenoten.intake.dates import is_solid_date

_WHOLE = re.compile(r"(?<![A-Za-z0-9])\d{8,9}(?![A-Za-z0-9])|(?<=bsn)\d{8,9}(?!\d)", re.IGNORECASE)


def _apart(separator: str, groups: str) -> re.Pattern[str]:
    """A number in groups with one separator, no part of a longer row of those."""
    return re.compile(
        rf"(?:(?<![A-Za-z0-9])|(?<=bsn))(?<!\d{separator})(?:{groups.replace('-', separator)})"
        rf"(?![A-Za-z0-9]|{separator}\d)",
        re.IGNORECASE,
    )


_GROUPS = r"\d{2,7}(?:-\d{2,7}){1,3}"
# Nine single digits too, and two or three groups of which the first or the last is one digit.
_AND_SINGLE = rf"{_GROUPS}|\d(?:-\d){{8}}|\d{{2,8}}(?:-\d{{2,7}})?-\d|\d(?:-\d{{2,8}}){{1,2}}"
_OTHER = "*"  # stands for any sign that is rarely between numbers
# Each separator for itself, so that another number may stand beside the one that is looked for.
_APART = [_apart(s, _AND_SINGLE) for s in ("-", r"\.", " ", "/", "_", ",", r"\*")]
_APART.append(_apart("[-./_ ]", _GROUPS))
_SIGNS = re.compile(r"(?<=\d)[*~|:;#=^\\\"'•·](?=\d)")
_LOOSE = re.compile(r" ?([-./_]) ?")
_SPACES = re.compile(r"[\s()\[\]]+")
_YEAR = re.compile(r"(?:19|20|21)\d{2}")
# Thousands with a currency beside them are an amount.
_THOUSANDS = r"\d{1,3}(?:[.,]\d{3}){1,4}(?:,\d\d|,-)?(?!\d)"
_MONEY = r"(?:€|\$|£|\b(?:euro'?s?|eur)\b)"
_AMOUNT = re.compile(
    rf"{_MONEY} ?(?<!\d){_THOUSANDS}|(?<![\d.,]){_THOUSANDS} ?{_MONEY}", re.IGNORECASE
)


def has_bsn(text: str, dateless: str) -> bool:
    """Whether a text holds one; `dateless` is the same without its dates."""
    return _has_whole(text) or _has_groups(_AMOUNT.sub(" | ", dateless))


def _has_whole(text: str) -> bool:
    found = (match[0] for match in _WHOLE.finditer(text))
    return any(bsn.is_valid(number) and not is_solid_date(number) for number in found)


def _has_groups(text: str) -> bool:
    close = _LOOSE.sub(r"\1", _SIGNS.sub(_OTHER, _SPACES.sub(" ", text)))
    found = (match[0] for pattern in _APART for match in pattern.finditer(close))
    return any(_is_grouped(re.split(r"[^0-9]", number)) for number in found)


def _is_grouped(groups: list[str]) -> bool:
    """Nine digits that pass the test, or eight that are grouped as a BSN is. A group that is a year or
    a day makes it a number of something else."""
    if any(_YEAR.fullmatch(group) or is_solid_date(group) for group in groups):
        return False
    digits = "".join(groups)
    is_long = len(digits) == 9
    return (is_long or [*map(len, groups)] == [3, 2, 3]) and bsn.is_valid(digits)
