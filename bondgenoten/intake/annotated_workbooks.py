"""The annotated copy of a workbook: every sheet, every cell in its place and of its type, what is wrong
coloured and with a comment, the messages in a last column; lists to choose from, widths and a heading
that stays in sight as in the empty workbook. Of the sender's own making, the values alone are kept:
formulas become their stored values, and charts, colours, comments and checks are not copied."""

import io
from datetime import date, datetime, time, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bondgenoten.contract import Column
from bondgenoten.intake import headings, recognising, workbooks
from bondgenoten.intake.choices import ROWS, Choices, width
from bondgenoten.intake.notes import Notes, Page
from bondgenoten.language import LANGUAGES, words

LONGEST = 32_000  # characters of a message: a cell of Excel holds hardly more
MOST_COMMENTS = 5_000  # of a sheet: a workbook with more is slow to open; every cell is coloured
MOST_FROZEN = 5  # rows that stay in sight: more would leave no room on a small screen
WIDEST = 60  # characters of a column that is not one of ours
_SHOWN = 12  # characters of a date, a number
_OPTIONS = {"constant_memory": True, "default_date_format": "dd-mm-yyyy", "strings_to_urls": False,
            "strings_to_formulas": False, "strings_to_numbers": False,
            "nan_inf_to_errors": True}  # fmt: skip
# Orange and blue, never red and green; grey where nothing is wrong with the row itself.
_COLOURS = {"error": "#F6C7A5", "warning": "#CFE3F5", "held": "#E3E3E3"}


def copy(path: Path, page: Page) -> bytes:
    """The workbook with its messages."""
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, _OPTIONS) as book:
        formats = _Formats(book)
        copies = []
        for whole in workbooks.whole(path):
            if whole.is_hidden and whole.name in _lists():
                continue  # of an earlier copy
            sheet = _added(book, whole.name)
            if whole.is_hidden:
                sheet.hide()
            copies.append(_Copied(sheet, formats, page, page.sheets.get(whole.name, Notes())))
            copies[-1].write(whole)
        _offer(book, copies)
    return sink.getvalue()


def _offer(book: xlsxwriter.Workbook, copies: "list[_Copied]") -> None:
    """Gives each sheet its lists to choose from, which stand on a hidden sheet behind the others."""
    offered: dict[str, Choices] = {}
    sheet, top = None, 0
    for copied in copies:
        if copied.found is None:
            continue
        language = copied.found.language
        if sheet is None:
            sheet = _added(book, words(language)("template.lists"))
            sheet.hide()
        if language not in offered:
            offered[language] = Choices(language)
            top = offered[language].write(sheet, top)
        copied.offer(offered[language])


def _lists() -> set[str]:
    return {words(language)("template.lists") for language in LANGUAGES}


def _added(book: xlsxwriter.Workbook, name: str) -> Worksheet:
    try:
        return book.add_worksheet(name)
    except XlsxWriterException:  # a name that Excel itself would not give
        return book.add_worksheet()


class _Formats:
    """The formats of a book, made once: a type of value, in the colour of a severity."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str | None], Format] = {}

    def __call__(self, number: str, severity: str | None) -> Format:
        if (number, severity) not in self._made:
            look = {"num_format": number} | (
                {"bg_color": _COLOURS[severity], "border": 1} if severity else {}
            )
            self._made[number, severity] = self._book.add_format(look)
        return self._made[number, severity]


class _Copied:
    """One sheet while it is being copied."""

    def __init__(self, sheet: Worksheet, formats: _Formats, page: Page, notes: Notes) -> None:
        self._sheet = sheet
        self._formats = formats
        self._page = page
        self._notes = notes
        self._comments = 0
        self._widths: dict[int, int] = {}  # characters of the longest text, by position
        self._rows = 0
        self.found: headings.Headings | None = None  # where it is a sheet of ours

    def write(self, whole: workbooks.Whole) -> None:
        top = list(islice(whole.rows, headings.SEARCHED))
        found = recognising.recognise([[workbooks.text_of(cell) for cell in row] for row in top])
        self.found = found
        messages: dict[int, str] = {}
        last = found.notes[0] if found and found.notes else -1
        if found and self._notes.problems:
            last = last if found.notes else len(top[0])
            messages = self._notes.messages(found.row, self._page)
        for row, cells in enumerate(chain(top, whole.rows), start=1):
            self._rows = row
            errors = whole.errors.get(row, {})
            for position, value in enumerate(cells):
                if position != last:
                    self._cell(row, position, errors.get(position, value))
            if row in messages:
                shown = self._formats("@", "error" if found and row == found.row else None)
                self._sheet.write_string(row - 1, last, messages[row][:LONGEST], shown)
        self._shape()
        if messages:
            self._sheet.set_column(last, last, 80)

    def _shape(self) -> None:
        """Columns as wide as the empty workbook has them, others as what stands in them; the heading
        stays in sight."""
        for position, longest in self._widths.items():
            self._sheet.set_column(position, position, min(longest + 2, WIDEST))
        for position, column in self._columns():
            self._sheet.set_column(position, position, width(column))
        if self.found and self.found.row <= MOST_FROZEN:
            self._sheet.freeze_panes(self.found.row, 0)

    def _columns(self) -> list[tuple[int, Column]]:
        if self.found is None:
            return []
        by_name = {column.name: column for column in self.found.kind.columns}
        return [(position, by_name[name]) for position, name in self.found.columns.items()]

    def offer(self, choices: Choices) -> None:
        """The lists of its columns, also for the rows that are still to be filled in."""
        first = self.found.row if self.found else 0
        for position, column in self._columns():
            if rule := choices.rule(column):
                self._sheet.data_validation(
                    first, position, max(self._rows, first + ROWS), position, rule
                )

    def _cell(self, row: int, position: int, value: Any) -> None:
        problems = self._notes.problems.get((row, position), [])
        value = self._notes.mended.get((row, position), value)
        said = self._page.said(problems)
        is_spared = position in self._notes.spared
        if left_out := self._page.left_out(workbooks.text_of(value), problems, is_spared):
            value, said = "", said or left_out
        severity = min((problem.severity for problem in problems), default=None)  # error first
        if left_out and severity is None:
            severity = "error"
        long = len(value) if isinstance(value, str) else _SHOWN
        self._widths[position] = max(long, self._widths.get(position, 0))
        self._value(row - 1, position, value, severity)
        if said and self._comments < MOST_COMMENTS:
            self._comments += 1
            self._sheet.write_comment(row - 1, position, said, {"x_scale": 2.5, "y_scale": 1.5})

    def _value(self, row: int, position: int, value: Any, severity: str | None) -> None:
        write = self._sheet
        if value == "" and severity is None:
            return
        if value == "":
            write.write_blank(row, position, None, self._formats("General", severity))
        elif isinstance(value, bool):
            write.write_boolean(row, position, value, self._formats("General", severity))
        elif isinstance(value, date | datetime | time | timedelta):
            shown = self._formats(_date_form(value), severity)
            write.write_datetime(row, position, value, shown)
        elif isinstance(value, int | float):
            write.write_number(row, position, value, self._formats("General", severity))
        else:
            write.write_string(row, position, str(value), self._formats("@", severity))


def _date_form(value: Any) -> str:
    if isinstance(value, datetime):
        return "dd-mm-yyyy hh:mm" if value.time() != time() else "dd-mm-yyyy"
    if isinstance(value, date):
        return "dd-mm-yyyy"
    return "hh:mm:ss" if isinstance(value, time) else "[h]:mm:ss"
