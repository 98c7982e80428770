"""A sheet holds rows of one kind. Where those of another one stand below, under headings of their own,
every cell of them would be wrong for one reason: that is told instead."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bondgenoten.contract import KINDS
from bondgenoten.intake.heading_words import spelt
from bondgenoten.intake.recognising import kind_of
from bondgenoten.intake.refusals import Refusal
from bondgenoten.intake.sheets import Chunk, Sheet

_LOOKED_AT = 2  # columns of the contract, from the left


def must_be_one_kind(sheet: Sheet, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    """The chunks of a sheet, as long as no headings of another kind stand among its rows."""
    positions = sorted(sheet.headings.columns)[:_LOOKED_AT]
    for chunk in chunks:
        for place in _suspects(chunk, positions):
            row = int(chunk.rows[place])
            kind = kind_of(_texts(chunk, row, place))
            if kind and kind != sheet.headings.kind:
                raise Refusal("unreadable", "two_kinds", sheet=sheet.name, row=str(row),
                              other_kind=kind.name)  # fmt: skip
        yield chunk


def _suspects(chunk: Chunk, positions: Sequence[int]) -> list[int]:
    """The rows with a heading of any kind in one of these columns."""
    found = np.zeros(len(chunk.rows), bool)
    for position in positions:
        small = pc.utf8_lower(pc.utf8_trim_whitespace(chunk.columns[position]))
        found |= pc.is_in(small, value_set=_titles()).to_numpy(zero_copy_only=False)
    return np.flatnonzero(found).tolist()


def _texts(chunk: Chunk, row: int, place: int) -> list[str]:
    beyond = {position: text for number, position, text in chunk.beyond if number == row}
    texts = [column[place].as_py() for column in chunk.columns]
    return texts + [beyond.get(p, "") for p in range(len(texts), max(beyond, default=0) + 1)]


@cache
def _titles() -> pa.Array:
    titles = {title for kind in KINDS.values() for title in (*spelt(kind), *kind.names)}
    return pa.array(sorted(title.lower() for title in titles), pa.string())
