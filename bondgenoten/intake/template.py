"""The workbook a basisteam fills in: a sheet a kind with its Dutch headings and lists to choose from,
and a sheet that explains."""

from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bondgenoten.contract import KINDS, Column, Kind
from bondgenoten.intake.choices import ROWS, Choices, width
from bondgenoten.intake.dates import FIRST_YEAR
from bondgenoten.language import Words, words

_FIRST_DAY = date(FIRST_YEAR, 1, 1)
_EXPLANATION = ("first", "order", "key", "dates", "counts", "themes", "correct", "privacy", "ready")


def template(path: Path | BytesIO) -> None:
    """Writes the empty workbook, in Dutch."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"}) as book:
        _Template(book).write()


class _Template:
    """The workbook while it is being written."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._choices = Choices("nl")
        self._say: Words = words("nl")
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        self._text: Format = book.add_format({**base, "num_format": "@", "text_wrap": True})
        self._date: Format = book.add_format({**base, "num_format": "dd-mm-yyyy"})
        self._count: Format = book.add_format({**base, "num_format": "0"})
        self._plain: Format = book.add_format({**base, "text_wrap": True})
        self._title: Format = book.add_format({**base, "bold": True, "font_size": 14})
        heading = {**base, "bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#DCE6F1"}
        self._required: Format = book.add_format(heading)
        self._optional: Format = book.add_format({**heading, "bold": False, "italic": True})

    def write(self) -> None:
        sheets = {
            kind: self._book.add_worksheet(self._say(f"file.{kind.name}"))
            for kind in KINDS.values()
        }
        explanation = self._book.add_worksheet(self._say("template.explanation"))
        self._explain(explanation)
        for kind, sheet in sheets.items():
            self._sheet(sheet, kind)

    def _sheet(self, sheet: Worksheet, kind: Kind) -> None:
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, 32)
        for position, column in enumerate(kind.columns):
            sheet.set_column(position, position, width(column), self._format(column))
            heading = self._required if column.required else self._optional
            sheet.write_string(0, position, self._say(f"column.{column.name}"), heading)
            if rule := self._rule(column):
                sheet.data_validation(1, position, ROWS, position, rule)

    def _format(self, column: Column) -> Format:
        return {"date": self._date, "count": self._count}.get(column.type, self._text)

    def _rule(self, column: Column) -> dict[str, object] | None:
        """What Excel itself checks while someone types."""
        advice = self._choices.advice(column)
        if column.type == "date":
            return {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, **advice}
        if column.type == "count":
            return {"validate": "integer", "criteria": ">=", "value": 0, **advice}
        return self._choices.rule(column)

    def _explain(self, sheet: Worksheet) -> None:
        """Writes the rules, and below them the lists."""
        sheet.set_column(0, 0, 90, self._plain)
        sheet.write_string(0, 0, self._say("template.title"), self._title)
        for row, name in enumerate(_EXPLANATION, start=2):
            sheet.write_string(row, 0, self._say(f"template.{name}"), self._plain)
        self._choices.write(sheet, len(_EXPLANATION) + 3, self._required, self._plain)
