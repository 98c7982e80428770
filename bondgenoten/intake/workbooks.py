"""Excel workbooks: every sheet, hidden or not, as text. Guards against hostile files."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from bondgenoten.intake import headings, recognising
from bondgenoten.intake.excel_errors import LONGEST_CELL, Errors, find_errors, sheet_errors
from bondgenoten.intake.extents import BEYOND, Extent
from bondgenoten.intake.limits import LARGEST_UNPACKED, MB
from bondgenoten.intake.refusals import Refusal
from bondgenoten.intake.sheets import Aside, Chunk, Sheet, chunk, rows_at_once


class Whole(NamedTuple):
    """A sheet with its cells as they are; the reader gives an error of Excel as an empty cell."""

    name: str
    is_hidden: bool
    rows: Iterator[list[Any]]
    errors: Errors


def sheets(path: Path) -> Iterator[Sheet | Aside]:
    """The sheets of ours, and what stands aside of them. Raises Refusal when the workbook cannot be
    read or holds none of ours."""
    errors = sheet_errors(path, _guard(path))
    book = _open(path)
    known = 0
    for about in (s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet):
        name = about.name
        sheet = _sheet(book, name)
        if sheet.start is None:  # nothing on it but its name
            yield Aside(name, iter(()))
            continue
        rows = _rows(sheet, errors.get(name, {}))
        top = list(islice(rows, headings.SEARCHED))
        found = recognising.recognise(top)
        if found is not None:
            known += 1
            rest = chain(top[found.row :], rows)
            chunks = _chunks(rest, found, sheet.total_height)
            is_hidden = about.visible != SheetVisibleEnum.Visible
            yield Sheet(name, found, chunks, top[: found.row - 1], is_hidden)
        elif recognising.is_kind(name) or recognising.resemblance(top) > 1:
            raise Refusal("unknown_file", "sheet", sheet=name)
        else:
            yield Aside(name, _cells(chain(top, rows)))
    if not known:
        raise Refusal("unknown_file", "workbook")


def _cells(rows: Iterable[list[str]]) -> Iterator[tuple[int, int, str]]:
    for row, cells in enumerate(rows, start=1):
        yield from ((row, position, text) for position, text in enumerate(cells) if text.strip())


def _guard(path: Path) -> dict[str, Errors]:
    """Unpacks every part once, in small blocks, and refuses what would not fit in memory. Gives the
    cells that hold an error of Excel, by part."""
    errors: dict[str, Errors] = {}
    try:
        with zipfile.ZipFile(path) as parts:
            names = parts.infolist()
            if not any(part.filename == "xl/workbook.xml" for part in names):
                raise Refusal("unreadable", _packed({part.filename for part in names}))
            _fits(sum(part.file_size for part in names))  # as it says itself
            unpacked = 0
            for part in names:
                unpacked = _measure(parts, part, unpacked, errors.setdefault(part.filename, {}))
    except Refusal:
        raise
    except Exception as fault:  # a broken zip can fail in any way: zlib, struct, zipfile, memory
        raise Refusal("unreadable", "damaged") from fault
    return errors


def _packed(names: set[str]) -> str:
    """What a packed file is that is no workbook."""
    if "word/document.xml" in names:
        return "word"
    return "opendocument" if "content.xml" in names else "no_workbook"


def _measure(parts: zipfile.ZipFile, part: zipfile.ZipInfo, unpacked: int, errors: Errors) -> int:
    extent, kept = Extent(), b""
    with parts.open(part) as file:
        while block := file.read(MB):
            unpacked += len(block)
            _fits(unpacked)
            whole = kept + block
            find_errors(whole, errors)
            extent.add(whole[-len(block) - BEYOND :])
            kept = whole[-LONGEST_CELL:]
    extent.add(kept[-BEYOND:] + b" " * BEYOND)
    return unpacked


def _fits(unpacked: int) -> None:
    if unpacked > LARGEST_UNPACKED:
        raise Refusal("unreadable", "too_large_unpacked", limit=str(LARGEST_UNPACKED // MB))


def whole(path: Path) -> Iterator[Whole]:
    """Every sheet of a workbook, ours or not, with its cells as they are."""
    errors = sheet_errors(path, _guard(path))
    book = _open(path)
    for about in (s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet):
        sheet = _sheet(book, about.name)
        is_hidden = about.visible != SheetVisibleEnum.Visible
        left = (sheet.start or (0, 0))[1] if sheet.start else 0
        rows = ([""] * left + row for row in sheet.iter_rows()) if sheet.start else iter(())
        yield Whole(about.name, is_hidden, rows, errors.get(about.name, {}))


def _open(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(str(path))
    except BaseException as fault:
        raise _refusal(fault) from fault


def _sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except BaseException as fault:
        raise _refusal(fault) from fault


def _refusal(fault: BaseException) -> BaseException:
    # The reader is Rust: a panic there is no Exception, but says the same as one.
    if isinstance(fault, Exception) or type(fault).__name__ == "PanicException":
        return Refusal("unreadable", "damaged")
    return fault


def _rows(sheet: CalamineSheet, errors: Errors) -> Iterator[list[str]]:
    """Every row from the top of the sheet, from column A, without empty cells at its end."""
    left = [""] * (sheet.start or (0, 0))[1]
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [cell if isinstance(cell, str) else text_of(cell) for cell in row]
        cells = left + cells
        for position, text in errors.get(number, {}).items():
            if position < len(cells):
                cells[position] = text
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def text_of(value: Any) -> str:
    """A cell as a person would type it: a whole number without point, a date day first, as it is
    shown in a Dutch Excel."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return str(value)


def _day(value: date) -> str:
    day = f"{value.day:02}-{value.month:02}-{value.year}"
    if isinstance(value, datetime) and value.time() != time():
        return f"{day} {value:%H:%M:%S}"
    return day


def _chunks(rows: Iterator[list[str]], found: headings.Headings, height: int) -> Iterator[Chunk]:
    row = found.row + 1
    width = len(found.texts)
    while batch := list(islice(rows, rows_at_once(width))):
        row += len(batch)
        yield chunk(row - len(batch), batch, width, min(1.0, row / max(height, 1)))
