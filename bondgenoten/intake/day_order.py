"""A column of dates in which some can only have the month first: those that can be read both ways are
read day first, as always, but not in silence; unless others can only have the day first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from bondgenoten.intake.dates import day_first, month_first
from bondgenoten.intake.problems import Problem, letters
from bondgenoten.intake.sheets import Chunk
from bondgenoten.intake.sources import Source

_NAMED = 8  # cells that the message names


class DayOrder:
    """The date columns of one sheet, while its chunks come by. What was mended here counts as it was
    typed: mending the dates that are wrong says nothing of the others."""

    def __init__(self, source: Source) -> None:
        self._source = source
        # position and separator -> rows
        self._sure: dict[tuple[int, str], int] = {}
        self._proven: set[tuple[int, str]] = set()  # to have the day first
        self._either: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)

    def look(self, chunk: Chunk, typed: dict[str, pa.DictionaryArray]) -> None:
        found = self._source.sheet.headings
        dates = {
            c.name: found.position(c.name) for c in self._source.kind.columns if c.type == "date"
        }
        for row, position, text in chunk.replaced:
            if position in dates.values():
                self._note(position, month_first(text.strip()), [row], None)
        mended = {(row, position) for row, position, _ in chunk.replaced}
        for name, at in dates.items():
            if at is not None:
                self._column(at, typed[name], chunk.rows, mended)

    def _column(
        self, position: int, column: pa.DictionaryArray, rows: np.ndarray,
        mended: set[tuple[int, int]],
    ) -> None:  # fmt: skip
        indices = column.indices.to_numpy()
        for number, text in enumerate(column.dictionary.to_pylist()):
            order = month_first(text.strip())
            if separator := day_first(text.strip()):
                found = ((row, position) for row in rows[indices == number].tolist())
                if (position, separator) not in self._proven and not mended.issuperset(found):
                    self._proven.add((position, separator))
            elif order:
                self._note(position, order, rows[indices == number].tolist(), text.strip())

    def _note(
        self, position: int, order: tuple[str, bool] | None, rows: Sequence[int], text: str | None
    ) -> None:
        if order is None:
            return
        separator, is_sure = order
        if is_sure:
            self._sure.setdefault((position, separator), rows[0])
        elif text is not None:
            self._either[position, separator] += ((row, text) for row in rows)

    def problems(self) -> Iterator[Problem]:
        """One warning for each column that has both kinds, at the first cell that is in doubt."""
        for (position, separator), row in self._sure.items():
            doubtful = sorted(self._either.get((position, separator), []))
            if not doubtful or (position, separator) in self._proven:
                continue
            first, text = doubtful[0]
            cells = ", ".join(f"{letters(position)}{row}" for row, _ in doubtful[:_NAMED])
            more = len(doubtful) - _NAMED
            yield Problem(
                self._source.file, self._source.sheet.name, first, position,
                self._source.sheet.headings.columns[position], "month_first", text, None,
                "many" if more > 0 else None,
                {"sure": f"{letters(position)}{row}", "cells": cells, "more": str(more)},
            )  # fmt: skip
