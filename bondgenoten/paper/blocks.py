"""What a page is made of: headings, sentences, tables and charts, as layout.typ reads them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bondgenoten.language import Words
from bondgenoten.palette import MARKS, REACH, Mark

Block = dict[str, Any]
Cell = str | dict[str, str]


def heading(text: str, level: int = 1, *, opens_page: bool = False) -> Block:
    return {"kind": "heading", "text": text, "level": level, "opens_page": opens_page}


def text(*sentences: str) -> Block:
    """A paragraph; nothing is said with an empty one."""
    return {"kind": "text", "text": " ".join(part for part in sentences if part)}


def note(said: str) -> Block:
    """A remark in small type: a denominator, a definition, a limit."""
    return {"kind": "note", "text": said}


def chart(svg: str, alt: str) -> Block:
    return {"kind": "chart", "svg": svg, "alt": alt}


def table(columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[Cell]]) -> Block:
    """Headings with a width each (in parts; negative: the column is of numbers), and the rows."""
    return {
        "kind": "table",
        "headings": [title for title, _ in columns],
        "widths": [abs(width) for _, width in columns],
        "numeric": [width < 0 for _, width in columns],
        "rows": [list(row) for row in rows],
    }


def status(words: Words, code: str) -> Cell:
    """A status as word, shape and colour."""
    return _marked(words(f"status.{code}"), MARKS[code])


def reach(words: Words, code: str) -> Cell:
    return _marked(words(f"code.{code}"), REACH[code])


def day(words: Words, value: date | None) -> str:
    return words.date(value) if value else words("count.none")


def number(words: Words, value: float | None, decimals: int = 0) -> str:
    return words("count.none") if value is None else words.number(value, decimals)


def plural(words: Words, message: str, n: int, **values: Any) -> str:
    """A message that counts: `n` picks its form, `number` is how it is written."""
    return words(message, n=n, number=words.number(n), **values)


def of(words: Words, x: int, total: int) -> str:
    """ "2 van 3", a dash where there is nothing to count."""
    if not total:
        return words("count.none")
    return words("count.of", x=words.number(x), total=words.number(total))


def _marked(said: str, mark: Mark) -> Cell:
    return {"text": said, "shape": mark.shape, "tone": mark.tone}
