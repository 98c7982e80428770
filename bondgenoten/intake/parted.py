"""What points at a person once two cells beside each other are read as one: a telephone number in its
two parts, an account number, a BSN that says so. Reads no file.

Counts and dates stand beside each other everywhere, so the left cell has to be the beginning of a number
of somebody and hardly anything else; cells that only take a count or a date are not looked at."""

import re
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bondgenoten.intake.dates import is_solid_date
from bondgenoten.intake.privacy import personal
from bondgenoten.intake.sheets import Chunk

_LOOKED_AT = 40  # characters of the left cell from its end, of the right one from its start
# For RE2 of the columns and for re alike. The last two are a landline:
# the code of a city alone, and any where it is said, as four digits are the code of a municipality too.
_LEFT = (
    r"(?i)(?:^|[^0-9.,+-])(?:06|\+31|0031)[0-9 ()./_-]{0,12}$"
    r"|(?:^|[^A-Z0-9])[A-Z]{2}[0-9]{2}(?:[ .-]?[A-Z0-9]{4}){0,5}[ .-]?$"
    r"|bsn[^0-9]{0,3}[0-9][0-9 ./_-]{0,9}$"
    r"|^[^0-9A-Z]{0,2}0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9])[^0-9A-Z]{0,2}$"
    r"|(?:tel|bel|mob|gsm|phone)[^0-9]{0,12}0[0-9 ()./_-]{1,12}$"
)
_RIGHT = r"^[ (./_-]{0,3}(?:[0-9]{2}[0-9 ()./_-]{0,2}[0-9]|[A-Za-z]{4} ?[0-9])"
_MONTH = re.compile(r"\b(?:0?[1-9]|1[0-2])[-/. ](?:19|20)[0-9]{2}$")
_LEFT_CELL, _RIGHT_CELL = re.compile(_LEFT), re.compile(_RIGHT)


def can_begin(text: str) -> bool:
    """Whether a text can be the left one of two such cells."""
    return bool(_LEFT_CELL.search(text[-_LOOKED_AT:]))


def joined(left: str, right: str) -> str | None:
    """Two cells as one text where together they may hold what neither holds by itself."""
    if not _RIGHT_CELL.match(right) or not can_begin(left):
        return None
    if _MONTH.search(left.strip()) or is_solid_date(right.strip()):
        return None
    if personal(left) or personal(right):
        return None
    text = f"{left[-_LOOKED_AT:].strip()} {right[:_LOOKED_AT].strip()}"
    kind = personal(text)
    return text if kind in ("phone", "iban") or (kind == "bsn" and "bsn" in text.lower()) else None


def parted(chunk: Chunk, positions: list[int]) -> Iterator[tuple[int, int, str]]:
    """Row and position of the right one of two such cells, and both as one text. `positions` are those
    of the columns that are looked at."""
    rights = {p: _matching(chunk.columns[p], _RIGHT) for p in positions if p - 1 in positions}
    for position, right in rights.items():
        if not right.any():
            continue
        left = chunk.columns[position - 1]
        for place in np.flatnonzero(right & _matching(left, _LEFT)):
            text = joined(left[place].as_py(), chunk.columns[position][place].as_py())
            if text:
                yield int(chunk.rows[place]), position, text
    yield from _beyond(chunk, len(chunk.columns) - 1 in positions)


def _beyond(chunk: Chunk, with_last: bool) -> Iterator[tuple[int, int, str]]:
    """The same where the right cell has no heading."""
    first, width, before = int(chunk.rows[0]), len(chunk.columns), (0, 0, "")
    for row, position, right in chunk.beyond:
        if before[:2] == (row, position - 1):
            text = joined(before[2], right)
        elif position == width and with_last:
            text = joined(chunk.columns[-1][row - first].as_py(), right)
        else:
            text = None
        before = (row, position, right)
        if text:
            yield row, position, text


def _matching(column: pa.Array, pattern: str) -> np.ndarray:
    encoded = column.dictionary_encode()
    found = pc.match_substring_regex(encoded.dictionary, pattern)
    return np.asarray(found.to_numpy(zero_copy_only=False), bool)[encoded.indices.to_numpy()]
