"""Puts the rows of a sheet, cell by cell checked, into typed tables (`upload_<kind>`).

A cell is judged once for every different text in a column, so a long file costs little more than a
short one. Rules that look beyond one cell are in checking.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from bondgenoten.contract import KINDS, Column, Kind
from bondgenoten.intake.cells import Cell, Reader, reader
from bondgenoten.intake.declaring import Declaring
from bondgenoten.intake.known import Known, Queried
from bondgenoten.intake.privacy import LONGEST
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.sheets import Chunk, Sheet
from bondgenoten.intake.strangers import Strangers
from bondgenoten.intake.typed import Typed

_TYPES = {"date": pa.date32(), "count": pa.int32(), "themes": pa.list_(pa.string())}
_SQL_TYPES = {"date": "date", "count": "integer", "themes": "varchar[]"}


@dataclass
class Source:
    """One sheet of one file of the upload, and its cells as typed."""

    number: int
    file: int
    sheet: Sheet
    declaring: Declaring
    typed: Typed = field(default_factory=Typed)

    @property
    def kind(self) -> Kind:
        return self.sheet.headings.kind

    def problem(self, row: int, position: int, column: str | None, code: str) -> Problem:
        return Problem(self.file, self.sheet.name, row, position, column, code)


def create_tables(connection: Queried) -> None:
    """One empty table a kind. `given` is the network number as typed, also when it is faulty."""
    for kind in KINDS.values():
        columns = ", ".join(f"{c.name} {_SQL_TYPES.get(c.type, 'varchar')}" for c in kind.columns)
        connection.execute(
            f"create table upload_{kind.name} (source integer, row bigint, given varchar, "
            f"is_faulty boolean, {columns})"
        )


def discard(connection: Queried, source: Source) -> None:
    """Takes the rows of a sheet out again: its file turned out to be unreadable further on."""
    connection.execute(f"delete from upload_{source.kind.name} where source = ?", [source.number])


class Stager:
    """Reads sheets into the upload tables and gathers the faults of single cells."""

    def __init__(self, connection: Queried, known: Known) -> None:
        self._connection = connection
        self._places = known.places
        self._readers = {
            kind.name: {column.name: _Remembered(reader(column, known)) for column in kind.columns}
            for kind in KINDS.values()
        }

    def stage(self, source: Source, progress: Callable[[float], None]) -> Iterator[Problem]:
        """Reads one sheet to its end; Refusal when the file breaks off on the way."""
        if source.sheet.is_hidden:
            yield source.problem(0, -1, None, "hidden_sheet")
        strangers = Strangers(source.file, source.sheet, source.declaring, self._places)
        yield from strangers.missing()
        yield from strangers.headings()
        for chunk in source.sheet.chunks:
            yield from self._chunk(source, chunk, strangers)
            progress(chunk.fraction)
        yield from strangers.columns()

    def _chunk(self, source: Source, chunk: Chunk, strangers: Strangers) -> Iterator[Problem]:
        judged = _Judged(source, chunk)
        for column in source.kind.columns:
            judged.add(column, self._readers[source.kind.name][column.name])
        foreign = list(strangers.cells(chunk))
        judged.mark(problem.row for problem in foreign if problem.severity == "error")
        yield from foreign
        yield from judged.faults()
        self._insert(source, judged.table())
        source.typed.add(int(chunk.rows[0]), judged.typed)

    def _insert(self, source: Source, table: pa.Table) -> None:
        self._connection.register("incoming", table)
        self._connection.execute(
            f"insert into upload_{source.kind.name} by name select * from incoming"
        )


class _Remembered:
    """A reader that judges each different text once."""

    def __init__(self, read: Reader) -> None:
        self.read = read
        self._cells: dict[str, Cell] = {}

    def __call__(self, text: str) -> Cell:
        cell = self._cells.get(text)
        if cell is None:
            cell = self._cells[text] = self.read(text)
        return cell


class _Judged:
    """The columns of one chunk while they are being judged."""

    def __init__(self, source: Source, chunk: Chunk) -> None:
        self._source = source
        self._chunk = chunk
        size = len(chunk.rows)
        self._is_blank = np.ones(size, dtype=bool)
        self._is_faulty = np.full(size, bool(source.sheet.headings.missing))
        self._columns: dict[str, pa.Array] = {}
        self._found: list[tuple[int, str, list[str], list[Cell], np.ndarray, np.ndarray]] = []
        self.typed: dict[str, pa.DictionaryArray] = {}

    def add(self, column: Column, read: _Remembered) -> None:
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
        self._is_blank &= np.array([c.is_blank for c in cells], bool)[indices]
        self.typed[column.name] = encoded
        wrong = np.array([c.code is not None for c in cells], bool)
        told = wrong | np.array([c.is_name_like for c in cells], bool)
        if told.any():
            self._is_faulty |= wrong[indices]
            self._found.append((position, column.name, texts, cells, indices, told[indices]))

    def _declare(
        self, position: int, texts: list[str], cells: list[Cell], indices: np.ndarray,
        read: _Remembered,
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

    def faults(self) -> Iterator[Problem]:
        file, sheet = self._source.file, self._source.sheet.name
        for position, name, texts, cells, indices, is_told in self._found:
            for place in np.flatnonzero(is_told & ~self._is_blank):
                cell, text = cells[indices[place]], texts[indices[place]].strip()
                is_shown = cell.code not in (None, "personal_data") and len(text) <= LONGEST
                value = (text or None) if is_shown else None
                yield Problem(file, sheet, int(self._chunk.rows[place]), position, name,
                              cell.code or "name_like", value, cell.suggestion, cell.reason, cell.details,
                              cell.mend)  # fmt: skip

    def table(self) -> pa.Table:
        """The rows that hold anything, typed."""
        size = len(self._chunk.rows)
        given = self.typed.get("network_id")
        table = pa.table({
            "source": pa.array(np.full(size, self._source.number, np.int32)),
            "row": pa.array(self._chunk.rows),
            "given": pa.nulls(size, pa.string()) if given is None else given.cast(pa.string()),
            "is_faulty": pa.array(self._is_faulty),
            **self._columns,
        })  # fmt: skip
        return table.filter(pa.array(~self._is_blank)) if self._is_blank.any() else table
