"""Rows as an XLSX workbook: typed cells, a native chart where there is one, and how it is counted.

No cell is ever a formula: texts are written as texts, whatever they start with.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import IO, Any

import xlsxwriter

from bondgenoten import metrics, store
from bondgenoten.exports import csv, native
from bondgenoten.exports.provenance import limits, provenance
from bondgenoten.language import Words
from bondgenoten.metrics import Question

MOST_ROWS = 2**20  # of a sheet
LONGEST = 32_767  # characters of a cell
WIDEST, NARROWEST = 48, 9  # characters of a column
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(file: IO[bytes], reader: store.Reader, question: Question, words: Words) -> None:
    """The rows, the chart, then the account; the same question gives the same bytes."""
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_size(2400, 1600)
    title = words(f"metric.{question.name}.title")
    made_on = datetime(question.as_of.year, question.as_of.month, question.as_of.day, tzinfo=UTC)
    book.set_properties({"title": title, "created": made_on.replace(tzinfo=None)})
    rows = _Rows(book, reader, question, words)
    for batch in metrics.batches(reader, question):
        rows.add(batch.schema.names, csv.values_of(batch))
    rows.close()
    if rows.kept:
        _chart(book, rows, words)
    _account(book, reader, question, words, rows.count)
    book.close()


class _Rows:
    """The sheets with the rows: a new one where a sheet is full."""

    def __init__(self, book: Any, reader: store.Reader, question: Question, words: Words) -> None:
        self.book, self.words = book, words
        self.columns = question.metric.columns
        self.title = sheet_name(words(f"metric.{question.name}.title"))
        self.names = csv.names(reader, words.language)
        self.chart = native.CHARTS.get(question.name)
        self.kept: list[native.Row] = []
        self.count = 0
        self._heading = book.add_format(HEADING)
        self._formats = {c: _format(book, c) for c in self.columns}
        self._date = book.add_format({"num_format": "dd-mm-yyyy"})
        self._sheet: Any = None
        self._row = 0

    def add(self, columns: Sequence[str], values: csv.Values) -> None:
        spoken = [
            [csv.spoken(v, self.words, self.names.get(name, {}), name in csv.CODED) for v in column]
            for name, column in zip(columns, values, strict=True)
        ]
        if self._sheet is None:
            self._open(spoken)
        for cells in zip(*spoken, strict=True):
            if self._row == MOST_ROWS:
                self.close()
                self._open(spoken)
            for place, value in enumerate(cells):
                put(self._sheet, self._row, place, value, self._formats[columns[place]], self._date)
            self._row += 1
            self.count += 1
        if self.chart:
            raw = zip(*values, strict=True)
            self.kept += [dict(zip(columns, row, strict=True)) for row in raw]

    def close(self) -> None:
        """The filter over all rows of the sheet; a sheet with headings only where there are none."""
        if self._sheet is None:
            self._open([[] for _ in self.columns])
        self._sheet.autofilter(0, 0, max(self._row - 1, 1), len(self.columns) - 1)

    def _open(self, first: Sequence[Sequence[Any]]) -> None:
        number = len(self.book.worksheets()) + 1
        name = self.title if number == 1 else f"{self.title[:28]} {number}"
        self._sheet, self._row = self.book.add_worksheet(name), 1
        self._sheet.freeze_panes(1, 0)
        for place, column in enumerate(self.columns):
            heading = self.words(f"column.{column}")
            self._sheet.set_column(place, place, _width(heading, first[place]))
            self._sheet.write_string(0, place, heading, self._heading)


HEADING = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}


def put(sheet: Any, row: int, place: int, value: Any, number: Any = None, day: Any = None) -> None:
    """One cell by its type; nothing where there is no value."""
    if isinstance(value, str):
        sheet.write_string(row, place, value[:LONGEST])
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, day)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(row, place, value, number)


def sheet_name(title: str) -> str:
    """A title as Excel takes it for a sheet: 31 characters, without its seven signs."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:31].strip()


def _format(book: Any, column: str) -> Any:
    is_share = "share" in column.split("_")
    return book.add_format({"num_format": "0.0%"}) if is_share else None


def _width(heading: str, values: Sequence[Any]) -> int:
    # A date has ten signs; a heading may take two lines.
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return max(NARROWEST, min(WIDEST, max(longest + 2, len(heading) // 2 + 4)))


def _chart(book: Any, rows: _Rows, words: Words) -> None:
    chart = rows.chart
    assert chart is not None
    named = rows.names.get(chart.points, {})
    chosen = [row | {chart.points: _point(row[chart.points], named, words)}
              for row in chart.chosen(rows.kept)]  # fmt: skip
    if not chosen:
        return
    name = words("export.sheet.chart")
    sheet, heading = book.add_worksheet(name), book.add_format(HEADING)
    sheet.set_column(0, 0, 26)
    for place, column in enumerate((chart.points, *chart.counts)):
        sheet.write_string(0, place, words(f"column.{column}"), heading)
    for place, row in enumerate(chosen, 1):
        for across, column in enumerate((chart.points, *chart.counts)):
            put(sheet, place, across, row[column])
    native.draw(book, sheet, chart, chosen, words, name)


def _point(value: Any, names: Any, words: Words) -> str:
    return words.date(value) if isinstance(value, date) else str(names.get(value, value))


def _account(book: Any, reader: store.Reader, question: Question, words: Words, count: int) -> None:
    """The sheet that says what this is, of when, of which version, and what it cannot say."""
    sheet = book.add_worksheet(sheet_name(words("page.definitions.title")))
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    for row, (label, text) in enumerate(_told(reader, question, words, count)):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, text, wrapped)


def _told(
    reader: store.Reader, question: Question, words: Words, count: int
) -> Iterator[tuple[str, str]]:
    yield from provenance(reader, question).facts(words)
    yield words("export.fact.rows"), words.number(count)
    for place, text in enumerate(limits(words)):
        yield words("export.fact.limits") if place == 0 else "", text
    for place, column in enumerate(question.metric.columns):
        title = words(f"column.{column}")
        yield words("export.fact.columns") if place == 0 else "", f"{title} ({column})"
