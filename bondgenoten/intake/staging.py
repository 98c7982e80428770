"""Puts the rows of a sheet, cell by cell checked, into typed tables (`upload_<kind>`).

A cell is judged once for every different text in a column, so a long file costs little more than a
short one. Rules that look beyond one cell are in checking.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pyarrow as pa

from bondgenoten.contract import KINDS, Column
from bondgenoten.intake.cells import reader
from bondgenoten.intake.day_order import DayOrder
from bondgenoten.intake.judging import Judged, Remembered
from bondgenoten.intake.known import Known, Queried
from bondgenoten.intake.one_kind import must_be_one_kind
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.sheets import Chunk, must_be_short
from bondgenoten.intake.sources import Source
from bondgenoten.intake.strangers import Strangers
from bondgenoten.language import LANGUAGES

_SQL_TYPES = {"date": "date", "count": "integer", "themes": "varchar[]"}


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
        self._known = {language: replace(known, language=language) for language in LANGUAGES}
        self._readers: dict[tuple[Column, str], Remembered] = {}

    def _reader(self, column: Column, language: str) -> Remembered:
        """One for all sheets in a language: what was judged once need not be judged again."""
        key = (column, language)
        if key not in self._readers:
            self._readers[key] = Remembered(reader(column, self._known[language]))
        return self._readers[key]

    def stage(self, source: Source, progress: Callable[[float], None]) -> Iterator[Problem]:
        """Reads one sheet to its end; Refusal when the file breaks off on the way."""
        if source.sheet.is_hidden:
            yield source.problem(0, -1, None, "hidden_sheet")
        strangers = Strangers(source.file, source.sheet, source.declaring, self._places)
        yield from strangers.missing()
        yield from strangers.headings()
        order = DayOrder(source)
        for chunk in must_be_one_kind(source.sheet, must_be_short(source.sheet.chunks)):
            yield from self._chunk(source, chunk, strangers, order)
            progress(chunk.fraction)
        yield from order.problems()
        yield from strangers.columns()

    def _chunk(
        self, source: Source, chunk: Chunk, strangers: Strangers, order: DayOrder
    ) -> Iterator[Problem]:
        judged = Judged(source, chunk)
        for column in source.kind.columns:
            judged.add(column, self._reader(column, source.sheet.headings.language))
        foreign = list(strangers.cells(chunk))
        order.look(chunk, judged.typed)
        judged.mark(problem.row for problem in foreign if problem.severity == "error")
        yield from foreign
        yield from judged.left_out()
        yield from judged.faults()
        self._insert(source, judged.table())
        source.typed.add(int(chunk.rows[0]), judged.typed)

    def _insert(self, source: Source, table: pa.Table) -> None:
        self._connection.register("incoming", table)
        self._connection.execute(
            f"insert into upload_{source.kind.name} by name select * from incoming"
        )
