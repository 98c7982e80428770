"""How large the sheets of a workbook would be in memory. The reader makes room for every cell up to the
last that holds anything, so a small file can ask for more than there is. Looks at blocks of bytes."""

import numpy as np

from bondgenoten.intake.limits import MOST_CELLS, MOST_TEXTS
from bondgenoten.intake.refusals import Refusal

BEYOND = 64  # bytes: more than the start of a cell takes, up to the end of its reference
_LETTERS, _DIGITS = 3, 7
_TABLE = np.arange(256)
_ENDS = np.isin(_TABLE, list(b" \t\r\n>"))
_SPACES = np.isin(_TABLE, list(b" \t\r\n"))
_APART = np.isin(_TABLE, list(b" \t\r\n<>"))
_QUOTES = np.isin(_TABLE, list(b"\"'"))


class Extent:
    """One part of a workbook while its blocks pass by."""

    def __init__(self) -> None:
        self._is_sheet = False
        self._column = self._row = self._texts = 0

    def add(self, block: bytes) -> None:
        """Takes the next block, of which the last `BEYOND` bytes come again with the one after it.

        Raises Refusal for a part that would not fit, or whose cells do not say first of all where
        they stand, as every program writes them: the reader would count them itself.
        """
        self._texts += block.count(b"<si")
        self._is_sheet = self._is_sheet or b"sheetData" in block
        if self._is_sheet:
            self._look(block)
        if self._column * self._row > MOST_CELLS or self._texts > MOST_TEXTS:
            raise Refusal("unreadable", "too_many_cells")

    def _look(self, block: bytes) -> None:
        data = np.frombuffer(block, np.uint8)
        cells = _cells(data)
        column, row, is_sound = _furthest(data, cells[cells < len(block) - BEYOND])
        if not is_sound or b"\0" in block:
            raise Refusal("unreadable", "damaged")
        self._column, self._row = max(self._column, column), max(self._row, row)


def _cells(data: np.ndarray) -> np.ndarray:
    """Where the c stands of every `<c ` and `<x:c `, or with `>` after it."""
    named = np.flatnonzero((data[1:-1] == ord("c")) & _ENDS[data[2:]]) + 1
    before = data[named - 1]
    bare, prefixed = named[before == ord("<")], named[before == ord(":")]
    if not len(prefixed):
        return bare
    apart = np.flatnonzero(_APART[data])
    last = np.searchsorted(apart, prefixed) - 1
    is_tag = (last >= 0) & (data[apart[last]] == ord("<"))
    return np.concatenate([bare, prefixed[is_tag]])


def _furthest(data: np.ndarray, cells: np.ndarray) -> tuple[int, int, bool]:
    """The last column and row that the cells name, and whether each of them names one. All are read
    together, a character at a time."""
    is_sound = (
        _SPACES[data[cells + 1]] & (data[cells + 2] == ord("r")) & (data[cells + 3] == ord("="))
    )
    quote, place = data[cells + 4], cells + 5
    column, place = _number(data, place, ord("A") - 1, 26, _LETTERS)
    row, end = _number(data, place, ord("0"), 10, _DIGITS)
    is_sound &= _QUOTES[quote] & (data[end] == quote) & (column > 0) & (end > place)
    return int(column.max(initial=0)), int(row.max(initial=0)), bool(is_sound.all())


def _number(
    data: np.ndarray, place: np.ndarray, zero: int, base: int, most: int
) -> tuple[np.ndarray, np.ndarray]:
    """The numbers that begin at these places, and where they end. Letters count in capitals, from 1."""
    number, low = np.zeros(len(place), np.int64), int(base == 26)
    for _ in range(most):
        read = data[place] & 0xDF if base == 26 else data[place]
        digit = read.astype(np.int64) - zero
        is_digit = (digit >= low) & (digit < base + low)
        number = np.where(is_digit, base * number + digit, number)
        place = place + is_digit
    return number, place
