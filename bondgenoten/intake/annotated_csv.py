"""The annotated copy of a CSV file: same separator, same encoding, the messages in a last column."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from bondgenoten.intake import csv_files
from bondgenoten.intake.headings import Headings
from bondgenoten.intake.notes import Notes, Page
from bondgenoten.intake.privacy import LONGEST


def copy(path: Path, page: Page) -> bytes:
    """The file with its messages; UTF-8 with its mark where the messages do not fit the encoding."""
    with csv_files.opened(path) as (form, _, records):
        width = max(map(len, records))
    wanted = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
    try:
        return _written(path, page, width, wanted.get(form.encoding, form.encoding))
    except UnicodeEncodeError:
        return _written(path, page, width, "utf-8-sig")


def _written(path: Path, page: Page, width: int, encoding: str) -> bytes:
    sink = io.BytesIO()
    text = io.TextIOWrapper(sink, encoding, newline="", write_through=True)
    with csv_files.opened(path) as (form, found, records):
        if form.is_marked:
            text.write(f"sep={form.separator}\r\n")
        rows = csv.writer(text, delimiter=form.separator, lineterminator="\r\n")
        rows.writerows(_rows(records, found, page, width))
    text.flush()
    return sink.getvalue()


def _rows(
    records: Iterable[list[str]], found: Headings, page: Page, width: int
) -> Iterator[list[str]]:
    notes = page.sheets.get(None, Notes())
    messages = notes.messages(found.row, page)
    last = found.notes[0] if found.notes else width
    for row, cells in enumerate(records, start=1):
        texts = [_cell(row, position, text, notes, page) for position, text in enumerate(cells)]
        if row < found.row or row not in messages:
            yield texts[:last] if found.notes else texts
            continue
        texts = [*texts[:last], *[""] * (last - len(texts))]
        yield [*texts, messages[row]]


def _cell(row: int, position: int, text: str, notes: Notes, page: Page) -> str:
    text = notes.mended.get((row, position), text)[:LONGEST]
    return "" if page.left_out(text, notes.problems.get((row, position), ()), False) else text
