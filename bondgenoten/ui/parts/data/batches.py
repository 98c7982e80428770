"""Geschiedenis: every delivery with what it did, and undoing one after a second question."""

from datetime import date, datetime
from pathlib import Path

import streamlit as st

from bondgenoten import effects, history, intake, retelling, store
from bondgenoten.answers import Row, records
from bondgenoten.effects import Effect
from bondgenoten.language import Words
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, dated, element, join
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import foretold, writing
from bondgenoten.ui.parts.data.effects import plain
from bondgenoten.ui.parts.data.sums import OUTCOMES
from bondgenoten.ui.parts.table import Column, page_of, table

MOST_TO_UNDO = 200  # an older one is undone from the command line


def batches(page: Page) -> None:
    """The newest first, a page at a time; then the one to undo."""
    say = page.words
    rows = records(history.batches(store.reader(page.register.path)))
    st.html(heading(say("history.title"), say("history.text")))
    shown = page_of(say, len(rows), "page-history")
    st.html(table(say("history.title"), _columns(say), rows[shown], is_stacked=True))
    _undo(page, [row for row in rows if row["may_be_undone"]][:MOST_TO_UNDO])


def _columns(say: Words) -> list[Column]:
    return [
        Column(say("history.delivery"), lambda row: _named_row(say, row), is_name=True),
        Column(say("history.what"), lambda row: _what(say, row), is_long=True),
        Column(say("history.rows"), lambda row: _counts(say, row)),
        Column(say("history.effect"), lambda row: _effects(say, row), is_long=True),
    ]


def _named_row(say: Words, row: Row) -> Safe:
    return join(
        f"{row['batch']} · {when(say, row['recorded_at'])}",
        element("small", row["actor"] or say("history.nobody")),
    )


def when(say: Words, moment: datetime) -> str:
    """The clock of the Netherlands: 23-11-2026 14:05."""
    here = store.local(moment)
    return f"{say.date(here.date())} {here:%H:%M}"


def _what(say: Words, row: Row) -> Safe:
    """A file by its name and hash, otherwise in what way the rows came; then which rows, where they
    are few, and what was declared with them."""
    lines = [*retelling.rows(say, row), *retelling.declarations(say, row)]
    if row["undone_by"]:
        lines.append(say("history.undone", batch=row["undone_by"]))
    small = [element("small", dated(line)) for line in lines]
    if row["source"] != "import":
        return join(say(f"history.source.{row['source']}", batch=row["undoes"] or ""), *small)
    files = [
        element(
            "details",
            element("summary", name),
            element("small", "SHA-256 ", sha256),
            class_="file",
        )
        for name, sha256 in zip(row["file_names"], row["hashes"], strict=True)
    ]
    return join(files, *small)


def _counts(say: Words, row: Row) -> str:
    """3 nieuw, 1 gewijzigd: only what there is."""
    named = [(row[f"rows_{o}"], say(f"deliver.{o}")) for o in OUTCOMES]
    named += [
        (row["rows_brought_back"], say("history.brought_back")),
        (row["rows_taken_back"], say("history.taken_back")),
    ]
    return ", ".join(f"{say.number(number)} {word}" for number, word in named if number)


def _effects(say: Words, row: Row) -> Safe:
    found = [Effect(**one) for one in row["effects"]]
    return join([element("div", text) for text in plain(say, found)])


def _undo(page: Page, rows: list[Row]) -> None:
    """Which one, whether it is meant, and only then the click."""
    say = page.words
    st.html(heading(say("history.undo.title"), say("history.undo.text")))
    if not rows:
        st.html(element("p", say("history.undo.none")))
        return
    by_number = {row["batch"]: row for row in rows}
    actor = writing.who(page)
    chosen = st.selectbox(
        say("history.undo.which"),
        list(by_number),
        format_func=lambda number: _named(say, by_number[number]),
        key="undo-which",
        width=720,
    )
    # its name for a screen reader is the label as it stands here, so nothing in it is escaped
    which = ", ".join(retelling.rows(say, by_number[chosen]))
    label = say("history.undo.sure", batch=chosen) + (f" ({which})" if which else "")
    sure = st.checkbox(label, key=f"undo-sure-{chosen}")
    if sure:
        foretold.effects(page, _undoing, int(chosen))
    is_barred = writing.unnamed(say, actor) or not sure
    is_asked = st.button(say("history.undo.button"), disabled=is_barred, key="undo", type="primary")
    if not (is_asked and actor):
        return
    made = writing.attempt(
        say,
        lambda: _take_back(page, int(chosen), actor),
        lambda made: writing.Notice(say("history.undo.done", batch=chosen, made=made)),
    )
    if made:
        st.rerun()


def _undoing(database: Path, day: date, batch: int) -> list[Effect]:
    return intake.would_undo(database, batch, as_of=day, effects=effects.effect)


def _take_back(page: Page, batch: int, actor: str) -> int:
    register = page.register
    return intake.undo(
        register.path, batch, as_of=register.as_of, actor=actor, effects=effects.effect
    )


def last(page: Page) -> None:
    """What was saved last, by whomever: whoever was cut off while saving sees whether it was."""
    say = page.words
    for row in records(history.last(store.reader(page.register.path))):
        what = f"{_named(say, row)} · {row['actor'] or say('history.nobody')}"
        st.html(element("p", say("history.last", what=what), class_="quiet"))


def _named(say: Words, row: Row) -> str:
    """A file by its name; what came in another way with its rows, where they are few."""
    what = [", ".join(row["file_names"])] if row["source"] == "import" else []
    if not any(what):
        source = say(f"history.source.{row['source']}", batch=row["undoes"] or "")
        what = [source, ", ".join(retelling.rows(say, row))]
    parts = [row["batch"], when(say, row["recorded_at"]), *what]
    return " · ".join(str(part) for part in parts if part)
