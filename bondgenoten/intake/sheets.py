"""A sheet as reading hands it on: its headings, and its cells as text in chunks of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from bondgenoten.intake.headings import Headings

LARGEST = 200 * 1024 * 1024  # bytes of a file on disk
ROWS = 20_000  # rows in a chunk: enough to be quick, few enough to stay small


@dataclass(frozen=True)
class Chunk:
    """Some rows of a sheet: one text column a heading, and the cells that stand beside them."""

    rows: np.ndarray
    columns: list[pa.Array]
    beyond: list[tuple[int, int, str]]  # row, position, text of a cell without a heading
    fraction: float  # how much of the file has been read


@dataclass(frozen=True)
class Sheet:
    """One recognised sheet; its chunks can be walked once."""

    name: str | None
    headings: Headings
    chunks: Iterator[Chunk]
    above: Sequence[Sequence[str]] = ()  # the rows above the headings
    is_hidden: bool = False


def chunk(first: int, records: Sequence[Sequence[str]], width: int, fraction: float) -> Chunk:
    """Turns records into columns. `first` is the row number of the first record."""
    beyond: list[tuple[int, int, str]] = []
    if set(map(len, records)) != {width}:
        beyond = list(_beyond(first, records, width))
        records = [_fitted(record, width) for record in records]
    columns = [pa.array(column, pa.string()) for column in zip(*records, strict=True)]
    return Chunk(np.arange(first, first + len(records)), columns, beyond, fraction)


def _fitted(record: Sequence[str], width: int) -> Sequence[str]:
    if len(record) == width:
        return record
    return [*record[:width], *[""] * (width - len(record))]


def _beyond(
    first: int, records: Sequence[Sequence[str]], width: int
) -> Iterator[tuple[int, int, str]]:
    for row, record in enumerate(records, start=first):
        for position in range(width, len(record)):
            if record[position].strip():
                yield row, position, record[position]
