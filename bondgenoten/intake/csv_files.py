"""CSV as Excel and other programs write it: encoding and separator are found, not asked."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bondgenoten import formulas
from bondgenoten.intake import headings, recognising
from bondgenoten.intake.limits import LARGEST, LONGEST_LINE, MB
from bondgenoten.intake.refusals import Refusal
from bondgenoten.intake.sheets import Chunk, Sheet, chunk, must_fit, rows_at_once

SEPARATORS = (";", ",", "\t")
csv.field_size_limit(LARGEST)  # a long cell is told as too long, not as a quotation mark left open
_SAMPLE = MB  # characters in which the headings must stand
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


@dataclass(frozen=True)
class Form:
    """How a CSV file is written; `is_marked` when Excel's `sep=` line opens it."""

    encoding: str
    is_marked: bool
    separator: str


@contextmanager
def opened(path: Path) -> Iterator[tuple[Form, headings.Headings, Iterator[list[str]]]]:
    """The form of a CSV file, its headings, and its records."""
    _measure(path)
    encoding = _encoding(path)
    with path.open("rb") as binary:
        text = io.TextIOWrapper(binary, encoding, newline="")
        is_marked, separator, found = _recognise(_sample(text))
        text.seek(0)
        if is_marked:
            text.readline()
        yield (
            Form(encoding, is_marked, separator), found,
            csv.reader(text, delimiter=separator, strict=True),
        )  # fmt: skip


def sheets(path: Path) -> Iterator[Sheet]:
    """The one sheet of a CSV file. Raises Refusal for a file that is no text or none of ours."""
    with opened(path) as (form, found, records):
        lines, starts = _marked(records)
        with _readable(starts):
            above = [next(lines) for _ in range(found.row)][:-1]
        if form.encoding == "utf-8-sig" and form.separator == ";" and found.are_titles:
            lines = map(_unprotected, lines)
        chunks = _chunks(lines, starts, found, _size(path, form.encoding))
        yield Sheet(None, found, chunks, above)


def _measure(path: Path) -> None:
    """Refuses a file of too many or too long lines before any is read."""
    feeds = returns = 0
    with path.open("rb") as file:
        while block := file.read(LONGEST_LINE):
            ends = block.count(b"\n"), block.count(b"\r")
            if not any(ends) and len(block) == LONGEST_LINE:
                raise Refusal("unreadable", "long_line", limit=str(LONGEST_LINE // MB))
            feeds, returns = feeds + ends[0], returns + ends[1]
    must_fit(max(feeds, returns))


def _sample(text: io.TextIOWrapper) -> str:
    try:
        return text.read(_SAMPLE)
    except UnicodeError as fault:
        raise Refusal("unreadable", "no_text") from fault


def _encoding(path: Path) -> str:
    """UTF-8 when all of it is, UTF-16 by its mark or its zeros, else Windows-1252."""
    with path.open("rb") as file:
        start = file.read(4096)
    for mark, encoding in _BOMS:
        if start.startswith(mark):
            return encoding
    if start[1::2].count(0) > len(start) // 3 and 0 not in start[::2]:
        return "utf-16-le"
    if start[::2].count(0) > len(start) // 3 and 0 not in start[1::2]:
        return "utf-16-be"
    return next((e for e in ("utf-8", "cp1252") if _is_text(path, e)), None) or _binary()


def _is_text(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while block := file.read(MB):
                if b"\0" in block:
                    _binary()
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _binary() -> str:
    raise Refusal("unreadable", "no_text")


def _recognise(sample: str) -> tuple[bool, str, headings.Headings]:
    """Whether Excel's `sep=` line opens the file, its separator, and its headings."""
    marked = re.match(r"sep=(.)\r?\n", sample, re.IGNORECASE)
    rest = sample[marked.end() :] if marked else sample
    found: dict[str, headings.Headings | None] = {}
    for separator in (marked[1],) if marked else SEPARATORS:
        reader = csv.reader(io.StringIO(rest, newline=""), delimiter=separator)
        try:
            found[separator] = recognising.recognise(list(islice(reader, headings.SEARCHED)))
        except csv.Error:
            found[separator] = None
    fits = ((len(h.columns), s, h) for s, h in found.items() if h)
    best = max(fits, default=None, key=lambda fit: fit[0])
    if best is None:
        raise Refusal("unknown_file", "file")
    return bool(marked), best[1], best[2]


def _size(path: Path, encoding: str) -> int:
    """About how many characters the file holds: only the progress bar needs it."""
    return path.stat().st_size // (2 if encoding.startswith("utf-16") else 1)


def _chunks(
    lines: Iterator[list[str]], starts: list[int], found: headings.Headings, size: int
) -> Iterator[Chunk]:
    row, characters = found.row + 1, 0
    width = len(found.texts)
    while batch := _batch(lines, starts, rows_at_once(width)):
        characters += len(batch) * sum(len(cell) + 1 for cell in batch[0])
        yield chunk(row, batch, width, min(1.0, characters / max(size, 1)))
        row += len(batch)


def _batch(lines: Iterator[list[str]], starts: list[int], number: int) -> list[list[str]]:
    with _readable(starts):
        return list(islice(lines, number))


@contextmanager
def _readable(starts: list[int]) -> Iterator[None]:
    try:
        yield
    except csv.Error as fault:
        raise Refusal("unreadable", "quotes", line=str(starts[0])) from fault
    except UnicodeError as fault:
        raise Refusal("unreadable", "no_text") from fault


def _marked(records: Iterator[list[str]]) -> tuple[Iterator[list[str]], list[int]]:
    """The records, and the line on which the one being read begins: an open quotation mark is
    noticed only lines later, often at the end of the file."""
    starts = [1]

    def walk() -> Iterator[list[str]]:
        for record in records:
            yield record
            starts[0] = getattr(records, "line_num", 0) + 1

    return walk(), starts


def _unprotected(cells: list[str]) -> list[str]:
    """Our Excel export puts an apostrophe before a text that starts like a formula."""
    return [formulas.original(cell) for cell in cells]
