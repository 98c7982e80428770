"""What a delivery would change in rows that the register has: the old value beside the new one."""

import streamlit as st

from bondgenoten import retelling, store
from bondgenoten.answers import Row
from bondgenoten.exports import csv
from bondgenoten.history import Corrections
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, dated, element
from bondgenoten.ui.parts.table import Column, page_of, table


def rows(page: Page, corrections: Corrections) -> None:
    """Closed until it is asked for; a line a value, so many rows a page."""
    say, kept, total = page.words, len(corrections.rows), corrections.total
    if not total:
        return
    title = sentences.plural(say, "corrected.title", total)
    with st.expander(title, key="corrected"):
        if total > kept:
            said = say("corrected.first", kept=say.number(kept), total=say.number(total))
            st.html(element("p", said, class_="quiet"))
        shown = corrections.rows[page_of(say, kept, "page-corrected")]
        lines = [one._asdict() for values in shown for one in values]
        st.html(table(title, _columns(page), lines, is_stacked=True))


def _columns(page: Page) -> list[Column]:
    say = page.words
    names = csv.names(store.reader(page.register.path), say.language)

    def value(row: Row, side: str) -> Safe:
        return dated(csv.excel_text(row["column"], row[side], say, names) or "–")

    return [
        Column(
            say("corrected.row"),
            lambda row: dated(retelling.row(say, row["kind"], row["about"], row["date"])),
            is_name=True,
        ),
        Column(say("corrected.column"), lambda row: say(f"column.{row['column']}")),
        Column(say("corrected.was"), lambda row: value(row, "was"), is_long=True),
        Column(say("corrected.now"), lambda row: value(row, "now"), is_long=True),
    ]
