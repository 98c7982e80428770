"""A real HTML table: caption, headings with scope, numbers to the right, every text escaped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from bondgenoten.answers import Row
from bondgenoten.language import Words
from bondgenoten.ui.markup import Safe, element

WHOLE = 60  # rows that stand in one piece: room for a unit's networks
A_FEW = 25  # a page of what is longer, or stands beneath another table: a unit's basisteams
OF_A_TEAM = 12  # networks of one basisteam, where several of their tables stand on one page


@dataclass(frozen=True)
class Column:
    """One column: its heading, what a cell shows of a row, and whether it is a number."""

    title: str
    cell: Callable[[Row], str | int | None]
    is_number: bool = False
    is_name: bool = False
    is_long: bool = False


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    is_caption_shown: bool = False,
    is_stacked: bool = False,
) -> Safe:
    """Rows as a table; the first column that `is_name` heads its row. With `is_stacked` a telephone
    shows each row as a list, a line a cell, with its heading before it."""
    head = element("tr", [_heading(column) for column in columns])
    body = [
        element(
            "tr", [_cell(column, row, is_stacked) for column in columns], class_=row.get("_class")
        )
        for row in rows
    ]
    title = element("caption", caption, class_=None if is_caption_shown else "unseen")
    whole = element(
        "table",
        title,
        element("thead", head),
        element("tbody", body),
        class_="figures stacked" if is_stacked else "figures",
    )
    # Focusable, so that a keyboard can scroll what does not fit.
    return element("div", whole, class_="scroll", role="region", aria_label=caption, tabindex="0")


def page_of(words: Words, total: int, key: str, whole: int = WHOLE) -> slice:
    """Which rows to show: all of them up to `whole`, of more the page that the reader chooses."""
    if total <= whole:
        return slice(0, total)
    size = min(whole, A_FEW)
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        which = st.empty()
        chosen = st.pagination(-(-total // size), key=key)
    first, last = (chosen - 1) * size, min(chosen * size, total)
    said = words(
        "table.rows",
        first=words.number(first + 1),
        last=words.number(last),
        total=words.number(total),
    )
    which.html(element("p", said, class_="quiet"))
    return slice(first, last)


def _heading(column: Column) -> Safe:
    return element("th", column.title, scope="col", class_="number" if column.is_number else None)


def _cell(column: Column, row: Row, is_stacked: bool) -> Safe:
    value = column.cell(row)
    if column.is_name:
        return element("th", value, scope="row")
    kind = "number" if column.is_number else "wrapped" if column.is_long else None
    return element("td", value, data_title=column.title if is_stacked else None, class_=kind)
