"""Headings over two rows, with `Leden` merged above politie, gemeente and burgers: one row is made of
them. What a heading means is not known here."""

from collections.abc import Callable, Sequence

Row = Sequence[str]
_LEAST = 2  # cells of the lower row: one alone is a note, or a cell of data


def joined(upper: Row, lower: Row, is_title: Callable[[str], bool]) -> list[str] | None:
    """One row of headings made of two; None where the lower one holds anything but headings."""
    width = max(len(upper), len(lower))
    top, below = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    made = []
    over = ""
    for high, low in zip(top, below, strict=True):
        over = high.strip() or over
        text = _one(high.strip(), low.strip(), over, is_title)
        if text is None:
            return None
        made.append(text)
    return made if sum(bool(low.strip()) for low in below) >= _LEAST else None


def _one(high: str, low: str, over: str, is_title: Callable[[str], bool]) -> str | None:
    """The heading of one column; None where the lower cell seems to be data below a heading."""
    if not low:
        return high
    whole = f"{over} {low}".strip()
    known = next((text for text in (whole, low) if is_title(text)), None)
    return known or (None if high else whole)
