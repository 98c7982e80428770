"""What was discussed in a quarter: each theme beside a year ago, and what it has become since."""

import streamlit as st

from bondgenoten import proportion
from bondgenoten.language import Words
from bondgenoten.periods import Quarter
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.quarter import beside_frozen
from bondgenoten.ui.parts.table import Column, table
from bondgenoten.ui.review import Review


def themes(page: Page, review: Review) -> None:
    """What was discussed this quarter and a year ago; a change in words only where demonstrable."""
    say = page.words
    now, _, then = review.beside
    names = {code: theme[f"name_{say.language}"] for code, theme in page.register.themes.items()}
    columns = [
        Column(say("column.theme"), lambda row: names[row["theme"]], is_name=True),
        Column(
            say("quarter.this"), lambda row: _of(page, review, now, row["theme"]), is_number=True
        ),
        Column(
            say("quarter.year_ago"),
            lambda row: _of(page, review, then, row["theme"]),
            is_number=True,
        ),
        Column(say("column.change"), lambda row: _change(say, review, row["theme"])),
    ]
    held = review.of_theme(now)
    st.html(heading(say("quarter.themes"), say("quarter.themes.subtitle")))
    st.html(
        table(
            say("quarter.themes"),
            columns,
            [{"theme": code} for code in names if (code, "change") in held],
        )
    )


def _of(page: Page, review: Review, quarter: Quarter, theme: str) -> Safe | str:
    say, names = page.words, ("meetings_with_theme", "meetings_with_any_theme")
    held, moved = review.of_theme(quarter), review.moved_of_theme(quarter)
    old = [held.get((theme, name)) for name in names]
    new = [moved.get((theme, name), value) for name, value in zip(names, old, strict=True)]
    said, now = (
        proportion.spoken(say, int(x or 0), int(n or 0), page.percentage_base)
        for x, n in (old, new)
    )
    return said if old == new else beside_frozen(say, said, now)


def _change(say: Words, review: Review, theme: str) -> str:
    return say.code(review.of_theme(review.quarter).get((theme, "change")) or "NONE")
