"""Several themes in one cell, parted by | ; , or a new line. Pure."""

import re
from collections.abc import Callable, Mapping

from bondgenoten.intake.folding import marked
from bondgenoten.intake.likeness import Near

_SEPARATORS = re.compile(r"([|;,\n\r]+)")
_BULLET = re.compile(r"^[ \t]*[-–*•][ \t]+", re.MULTILINE)
_OTHERS = re.compile(r" *[/&+] *| +(?:en|and) +")  # what people put between themes besides


def read_themes(text: str, known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The codes found and the names that are none of `known` (marked spelling -> code).

    A name that itself holds a separator is found before its parts are. In a list of one a line, a
    stroke before each is a way of parting them too.
    """
    parts = _SEPARATORS.split(_BULLET.sub("", text) if "\n" in text else text)
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


def meant(
    name: str,
    known: Mapping[str, str],
    titles: Mapping[str, str],
    suggest: Callable[[str], Near | None],
) -> Near | None:
    """What a strange name stands for: several themes with another sign between them, or the nearest. No
    theme that is named in it is ever left out."""
    codes = [known.get(marked(part)) for part in _OTHERS.split(name)]
    found = [code for code in codes if code]
    if len(codes) == 1 or not found:
        return suggest(name)
    return (
        Near(" | ".join(titles[code] for code in found), True) if len(found) == len(codes) else None
    )


def _longest(parts: list[str], start: int, known: Mapping[str, str]) -> tuple[int, str | None]:
    """Where the longest known name from here ends, and its code. Parts and separators take turns,
    so a name ends after every second one."""
    for end in range(len(parts), start, -2):
        code = known.get(marked("".join(parts[start:end])))
        if code:
            return end, code
    return start + 1, None
