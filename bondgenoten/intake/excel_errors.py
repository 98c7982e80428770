"""Cells that hold an error of Excel (#N/A, #REF!): the reader of workbooks gives them as empty, so they
are looked up in the parts of the workbook itself."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bondgenoten.intake.parts import sheets
from bondgenoten.intake.refusals import Refusal

Errors = dict[int, dict[int, str]]  # row -> position -> the error
MOST = 100_000  # error cells of a part: more is no workbook that anyone made
LONGEST_CELL = 16 * 1024  # bytes of one cell, its formula included
_LONGEST_START = 400  # bytes from the start of a cell to where it says what it holds
NAMES = frozenset({
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
    "#GETTING_DATA", "#N/B", "#VERW!", "#WAARDE!", "#NAAM?", "#DEEL/0!", "#GETAL!", "#LEEG!", "#OVERLOOP!",
})  # fmt: skip
_CELL = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]{0,200}\st=["']e["'])[^>]{0,200}?\br=["']([A-Za-z]{1,3})(\d{1,7})["'][^>]*>"""
    rb"(?:<(?:\w+:)?f[^>]*/>|<(?:\w+:)?f[^>]*>[^<]*</(?:\w+:)?f>)?<(?:\w+:)?v>(#[^<]{1,20})</"
)


def find_errors(block: bytes, errors: Errors) -> None:
    """Adds the error cells of one block of a part."""
    for number, place in enumerate(_marks(block)):
        if number > MOST:
            raise Refusal("unreadable", "damaged")
        if cell := _CELL.match(block, block.rfind(b"<", max(0, place - _LONGEST_START), place)):
            letters, row, text = cell.groups()
            said = text.decode("utf-8", "replace")
            errors.setdefault(int(row), {})[column_of(letters) - 1] = said
    if sum(map(len, errors.values())) > MOST:
        raise Refusal("unreadable", "damaged")


def _marks(block: bytes) -> Iterator[int]:
    """Where a cell says that it holds an error."""
    for mark in (b't="e"', b"t='e'"):
        place = block.find(mark)
        while place >= 0:
            yield place
            place = block.find(mark, place + 1)


def sheet_errors(path: Path, by_part: dict[str, Errors]) -> dict[str, Errors]:
    """The error cells by the name of their sheet."""
    if not any(by_part.values()):
        return {}
    with zipfile.ZipFile(path) as parts:
        return {name: by_part.get(part, {}) for name, part in sheets(parts)}


def column_of(letters: bytes) -> int:
    """The number of a column, from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number
