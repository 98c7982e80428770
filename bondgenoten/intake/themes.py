"""Several themes in one cell, parted by | ; , or a new line. Pure."""

import re
from collections.abc import Mapping

from bondgenoten.intake.folding import fold

_SEPARATORS = re.compile(r"([|;,\n\r]+)")


def read_themes(text: str, known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The codes found and the names that are none of `known` (folded spelling -> code).

    A name that itself holds a separator is found before its parts are.
    """
    parts = _SEPARATORS.split(text)
    found: list[str] = []
    strange: list[str] = []
    start = 0
    while start < len(parts):
        end, code = _longest(parts, start, known)
        if code:
            found.append(code)
        elif parts[start].strip():
            strange.append(parts[start].strip())
        start = end + 1
    return found, strange


def _longest(parts: list[str], start: int, known: Mapping[str, str]) -> tuple[int, str | None]:
    """Where the longest known name from here ends, and its code. Parts and separators take turns,
    so a name ends after every second one."""
    for end in range(len(parts), start, -2):
        code = known.get(fold("".join(parts[start:end])))
        if code:
            return end, code
    return start + 1, None
