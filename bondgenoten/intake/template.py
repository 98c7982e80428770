"""The workbook a basisteam fills in: a sheet a kind with its Dutch headings and lists to choose from,
and a sheet that explains. What may be chosen comes from the reference data."""

from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bondgenoten import reference, store
from bondgenoten.contract import KINDS, SYNONYMS, Column, Kind
from bondgenoten.intake.dates import FIRST_YEAR
from bondgenoten.language import Words, words

ROWS = 1000  # rows of a sheet that get lists and date cells
_FIRST_DAY = date(FIRST_YEAR, 1, 1)
_EXPLANATION = ("first", "order", "key", "dates", "counts", "themes", "correct", "privacy", "ready")


def template(path: Path | BytesIO) -> None:
    """Writes the empty workbook, in Dutch."""
    lists = _lists()
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"}) as book:
        _Template(book, lists).write()


def _lists() -> dict[str, list[str]]:
    """The values of each column that has a list, as a secretary knows them."""
    say = words("nl")
    known = reference.load(store.ROOT / "data" / "reference")
    lists = {column: [say(f"code.{code}") for code in codes] for column, codes in SYNONYMS.items()}
    lists["basisteam"] = list(dict.fromkeys(known["basisteams"]["name"].to_pylist()))
    lists["municipality"] = sorted(set(known["municipalities"]["municipality"].to_pylist()))
    lists["themes"] = known["themes"]["name_nl"].to_pylist()
    return lists


class _Template:
    """The workbook while it is being written."""

    def __init__(self, book: xlsxwriter.Workbook, lists: dict[str, list[str]]) -> None:
        self._book = book
        self._lists = lists
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
        places = self._explain(explanation)
        for kind, sheet in sheets.items():
            self._sheet(sheet, kind, places)

    def _sheet(self, sheet: Worksheet, kind: Kind, places: dict[str, str]) -> None:
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, 32)
        for position, column in enumerate(kind.columns):
            sheet.set_column(position, position, _width(column), self._format(column))
            heading = self._required if column.required else self._optional
            sheet.write_string(0, position, self._say(f"column.{column.name}"), heading)
            if rule := self._rule(column, places):
                sheet.data_validation(1, position, ROWS, position, rule)

    def _format(self, column: Column) -> Format:
        return {"date": self._date, "count": self._count}.get(column.type, self._text)

    def _rule(self, column: Column, places: dict[str, str]) -> dict[str, object] | None:
        """What Excel itself checks while someone types. Several themes fit in one cell, so for those
        a list only warns."""
        advice = {
            "error_title": self._say(f"column.{column.name}")[:32],
            "error_message": self._say("template.check"),
        }
        if column.type == "date":
            return {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, **advice}
        if column.type == "count":
            return {"validate": "integer", "criteria": ">=", "value": 0, **advice}
        if column.name in places:
            stop = "information" if column.type == "themes" else "stop"
            source = places[column.name]
            return {"validate": "list", "source": source, "error_type": stop, **advice}
        return None

    def _explain(self, sheet: Worksheet) -> dict[str, str]:
        """Writes the rules and the lists; says where each list stands, for the cells that use it."""
        sheet.set_column(0, 0, 90, self._plain)
        sheet.write_string(0, 0, self._say("template.title"), self._title)
        for row, name in enumerate(_EXPLANATION, start=2):
            sheet.write_string(row, 0, self._say(f"template.{name}"), self._plain)
        top = len(_EXPLANATION) + 3
        places = {}
        for name, values in self._lists.items():
            title = self._say("template.list", column=self._say(f"column.{name}"))
            sheet.write_string(top, 0, title, self._required)
            for row, value in enumerate(values, start=top + 1):
                sheet.write_string(row, 0, value, self._plain)
            last = top + 1 + len(values)
            places[name] = f"='{sheet.get_name()}'!$A${top + 2}:$A${last}"
            top = last + 1
        return places


def _width(column: Column) -> int:
    return {"themes": 44, "text": 32, "basisteam": 28, "municipality": 22}.get(column.type, 16)
