"""The review as XLSX: a sheet a metric with typed cells, the decisions, and what was restated."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from bondgenoten.exports import csv
from bondgenoten.exports.workbook import HEADING, OPTIONS, put, sheet_name
from bondgenoten.language import Words
from bondgenoten.paper import meeting, restated
from bondgenoten.paper.printing import facts
from bondgenoten.paper.review import Review, Row, columns

RESTATED = ("figure", "old", "new", "difference", "cause")


def workbook(review: Review, words: Words) -> bytes:
    """The same review gives the same bytes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    day = review.as_of
    title = words("paper.subtitle")
    book.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})
    _cover(book, review, words)
    for metric in review.tables:
        _sheet(book, review, words, metric)
    _decisions(book, review, words)
    _restated(book, review, words)
    book.close()
    return file.getvalue()


def _cover(book: Any, review: Review, words: Words) -> None:
    sheet = book.add_worksheet(sheet_name(words("page.definitions.title")))
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 30, bold)
    sheet.set_column(1, 1, 100, wrapped)
    told = [*facts(review, words)]
    told += [(words(f"metric.{m}.title"), words(f"metric.{m}.definition")) for m in review.tables]
    for row, (label, text) in enumerate(told):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, text, wrapped)


def _sheet(book: Any, review: Review, words: Words, metric: str) -> None:
    names = columns(metric)
    rows = review.tables[metric]
    sheet = _open(book, words(f"metric.{metric}.title"), [words(f"column.{c}") for c in names])
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    share = book.add_format({"num_format": "0.0%"})
    formats = [share if "share" in name.split("_") else None for name in names]
    for place, row in enumerate(rows, start=1):
        for across, name in enumerate(names):
            value = _spoken(review, words, name, row)
            put(sheet, place, across, value, formats[across], day)
    sheet.autofilter(0, 0, max(len(rows), 1), len(names) - 1)


def _spoken(review: Review, words: Words, name: str, row: Row) -> Any:
    value = row[name]
    known = review.names.get(name, {}).get(value) if isinstance(value, str) else None
    if known:
        return known.get("name") or known[f"name_{words.language}"]
    return csv.spoken(value, words, {}, name in csv.CODED)


def _decisions(book: Any, review: Review, words: Words) -> None:
    sheet = _open(book, words("paper.decisions.title"), meeting.headings(words))
    sheet.set_column(meeting.COLUMNS.index("decision"), meeting.COLUMNS.index("decision"), 60)
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    for place, row in enumerate(meeting.listed(review), start=1):
        for across, name in enumerate(meeting.COLUMNS):
            put(sheet, place, across, meeting.said(words, row)[name], day=day)


def _restated(book: Any, review: Review, words: Words) -> None:
    """Every figure that moved since the closing, also those that the paper does not show."""
    headings = [
        words("column.quarter"),
        words("paper.restated.metric"),
        words("paper.restated.place"),
    ]
    headings += [words(f"restated.{name}") for name in RESTATED]
    sheet = _open(book, words("paper.restated.title"), headings)
    for place, one in enumerate(restated.moved(review), start=1):
        figure = one.figure
        told = [
            str(one.period),
            words(f"metric.{figure.metric}.title"),
            restated.place(words, review, one),
        ]
        old, new, _ = restated.values(words, one)
        told += [words(f"column.{figure.figure}"), old, new]
        for across, text in enumerate(told):
            sheet.write_string(place, across, text)
        put(sheet, place, len(told), one.difference)
        sheet.write_string(place, len(told) + 1, restated.causes(words, one.causes))


def _open(book: Any, title: str, headings: list[str]) -> Any:
    sheet, heading = book.add_worksheet(sheet_name(title)), book.add_format(HEADING)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(headings) - 1, 18)
    for across, text in enumerate(headings):
        sheet.write_string(0, across, text, heading)
    return sheet
