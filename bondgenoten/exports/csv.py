"""A frame as CSV: `machine` for programs (codes), `excel_nl` for a Dutch Excel (words).

The same rows give the same bytes on every machine, in every time zone and locale, whether they come
as one frame or in batches.
"""

import codecs
import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pyarrow as pa

from bondgenoten import formulas, store
from bondgenoten.language import Words

CODED = (
    "status", "kind", "scale", "agenda_from", "level", "rolling_status", "reached", "change", "reach",
    "first_meeting", "counts_as", "maintained_as",
)  # fmt: skip

Values = Sequence[Sequence[Any]]  # the columns of some rows
Names = Mapping[str, Mapping[str, str]]  # column -> code -> name, for codes that are data


def machine(frame: pd.DataFrame) -> bytes:
    """A whole frame in the machine form."""
    return b"".join(machine_parts(list(frame.columns), [_values(frame)]))


def excel_nl(frame: pd.DataFrame, words: Words, names: Names) -> bytes:
    """A whole frame in the Excel form."""
    return b"".join(excel_parts(list(frame.columns), [_values(frame)], words, names))


def machine_parts(columns: Sequence[str], batches: Iterable[Values]) -> Iterator[bytes]:
    """Comma, point, ISO dates, codes, lower-case headings; UTF-8 without BOM, LF."""
    yield _written([columns], ",", "\n")
    for values in batches:
        cells = [[machine_cell(value) for value in column] for column in values]
        yield _written(zip(*cells, strict=True), ",", "\n")


def excel_parts(
    columns: Sequence[str], batches: Iterable[Values], words: Words, names: Names
) -> Iterator[bytes]:
    """Semicolon, decimal comma, dd-mm-jjjj, headings and words; UTF-8 with BOM, CRLF."""
    headings = [words(f"column.{column}") for column in columns]
    yield codecs.BOM_UTF8 + _written([headings], ";", "\r\n")
    for values in batches:
        cells = [
            _spoken(name, column, words, names.get(name, {}))
            for name, column in zip(columns, values, strict=True)
        ]
        yield _written(zip(*cells, strict=True), ";", "\r\n")


def names(connection: store.Connection, language: str) -> Names:
    """The names of basisteams and themes, for the columns that hold their codes."""
    teams = dict(
        connection.rows("select basisteam, name from register.basisteams order by valid_from")
    )
    themes = dict(connection.rows(f"select theme, name_{language} from register.themes"))
    return {"basisteam": teams, "themes": themes, "theme": themes}


def values_of(batch: pa.RecordBatch) -> Values:
    return [column.to_pylist() for column in batch.columns]


def spoken(value: Any, words: Words, names: Mapping[str, str], is_coded: bool) -> Any:
    """A value as a reader says it: words for codes, booleans and lists; the rest as it is."""
    if isinstance(value, bool):
        return words(f"code.{value}".lower())
    if isinstance(value, list):
        return "; ".join(names.get(part, part) for part in value)
    if isinstance(value, str):
        return words.code(value) if is_coded else names.get(value, value)
    return None if value is pd.NA else value


def excel_text(column: str, value: Any, words: Words, names: Names) -> str:
    """One value as the Excel form writes it."""
    said = spoken(value, words, names.get(column, {}), column in CODED)
    return str(_excel_cell(said, words))


def _values(frame: pd.DataFrame) -> Values:
    return [frame[column].array.tolist() for column in frame.columns]


def machine_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(value)
    return "" if value is None or value is pd.NA else value


def _spoken(name: str, column: Sequence[Any], words: Words, names: Mapping[str, str]) -> list[Any]:
    is_coded = name in CODED
    return [_excel_cell(spoken(value, words, names, is_coded), words) for value in column]


def _excel_cell(value: Any, words: Words) -> Any:
    if value is None:
        return ""
    if isinstance(value, date):
        return words.date(value)
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    return formulas.harmless(value) if isinstance(value, str) else value


def _written(rows: Iterable[Sequence[Any]], delimiter: str, line_end: str) -> bytes:
    lines: list[str] = []
    # Written with CRLF, so that a cell with either character is quoted; then the end that is asked.
    sink = SimpleNamespace(write=lambda line: lines.append(line.removesuffix("\r\n") + line_end))
    csv.writer(sink, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return "".join(lines).encode()
