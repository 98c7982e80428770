"""What stands in a sheet outside the contract: other columns, headings that stand there twice, cells
beside the headings. It is ignored with a warning, but never when it points at a person."""

from collections.abc import Collection, Iterator

import numpy as np

from bondgenoten.intake.declaring import Declaring
from bondgenoten.intake.labels import is_said, said_by
from bondgenoten.intake.name_like import is_name_like
from bondgenoten.intake.parted import joined, parted
from bondgenoten.intake.privacy import LONGEST
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.sheets import Chunk, Sheet

MOST = 20  # columns of one sheet that get a warning each


class Strangers:
    """Watches the columns of one sheet that are no columns of its kind."""

    def __init__(
        self, file: int, sheet: Sheet, declaring: Declaring, places: Collection[str]
    ) -> None:
        self._file = file
        self._declaring = declaring
        self._personal = declaring.personal
        self._places = places
        self._sheet = sheet
        self._found = sheet.headings
        self._watched = (*self._found.unknown, *self._found.doubled, *self._found.notes)
        texts = (self._found.position(c.name) for c in self._found.kind.columns if c.holds_any_text)
        self._open = [
            *self._found.unknown,
            *self._found.doubled,
            *(p for p in texts if p is not None),
        ]
        # what the heading of a column says of its cells
        self._said = {p: said_by(self._found.texts[p]) for p in self._found.unknown}
        self._misspelt = {
            name: position
            for name, position in self._found.misspelt().items()
            if not self._is_told(self._found.texts[position])
        }
        # positions with cells below an empty heading, or none, and the row of the first
        self._nameless: dict[int, int] = {}

    def missing(self) -> Iterator[Problem]:
        """Required columns that are not there; one that is only misspelt is told where it stands."""
        for name in self._found.missing:
            position = self._misspelt.get(name)
            if position is None:
                yield self._problem(self._found.row, 0, name, "missing_column")
            else:
                yield self._misspelling(name, position)

    def _misspelling(self, name: str, position: int) -> Problem:
        meant, text = self._found.meant(position), self._found.texts[position].strip()
        assert meant
        return Problem(self._file, self._sheet.name, self._found.row, position, name,
                       "missing_column", text, meant.title, "misspelt",
                       mend=meant.title if meant.is_sure else None)  # fmt: skip

    def headings(self) -> Iterator[Problem]:
        """Personal data in the rows of headings or above them; the value is not kept."""
        for row, texts in enumerate(self._sheet.above, start=1):
            for position, text in enumerate(texts):
                yield from self._person(row, position, text)
                if both := joined(texts[position - 1], text) if position else None:
                    yield from self._parts(row, position, both)
        for position in self._found.unknown:
            yield from self._person(self._found.row, position, self._found.texts[position])

    def cells(self, chunk: Chunk) -> Iterator[Problem]:
        """Personal data in the cells of a chunk."""
        for position in self._watched:
            encoded = chunk.columns[position].dictionary_encode()
            texts = encoded.dictionary.to_pylist()
            if position not in self._nameless and not self._found.texts[position].strip():
                self._first(position, chunk)
            # Our own messages repeat what stands in other cells: no name is told twice.
            is_told = self._personal if position in self._found.notes else self._is_told
            said = self._said.get(position)
            wrong = [bool(is_told(text) or is_said(said, text)) for text in texts]
            if any(wrong):
                indices = encoded.indices.to_numpy()
                for place in np.flatnonzero(np.array(wrong)[indices]):
                    row, text = int(chunk.rows[place]), texts[indices[place]]
                    yield from self._person(row, position, text)
        for row, position, text in chunk.beyond:
            self._nameless.setdefault(position, row)
            yield from self._person(row, position, text)
        for row, position, text in parted(chunk, self._open):
            yield from self._parts(row, position, text)

    def _parts(self, row: int, position: int, text: str) -> Iterator[Problem]:
        """What a cell holds together with the one to the left of it."""
        kind, reason = self._declaring.at(row, position, text)
        if kind:
            yield self._problem(row, position, self._heading(row, position), "personal_data",
                                reason=reason or "parted", personal=kind)  # fmt: skip

    def _first(self, position: int, chunk: Chunk) -> None:
        """Notes the first cell of a column without a heading."""
        column = chunk.columns[position]
        filled = (row for row, text in zip(chunk.rows, column, strict=True) if text.as_py().strip())
        if (row := next(filled, None)) is not None:
            self._nameless[position] = int(row)

    def _is_told(self, text: str) -> bool:
        return self._personal(text) is not None or is_name_like(text[:LONGEST], self._places)

    def columns(self) -> Iterator[Problem]:
        """One warning for every column that is ignored, or one for all when they are very many."""
        found = list(self._columns())
        if len(found) <= MOST:
            yield from found
            return
        yield self._problem(self._found.row, found[0].position, None, "unknown_column",
                            reason="many", number=str(len(found)))  # fmt: skip

    def _columns(self) -> Iterator[Problem]:
        row = self._found.row
        for position in self._found.doubled:
            yield self._problem(row, position, self._found.texts[position], "unknown_column",
                                reason="twice")  # fmt: skip
        for position in self._found.unknown:
            text = self._found.texts[position].strip()
            if text and position not in self._misspelt.values() and not self._is_told(text):
                meant = self._found.meant(position)
                yield self._problem(row, position, text, "unknown_column",
                                    suggestion=meant.title if meant else None,
                                    mend=meant.title if meant and meant.is_sure else None)  # fmt: skip
        for position, first in sorted(self._nameless.items()):
            yield self._problem(first, position, None, "unknown_column", reason="nameless")

    def _person(self, row: int, position: int, text: str) -> Iterator[Problem]:
        kind, reason = self._declaring.at(row, position, text)
        said = self._said.get(position)
        if row > self._found.row and is_said(said, text):
            kind, reason = said, None
        column = self._heading(row, position)
        if kind:
            yield self._problem(row, position, column, "personal_data", reason=reason,
                                personal=kind)  # fmt: skip
        elif position not in self._found.notes and is_name_like(text[:LONGEST], self._places):
            yield self._problem(row, position, column, "name_like")

    def _heading(self, row: int, position: int) -> str | None:
        """The column that a cell stands in, as it may be shown."""
        texts = self._found.texts
        if position >= len(texts) or row < self._found.row:
            return None
        text = texts[position]
        return self._found.columns.get(position) or (None if self._is_told(text) else text or None)

    def _problem(
        self, row: int, position: int, column: str | None, code: str, *,
        suggestion: str | None = None, reason: str | None = None, mend: str | None = None,
        **details: str,
    ) -> Problem:  # fmt: skip
        value = column if code == "unknown_column" else None
        return Problem(self._file, self._sheet.name, row, position, column, code, value,
                       suggestion, reason, details, mend)  # fmt: skip
