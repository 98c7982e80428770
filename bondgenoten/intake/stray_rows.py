"""Rows that are no rows: a total below the data, a note, or the headings once more. Each is left out
with one warning, where its cells would give a fault each. What cells hold is judged elsewhere."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from bondgenoten.contract import Column
from bondgenoten.intake.cells import Cell
from bondgenoten.intake.headings import Headings
from bondgenoten.language import LANGUAGES, words

NOTE, TOTAL, HEADINGS = 1, 2, 3
REASONS = {TOTAL: "total", HEADINGS: "headings"}  # of the message; a note has the plain one
_FEWEST_LACKING = 2  # required cells: a row that lacks only one is a row that lacks one
_MOST_FILLED = 3  # cells of a note
_FEWEST_TITLES = 2  # cells that repeat their heading
_PAIR = 2  # cells of a label and what belongs to it
_TELLING = ("date", "code", "basisteam", "municipality", "themes")  # where few texts are right


class Strays:
    """The rows of one chunk, while its columns come by."""

    def __init__(self, size: int, headings: Headings) -> None:
        self._headings = headings
        self._key = headings.kind.key[0]  # the column that a row is known by
        self._is_labelled = np.zeros(size, bool)  # words where the key should be
        self._is_row = np.zeros(size, bool)  # something stands there that only data has
        self._is_wordy, self._is_total = np.zeros(size, bool), np.zeros(size, bool)
        self._filled, self._counts = np.zeros(size, int), np.zeros(size, int)
        self._repeated = np.zeros(size, int)  # cells that hold what stands above them
        # required cells without anything that may stand there
        self._lacking = np.full(size, len(headings.missing))
        self.first = np.full(size, -1)  # the position of the first cell that holds anything

    def add(
        self, position: int, column: Column, texts: Sequence[str], cells: Sequence[Cell],
        indices: np.ndarray,
    ) -> None:  # fmt: skip
        blank = np.array([cell.is_blank for cell in cells], bool)[indices]
        self._filled += ~blank
        repeated = [self._headings.repeats(position, text) for text in texts]
        self._repeated += np.array(repeated, bool)[indices]
        if column.required:
            self._lacking += np.array([bool(c.code and not c.suggestion) for c in cells])[indices]
        is_first = ~blank & ((self.first < 0) | (position < self.first))
        self.first[is_first] = position
        if column.type == "count":
            self._counts += ~blank
            return
        total = np.array([_is_total(text) for text in texts], bool)[indices]
        self._is_total[is_first] = total[is_first]
        wordy = np.array([_is_wordy(text) for text in texts], bool)[indices]
        self._is_wordy |= wordy
        if column.name == self._key:
            label = np.array([bool(c.code and _is_far(column, c)) for c in cells])
            self._is_labelled = wordy & label[indices]
        proper = [_is_proper(column, text, cell) for text, cell in zip(texts, cells, strict=True)]
        self._is_row |= np.array(proper, bool)[indices]

    def kinds(self) -> np.ndarray:
        """For each row 0, NOTE, TOTAL or HEADINGS."""
        is_wanting = self._lacking >= _FEWEST_LACKING
        only_counts = (self._filled > 0) & (self._filled == self._counts)
        is_total = (self._is_total & (self._lacking > 0)) | (is_wanting & only_counts)
        is_short = self._is_wordy & (self._filled <= _MOST_FILLED)
        is_note = is_wanting & ~self._is_row & (is_short | (self._filled == 1))
        # Ingevuld op: 5-10-2026
        is_pair = self._is_labelled & (self._filled == _PAIR) & (self._lacking > 0)
        # Half of them is enough: headings over two rows, or pasted from an older form.
        is_heading = (self._repeated >= _FEWEST_TITLES) & (2 * self._repeated >= self._filled)
        found = [is_heading, is_total, is_note | is_pair]
        return np.select(found, [HEADINGS, TOTAL, NOTE], 0)


def _is_far(column: Column, cell: Cell) -> bool:
    """Whether nothing is meant by a text that its column takes; any words can be made a key."""
    return column.type == "key" or cell.suggestion is None


def _is_proper(column: Column, text: str, cell: Cell) -> bool:
    """Whether a text is what its column asks, or nearly; in a column for any text nothing says so."""
    if column.type == "key":
        return cell.code is None and _is_number(text.strip()) and not _is_total(text)
    return column.type in _TELLING and not cell.is_blank and (
        cell.code is None or cell.suggestion is not None
    )  # fmt: skip


def _is_number(text: str) -> bool:
    """A word by itself can be a network's number too, but those have digits or capitals."""
    return text.isupper() or any(character.isdigit() for character in text)


def _is_wordy(text: str) -> bool:
    text = text.strip()
    return " " in text or text.startswith("*") or text.endswith(":")


def _is_total(text: str) -> bool:
    first = text[:40].casefold().replace(":", " ").split()
    return bool(first) and first[0] in _total_words()


@cache
def _total_words() -> frozenset[str]:
    return frozenset(
        word for lang in LANGUAGES for word in words(lang)("stray.totals").split(" | ")
    )
