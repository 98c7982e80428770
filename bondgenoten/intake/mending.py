"""Puts the sender's own corrections in place of cells as typed, before anything is judged."""

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from bondgenoten.intake import headings
from bondgenoten.intake.order import Texts
from bondgenoten.intake.sheets import Chunk, Sheet

_Mended = Mapping[tuple[int, int], str]  # row, position -> text


def mended(sheet: Sheet, file: int, texts: Texts) -> Sheet:
    """The sheet with the texts that stand in place of its cells; a heading is recognised again."""
    mine = {
        (place.row, place.position): text
        for place, text in texts.items()
        if (place.file, place.sheet) == (file, sheet.name)
    }
    if not mine:
        return sheet
    found = sheet.headings
    renamed = {position: text for (row, position), text in mine.items() if row == found.row}
    return replace(
        sheet,
        headings=headings.renamed(found, renamed) if renamed else found,
        chunks=(_chunk(chunk, mine) for chunk in sheet.chunks),
    )


def _chunk(chunk: Chunk, mine: _Mended) -> Chunk:
    first, last = int(chunk.rows[0]), int(chunk.rows[-1])
    by_column: dict[int, dict[int, str]] = {}
    for (row, position), text in mine.items():
        if first <= row <= last:
            by_column.setdefault(position, {})[row - first] = text
    if not by_column:
        return chunk
    columns = [
        _column(column, by_column[position]) if position in by_column else column
        for position, column in enumerate(chunk.columns)
    ]
    beyond = [
        (row, position, mine.get((row, position), text)) for row, position, text in chunk.beyond
    ]
    replaced = [
        (row, position, chunk.columns[position][row - first].as_py())
        for position, texts in by_column.items() if position < len(columns)
        for row in (first + place for place in texts)
    ]  # fmt: skip
    beyond = [cell for cell in beyond if cell[2].strip()]
    return replace(chunk, columns=columns, beyond=beyond, replaced=replaced)


def _column(column: pa.Array, texts: Mapping[int, str]) -> pa.Array:
    cells = column.to_pylist()
    for place, text in texts.items():
        cells[place] = text
    return pa.array(cells, pa.string())
