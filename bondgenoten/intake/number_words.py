"""Digits that are written as words, as someone says a telephone number: nul zes twaalf. Pure."""

import re
from collections.abc import Iterator

_UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = ("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien",
          "achttien", "negentien")  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGITS = {word: str(number) for words in (_UNITS, _ENGLISH) for number, word in enumerate(words)}
_DIGITS |= {word: str(number) for number, word in enumerate(_TEENS, start=10)}
_DIGITS |= {word: str(10 * number) for number, word in enumerate(_TENS, start=2)}
_DIGITS |= {
    f"{unit}en{ten}": f"{tens}{units}"
    for tens, ten in enumerate(_TENS, start=2)
    for units, unit in enumerate(_UNITS)
    if units
}
_WORD = rf"\b(?:{'|'.join(sorted(_DIGITS, key=len, reverse=True))}|\d{{1,9}})\b"
_RUN = re.compile(rf"{_WORD}(?:[\s,.;/-]*{_WORD})+")
_START = re.compile(r"\b(?:nul|zero|0\d{0,8})\b")
_PART = re.compile(r"[a-z]+|\d+")
_PHONE = re.compile(r"0[1-9]\d{8}")
_FEWEST = 2  # words: with fewer, the digits have been looked at already


def is_spoken_phone(text: str) -> bool:
    """Whether words, or words and digits, together are a Dutch telephone number of ten digits."""
    plain = text.casefold()
    if not ("nul" in plain or "zero" in plain or "0" in plain) or not _START.search(plain):
        return False
    plain = plain.replace("é", "e").replace("ë", "e")
    return any(_is_phone(run) for run in _RUN.findall(plain))


def _is_phone(run: str) -> bool:
    parts = _PART.findall(run)
    return any(_PHONE.fullmatch(number) for number in _numbers(parts))


def _numbers(parts: list[str]) -> Iterator[str]:
    """The digits of ten from every part that a number can begin with."""
    for start, part in enumerate(parts):
        number, said = "", 0
        if not _DIGITS.get(part, part).startswith("0"):
            continue
        for one in parts[start : start + 10]:
            number, said = number + _DIGITS.get(one, one), said + (one in _DIGITS)
            if len(number) >= 10:
                break
        if said >= _FEWEST:
            yield number
