"""The rows of one chunk judged cell by cell, each different text of a column once."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
import pyarrow as pa

from bondgenoten.contract import Column
from bondgenoten.intake.cells import Cell, Reader
from bondgenoten.intake.limits import MOST_REMEMBERED
from bondgenoten.intake.name_like import is_name_like
from bondgenoten.intake.privacy import LONGEST
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.sheets import Chunk
from bondgenoten.intake.sources import Source
from bondgenoten.intake.stray_rows import REASONS, Strays

_TYPES = {"date": pa.date32(), "count": pa.int32(), "themes": pa.list_(pa.string())}


class Remembered:
    """A reader that judges each different text once, as long as they are not very many."""

    def __init__(self, read: Reader) -> None:
        self.read = read
        self._cells: dict[str, Cell] = {}

    def __call__(self, text: str) -> Cell:
        cell = self._cells.get(text)
        if cell is None:
            if len(self._cells) >= MOST_REMEMBERED:
                self._cells.clear()
            cell = self._cells[text] = self.read(text)
        return cell


class Judged:
    """The columns of one chunk while they are being judged."""

    def __init__(self, source: Source, chunk: Chunk) -> None:
        self._source = source
        self._chunk = chunk
        size = len(chunk.rows)
        self._filled = np.zeros(size, dtype=int)  # cells that hold anything
        self._persons = np.zeros(size, dtype=int)  # cells that hold personal data
        self._is_faulty = np.full(size, bool(source.sheet.headings.missing))
        self._strays = Strays(size, source.sheet.headings)
        self._columns: dict[str, pa.Array] = {}
        self._found: list[tuple[int, str, list[str], list[Cell], np.ndarray, np.ndarray]] = []
        self.typed: dict[str, pa.DictionaryArray] = {}

    def add(self, column: Column, read: Remembered) -> None:
        kind = _TYPES.get(column.type, pa.string())
        position = self._source.sheet.headings.position(column.name)
        if position is None:
            absent = pa.array([read("").value], kind)
            self._columns[column.name] = absent.take(pa.array(np.zeros(len(self._chunk.rows), int)))
            return
        encoded = self._chunk.columns[position].dictionary_encode()
        texts = encoded.dictionary.to_pylist()
        cells = [read(text) for text in texts]
        indices = self._declare(position, texts, cells, encoded.indices.to_numpy(), read)
        values = pa.array([cell.value for cell in cells], kind)
        self._columns[column.name] = values.take(pa.array(indices))
        self._filled += np.array([not c.is_blank for c in cells], int)[indices]
        self._persons += np.array([c.code == "personal_data" for c in cells], int)[indices]
        self._strays.add(position, column, texts, cells, indices)
        self.typed[column.name] = encoded
        wrong = np.array([c.code is not None for c in cells], bool)
        told = wrong | np.array([c.is_name_like for c in cells], bool)
        if told.any():
            self._is_faulty |= wrong[indices]
            self._found.append((position, column.name, texts, cells, indices, told[indices]))

    def _declare(
        self, position: int, texts: list[str], cells: list[Cell], indices: np.ndarray,
        read: Remembered,
    ) -> np.ndarray:  # fmt: skip
        """Judges anew, each for itself, the cells that were declared: they become texts of their own
        at the end of `texts` and `cells`. Gives the indices that say so."""
        first, declaring = int(self._chunk.rows[0]), self._source.declaring
        indices = indices.copy()
        for row, column in declaring.reasons:
            place = row - first
            if column != position or not 0 <= place < len(indices):
                continue
            text = texts[indices[place]]
            if cells[indices[place]].code == "personal_data":
                kind, reason = declaring.at(row, position, text)
                cell = Cell(code="personal_data", details={"personal": kind or ""}, reason=reason)
                indices[place] = len(cells)
                cells.append(cell if kind else read.read(text, True))
                texts.append(text)
        return indices

    def mark(self, rows: Iterator[int]) -> None:
        """Makes rows faulty for what stands in cells outside the contract."""
        for row in rows:
            self._is_faulty[row - int(self._chunk.rows[0])] = True

    @cached_property
    def _kinds(self) -> np.ndarray:
        """For each row what it is instead of one; what is typed by hand is a row, always."""
        is_typed = self._filled > 0 if not self._source.is_entered else np.zeros(len(self._filled))
        return np.where(is_typed, self._strays.kinds(), 0)

    @cached_property
    def _is_row(self) -> np.ndarray:
        return (self._filled > 0) & ((self._kinds == 0) | (self._persons > 0))

    @cached_property
    def _is_gone(self) -> np.ndarray:
        """Whether there is no row left once the personal data is out of it."""
        return (self._persons > 0) & ((self._kinds > 0) | (self._persons == self._filled))

    def left_out(self) -> Iterator[Problem]:
        """One warning for each of them."""
        for place in np.flatnonzero((self._filled > 0) & ~self._is_row):
            position = int(self._strays.first[place])
            column = self._source.sheet.headings.columns[position]
            text = self.typed[column][int(place)].as_py().strip()
            yield Problem(
                self._source.file, self._source.sheet.name, int(self._chunk.rows[place]), position,
                column, "no_row", None if is_name_like(text[:LONGEST], ()) else text,
                reason=REASONS.get(int(self._kinds[place])),
            )  # fmt: skip

    def faults(self) -> Iterator[Problem]:
        """What is wrong in the cells of the rows."""
        file, sheet = self._source.file, self._source.sheet.name
        for position, name, texts, cells, indices, is_told in self._found:
            for place in np.flatnonzero(is_told & self._is_row):
                cell, text = cells[indices[place]], texts[indices[place]].strip()
                if self._is_gone[place] and cell.code != "personal_data":
                    continue
                is_shown = cell.code not in (None, "personal_data") and len(text) <= LONGEST
                value = (text or None) if is_shown else None
                yield Problem(file, sheet, int(self._chunk.rows[place]), position, name,
                              cell.code or "name_like", value, cell.suggestion, cell.reason, cell.details,
                              cell.mend)  # fmt: skip

    def table(self) -> pa.Table:
        """The rows, typed."""
        size = len(self._chunk.rows)
        given = self.typed.get("network_id")
        table = pa.table({
            "source": pa.array(np.full(size, self._source.number, np.int32)),
            "row": pa.array(self._chunk.rows),
            "given": pa.nulls(size, pa.string()) if given is None else given.cast(pa.string()),
            "is_faulty": pa.array(self._is_faulty),
            **self._columns,
        })  # fmt: skip
        return table if self._is_row.all() else table.filter(pa.array(self._is_row))
