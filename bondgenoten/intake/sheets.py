"""A sheet as reading hands it on: its headings, and its cells as text in chunks of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bondgenoten.intake.headings import SEARCHED, Headings
from bondgenoten.intake.limits import LONG, MOST_BESIDE, MOST_IN_LONG, MOST_ROWS
from bondgenoten.intake.refusals import Refusal

ROWS = 20_000  # rows in a chunk: enough to be quick, few enough to stay small
_CELLS = 2_000_000  # likewise, where rows are wide


@dataclass(frozen=True)
class Chunk:
    """Some rows of a sheet: one text column a heading, and the cells that stand beside them."""

    rows: np.ndarray
    columns: list[pa.Array]
    beyond: list[tuple[int, int, str]]  # row, position, text of a cell without a heading
    fraction: float  # how much of the file has been read
    replaced: Sequence[tuple[int, int, str]] = ()  # row, position, text as it was before mending


@dataclass(frozen=True)
class Sheet:
    """One recognised sheet; its chunks can be walked once."""

    name: str | None
    headings: Headings
    chunks: Iterator[Chunk]
    above: Sequence[Sequence[str]] = ()  # the rows above the headings
    is_hidden: bool = False


@dataclass(frozen=True)
class Aside:
    """A sheet of a workbook that is none of ours; its filled cells (row, position, text) can be walked
    once."""

    name: str
    cells: Iterator[tuple[int, int, str]]


def chunk(first: int, records: Sequence[Sequence[str]], width: int, fraction: float) -> Chunk:
    """Turns records into columns. `first` is the row number of the first record."""
    must_fit(first + len(records) - 1)
    beyond: list[tuple[int, int, str]] = []
    if set(map(len, records)) != {width}:
        beyond = list(islice(_beyond(first, records, width), MOST_BESIDE + 1))
        if len(beyond) > MOST_BESIDE:
            raise Refusal("unreadable", "too_wide")
        records = [_fitted(record, width) for record in records]
    columns = [pa.array(column, pa.string()) for column in zip(*records, strict=True)]
    return Chunk(np.arange(first, first + len(records)), columns, beyond, fraction)


def must_be_short(chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    """The chunks of a sheet, as long as its long texts are not very many: each is searched for what
    points at a person, and that takes its time."""
    total = 0
    for one in chunks:
        lengths = (pc.utf8_length(column) for column in one.columns)
        total += sum(pc.sum(pc.filter(n, pc.greater(n, LONG))).as_py() or 0 for n in lengths)
        total += sum(len(text) for *_, text in one.beyond if len(text) > LONG)
        must_be_little(total)
        yield one


def must_be_little(characters: int) -> None:
    """Refuses more characters in long cells than anybody types."""
    if characters > MOST_IN_LONG:
        raise Refusal("unreadable", "too_much_text", limit=str(MOST_IN_LONG // 10**6))


def rows_at_once(width: int) -> int:
    """How many rows of so many cells make a chunk."""
    return max(1, min(ROWS, _CELLS // max(width, 1)))


def must_fit(rows: int) -> None:
    """Refuses a file of too many rows; those above the headings do not count."""
    if rows > MOST_ROWS + SEARCHED:
        raise Refusal("unreadable", "too_many_rows", limit=str(MOST_ROWS // 10**6))


def _fitted(record: Sequence[str], width: int) -> Sequence[str]:
    if len(record) == width:
        return record
    return [*record[:width], *[""] * (width - len(record))]


def _beyond(
    first: int, records: Sequence[Sequence[str]], width: int
) -> Iterator[tuple[int, int, str]]:
    for row, record in enumerate(records, start=first):
        if any(record[width:]):
            for position, text in enumerate(record[width:], start=width):
                if text.strip():
                    yield row, position, text
