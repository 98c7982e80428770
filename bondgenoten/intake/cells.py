"""One cell at a time: text becomes a value or a fault. Pure; a record typed by hand uses it too."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from bondgenoten.contract import SYNONYMS, Column
from bondgenoten.intake.dates import has_weekday, is_written_as_date, likely_date, read_date
from bondgenoten.intake.declaring import undeclared
from bondgenoten.intake.excel_errors import NAMES
from bondgenoten.intake.folding import by_spelling, marked, plain
from bondgenoten.intake.known import Known
from bondgenoten.intake.likeness import Near, Suggestions
from bondgenoten.intake.name_like import is_name_like
from bondgenoten.intake.privacy import LONGEST
from bondgenoten.intake.themes import meant, read_themes

_KEY = re.compile(r"[A-Za-z0-9._-]+")
_COUNT = re.compile(r"\+?(\d{1,7})(?:[.,]0{1,2})?")  # 1.000 may mean a thousand: not a count
_LARGE = re.compile(r"\+?\d{8,}(?:[.,]0{1,2})?")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a text turned out to be: a value, or the code of what is wrong with it."""

    value: Any = None
    code: str | None = None
    suggestion: str | None = None
    details: dict[str, str] = field(default_factory=dict)
    is_blank: bool = False
    mend: str | None = None  # the text that can stand in its place where that is no mere guess
    reason: str | None = None  # of a message of its own under the code
    is_name_like: bool = False


Read = Callable[[str], Cell]


class Reader(Protocol):
    """Reads one cell; one that is declared may look like a BSN."""

    def __call__(self, text: str, is_declared: bool = False) -> Cell: ...


def reader(column: Column, known: Known) -> Reader:
    """The function that reads one cell of a column."""
    read = _READERS[column.type](column, known)

    def read_cell(text: str, is_declared: bool = False) -> Cell:
        text = text.strip()
        if not text:
            return _blank(column)
        if len(text) > LONGEST:
            return _not_too_long(text, column.longest or LONGEST)
        cell = read(text)
        if text in NAMES:
            code = cell.code or "not_allowed"
            return Cell(code=code, reason="excel_error", details=cell.details)
        if cell.code or column.holds_any_text:
            kind = undeclared(text, known.declared, is_declared)
            if kind:
                return Cell(code="personal_data", details={"personal": kind})
        if column.type == "text" and cell.code is None and is_name_like(text, known.places):
            return replace(cell, is_name_like=True)
        return cell

    return read_cell


def _blank(column: Column) -> Cell:
    code = "missing_value" if column.required else None
    empty: list[str] | None = [] if column.type == "themes" else None
    return Cell(empty if empty is not None else column.default, code, is_blank=True)


def _key(column: Column, _: Known) -> Read:
    def read(text: str) -> Cell:
        if not _KEY.fullmatch(text):
            mended = _mended_key(text, column.longest or 40)
            return Cell(code="bad_key", suggestion=mended, mend=mended)
        return _not_too_long(text, column.longest)

    return read


def _mended_key(text: str, longest: int) -> str | None:
    letters = unicodedata.normalize("NFKD", plain(text))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    mended = re.sub(r"[^A-Za-z0-9._-]+", "-", bare).strip("-")
    return mended if 0 < len(mended) <= longest else None


def _text(column: Column, _: Known) -> Read:
    return lambda text: _not_too_long(text, column.longest)


def _not_too_long(text: str, longest: int | None) -> Cell:
    if longest is not None and len(text) > longest:
        return Cell(code="too_long", details={"length": str(len(text)), "longest": str(longest)})
    return Cell(text)


def _date(_: Column, __: Known) -> Read:
    def read(text: str) -> Cell:
        day = read_date(text)
        if day is not None:
            return Cell(day)
        near = _day_first(likely) if (likely := likely_date(text)) else None
        if has_weekday(text) and near:  # which of the two is wrong is not to be seen
            return Cell(code="not_a_date", suggestion=near, reason="weekday")
        reason = None if is_written_as_date(text) else "form"
        return Cell(code="not_a_date", suggestion=near, mend=near, reason=reason)

    return read


def _day_first(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _count(_: Column, __: Known) -> Read:
    def read(text: str) -> Cell:
        if match := _COUNT.fullmatch(text):
            return Cell(int(match[1]))
        return Cell(code="not_a_whole_number", reason="large" if _LARGE.fullmatch(text) else None)

    return read


def _code(column: Column, known: Known) -> Read:
    dutch = {word: code for code, words in SYNONYMS[column.name].items() for word in words}
    english = {code: code for code in column.codes}  # the codes themselves are English words
    first, second = (english, dutch) if known.language == "en" else (dutch, english)
    return _one_of(column, first | second, "not_allowed", first)


def _basisteam(column: Column, known: Known) -> Read:
    return _one_of(column, known.basisteams, "unknown_basisteam")


def _municipality(column: Column, known: Known) -> Read:
    return _one_of(column, known.municipalities, "unknown_municipality")


def _one_of(
    column: Column, spellings: dict[str, str], fault: str, shown: dict[str, str] | None = None
) -> Read:
    """Reads one of some spellings; what was meant is said in those of `shown`, all unless given."""
    values = by_spelling(spellings)
    suggest = Suggestions(column.name, spellings, shown)

    def read(text: str) -> Cell:
        value = values.get(marked(text))
        return Cell(value) if value else _near(fault, suggest(text))

    return read


def _near(fault: str, near: Near | None) -> Cell:
    if near is None:
        return Cell(code=fault)
    return Cell(code=fault, suggestion=near.spelling, mend=near.spelling if near.is_clear else None)


def _themes(column: Column, known: Known) -> Read:
    codes = by_spelling(known.themes)
    preferred = {name: known.themes[name] for name in known.theme_names[known.language]}
    names = {code: name for name, code in preferred.items()}
    suggest = Suggestions(column.name, known.themes, preferred)

    def read(text: str) -> Cell:
        found, strange = read_themes(text, codes)
        if not strange:
            return Cell(sorted(set(found)))
        near = [meant(name, codes, names, suggest) for name in strange]
        spelt = [one.spelling for one in near if one]
        is_clear = all(one and one.is_clear for one in near)
        whole = " | ".join([*(names[code] for code in found), *spelt])
        return Cell(code="unknown_theme", suggestion=" | ".join(spelt) or None,
                    details={"strange": " | ".join(strange)}, mend=whole if is_clear else None)  # fmt: skip

    return read


_READERS: dict[str, Callable[[Column, Known], Read]] = {
    "key": _key, "text": _text, "date": _date, "count": _count, "code": _code,
    "basisteam": _basisteam, "municipality": _municipality, "themes": _themes,
}  # fmt: skip
