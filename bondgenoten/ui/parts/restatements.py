"""What moved since a quarter was closed: the frozen figure, the new one, and each cause of it."""

from operator import itemgetter

import streamlit as st

from bondgenoten.answers import Row, records
from bondgenoten.language import Words
from bondgenoten.paper import restated
from bondgenoten.reviews import Cause, Restatement
from bondgenoten.ui import sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.table import Column, page_of, table
from bondgenoten.ui.review import Review


def since(page: Page, review: Review) -> None:
    """Old, new, difference and cause of every figure in scope; the rows that caused it below."""
    if not review.is_closed:
        return
    say = page.words
    moved = sorted(
        (one for one in review.restatements() if _is_in_scope(review, one)), key=restated.rank
    )
    st.html(heading(sentences.plural(say, "restated.title", len(moved)), say("restated.subtitle")))
    if not moved:
        return
    if two := restated.two_series(say, *review.versions):
        st.html(element("p", two, class_="quiet"))
    shown = page_of(say, len(moved), f"page-restated-{review.quarter}-{review.key}")
    rows = [_row(say, review, one) for one in moved[shown]]
    st.html(
        table(
            say("restated.table"),
            _columns(say, *restated.old_and_new(say, *review.versions)),
            rows,
            is_stacked=True,
        )
    )
    _evidence(page, review)


def _is_in_scope(review: Review, one: Restatement) -> bool:
    """Figures of the scope's own row; for the whole region those of every row."""
    return review.scope.level == "region" or (
        one.figure.key in (review.key, review.scope.basisteam)
        or one.figure.key.startswith(f"{review.key}|")
    )


def _row(say: Words, review: Review, one: Restatement) -> Row:
    """In the words of the paper."""
    old, new, difference = restated.values(say, one)
    figure = restated.title(say, review, one)
    return {"figure": figure, "old": old, "new": new, "difference": difference, "one": one}


def _columns(say: Words, old: str, new: str) -> list[Column]:
    return [
        Column(say("restated.figure"), itemgetter("figure"), is_name=True),
        Column(old, itemgetter("old"), is_number=True),
        Column(new, itemgetter("new"), is_number=True),
        Column(say("restated.difference"), itemgetter("difference"), is_number=True),
        Column(say("restated.cause"), lambda row: _causes(say, row["one"]), is_long=True),
    ]


def _causes(say: Words, one: Restatement) -> Safe:
    said = [element("li", _cause(say, one, cause)) for cause in one.causes]
    return element("ul", said, class_="plain")


def _cause(say: Words, one: Restatement, cause: Cause) -> str:
    if cause.difference is None:
        did = restated.spoken(say, one.figure.figure, cause.new)
    else:
        did = restated.signed(say, cause.difference)
    return f"{restated.step_said(say, cause.step)}: {did}"


def _evidence(page: Page, review: Review) -> None:
    """The rows that were added, corrected or withdrawn since, with their batch."""
    say = page.words
    with st.expander(say("restated.rows")):
        rows = records(review.changes())
        shown = page_of(say, len(rows), f"page-changes-{review.quarter}")
        columns = [
            Column(say("restated.key"), lambda row: row["key"], is_name=True),
            Column(say("restated.kind"), lambda row: say(f"file.{row['kind']}")),
            Column(say("restated.change"), lambda row: say(f"change.{row['change']}")),
            Column(say("restated.at"), lambda row: f"{row['changed_at']:%Y-%m-%d %H:%M} UTC"),
            Column(say("restated.batch"), lambda row: row["batch"], is_number=True),
            Column(say("restated.files"), lambda row: ", ".join(row["files"] or ()), is_long=True),
        ]
        st.html(table(say("restated.rows"), columns, rows[shown], is_stacked=True))
