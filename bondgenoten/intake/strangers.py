"""What stands in a sheet outside the contract: other columns, headings that stand there twice, cells
beside the headings. It is ignored with a warning, but never when it points at a person."""

from collections.abc import Iterator

import numpy as np

from bondgenoten.intake.privacy import personal
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.sheets import Chunk, Sheet


class Strangers:
    """Watches the columns of one sheet that are no columns of its kind."""

    def __init__(self, file: int, sheet: Sheet) -> None:
        self._file = file
        self._sheet = sheet
        self._found = sheet.headings
        self._watched = (*self._found.unknown, *self._found.doubled)
        self._nameless: set[int] = set()  # positions with cells below an empty heading, or none

    def headings(self) -> Iterator[Problem]:
        """Personal data in a heading; the value is not kept."""
        for position in self._found.unknown:
            kind = personal(self._found.texts[position])
            if kind:
                yield self._problem(self._found.row, position, None, "personal_data", personal=kind)

    def cells(self, chunk: Chunk) -> Iterator[Problem]:
        """Personal data in the cells of a chunk."""
        for position in self._watched:
            encoded = chunk.columns[position].dictionary_encode()
            texts = encoded.dictionary.to_pylist()
            if any(text.strip() for text in texts) and not self._found.texts[position].strip():
                self._nameless.add(position)
            kinds = [personal(text) for text in texts]
            if any(kinds):
                indices = encoded.indices.to_numpy()
                wrong = np.array([kind is not None for kind in kinds], bool)[indices]
                for place in np.flatnonzero(wrong):
                    yield self._person(int(chunk.rows[place]), position, kinds[indices[place]])
        for row, position, text in chunk.beyond:
            self._nameless.add(position)
            if kind := personal(text):
                yield self._person(row, position, kind)

    def columns(self) -> Iterator[Problem]:
        """One warning for every column that is ignored."""
        row = self._found.row
        for position in self._found.doubled:
            yield self._problem(row, position, self._found.texts[position], "unknown_column",
                                reason="twice")  # fmt: skip
        for position in self._found.unknown:
            text = self._found.texts[position].strip()
            if text and not personal(text):
                yield self._problem(row, position, text, "unknown_column",
                                    suggestion=self._found.meant(position))  # fmt: skip
        for position in sorted(self._nameless):
            yield self._problem(row, position, None, "unknown_column", reason="nameless")

    def _person(self, row: int, position: int, kind: str | None) -> Problem:
        texts = self._found.texts
        heading = texts[position] if position < len(texts) else ""
        column = None if personal(heading) else heading or None
        return self._problem(row, position, column, "personal_data", personal=kind or "")

    def _problem(
        self, row: int, position: int, column: str | None, code: str, *,
        suggestion: str | None = None, reason: str | None = None, **details: str,
    ) -> Problem:  # fmt: skip
        value = column if code == "unknown_column" else None
        return Problem(self._file, self._sheet.name, row, position, column, code, value,
                       suggestion, reason, details)  # fmt: skip
