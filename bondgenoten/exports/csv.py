"""A frame as CSV: `machine` for programs (codes), `excel_nl` for a Dutch Excel (words).

The same frame gives the same bytes on every machine, in every time zone and locale.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd

from bondgenoten import store
from bondgenoten.language import Words

CODED = (
    "status", "kind", "scale", "agenda_from", "level", "rolling_status", "reached", "change", "reach",
    "first_meeting", "counts_as",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Names = Mapping[str, Mapping[str, str]]  # column -> code -> name, for codes that are data


def machine(frame: pd.DataFrame) -> bytes:
    """Comma, point, ISO dates, codes, lower-case headings; UTF-8 without BOM, LF."""
    return _written(frame.columns, _rows(frame, _machine_cell), ",", "\n").encode("utf-8")


def excel_nl(frame: pd.DataFrame, words: Words, names: Names) -> bytes:
    """Semicolon, decimal comma, dd-mm-jjjj, headings and words; UTF-8 with BOM, CRLF."""
    headings = [words(f"column.{column}") for column in frame.columns]
    columns = [_spoken(frame[c], words, names.get(c, {})) for c in frame.columns]
    text = _written(headings, zip(*columns, strict=True), ";", "\r\n")
    return text.encode("utf-8-sig")


def names(connection: store.Connection, language: str) -> Names:
    """The names of basisteams and themes, for the columns that hold their codes."""
    teams = dict(
        connection.rows("select basisteam, name from register.basisteams order by valid_from")
    )
    themes = dict(connection.rows(f"select theme, name_{language} from register.themes"))
    return {"basisteam": teams, "themes": themes, "theme": themes}


def _rows(frame: pd.DataFrame, cell: Callable[[Any], Any]) -> Iterable[tuple[Any, ...]]:
    columns = ([cell(value) for value in frame[c].array.tolist()] for c in frame.columns)
    return zip(*columns, strict=True)


def _machine_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(value)
    return "" if value is None or value is pd.NA else value


def _spoken(column: pd.Series, words: Words, names: Mapping[str, str]) -> list[Any]:
    is_coded = column.name in CODED
    return [_excel_cell(value, words, names, is_coded) for value in column.array.tolist()]


def _excel_cell(value: Any, words: Words, names: Mapping[str, str], is_coded: bool) -> Any:
    if value is None or value is pd.NA:
        return ""
    if isinstance(value, bool):
        return words(f"code.{value}".lower())
    if isinstance(value, date):
        return words.date(value)
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    if isinstance(value, list):
        return _harmless("; ".join(names.get(part, part) for part in value))
    if isinstance(value, str):
        return words.code(value) if is_coded else _harmless(names.get(value, value))
    return value


def _harmless(text: str) -> str:
    # A spreadsheet runs a text that starts like a formula; the apostrophe makes it text again.
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def _written(
    headings: Iterable[str], rows: Iterable[tuple[Any, ...]], delimiter: str, line_end: str
) -> str:
    lines: list[str] = []
    # Written with CRLF, so that a cell with either character is quoted; then the end that is asked.
    sink = SimpleNamespace(write=lambda line: lines.append(line.removesuffix("\r\n") + line_end))
    writer = csv.writer(sink, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return "".join(lines)
