"""Cells as they were typed, kept small, so that a problem found later can show its value."""

from bisect import bisect_right

import numpy as np
import pyarrow as pa


class Typed:
    """The text columns of one sheet, chunk by chunk, each different text once."""

    def __init__(self) -> None:
        self._firsts: list[int] = []
        self._chunks: list[dict[str, pa.DictionaryArray]] = []
        self._opened: dict[tuple[int, str], tuple[list[str], np.ndarray]] = {}

    def add(self, first: int, columns: dict[str, pa.DictionaryArray]) -> None:
        """Keeps the columns of the chunk that starts at row `first`."""
        self._firsts.append(first)
        self._chunks.append(columns)

    def value(self, row: int, column: str) -> str | None:
        """The text of a cell, stripped; None where it is empty or its column is not there."""
        number = bisect_right(self._firsts, row) - 1
        if column not in self._chunks[number]:
            return None
        texts, indices = self._open(number, column)
        return texts[indices[row - self._firsts[number]]] or None

    def _open(self, number: int, column: str) -> tuple[list[str], np.ndarray]:
        if (number, column) not in self._opened:
            encoded = self._chunks[number][column]
            texts = [text.strip() for text in encoded.dictionary.to_pylist()]
            self._opened[number, column] = (texts, encoded.indices.to_numpy())
        return self._opened[number, column]
