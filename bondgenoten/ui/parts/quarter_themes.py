"""What was discussed in a quarter: each theme beside a year ago, and what it has become since."""

from functools import partial

import streamlit as st

from bondgenoten import proportion
from bondgenoten.periods import Quarter
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.quarter import beside_frozen
from bondgenoten.ui.parts.table import Column, table
from bondgenoten.ui.review import Review

Themes = dict[tuple[str, str], str | None]  # by theme and figure


def themes(page: Page, review: Review) -> None:
    """What was discussed this quarter and a year ago; a change in words only where demonstrable."""
    say = page.words
    now, _, then = review.beside
    names = {code: theme[f"name_{say.language}"] for code, theme in page.register.themes.items()}
    held = {quarter: review.of_theme(quarter) for quarter in (now, then)}
    moved = {quarter: review.moved_of_theme(quarter) for quarter in (now, then)}

    def of(name: str, quarter: Quarter) -> Column:
        said = partial(_of, page, held[quarter], moved[quarter])
        return Column(say(name), lambda row: said(row["theme"]), is_number=True)

    columns = [
        Column(say("column.theme"), lambda row: names[row["theme"]], is_name=True),
        of("quarter.this", now),
        of("quarter.year_ago", then),
        Column(
            say("column.change"),
            lambda row: say.code(held[now].get((row["theme"], "change")) or "NONE"),
        ),
    ]
    st.html(heading(say("quarter.themes"), say("quarter.themes.subtitle")))
    st.html(
        table(
            say("quarter.themes"),
            columns,
            [{"theme": code} for code in names if (code, "change") in held[now]],
            is_stacked=True,
        )
    )


def _of(page: Page, held: Themes, moved: Themes, theme: str) -> Safe | str:
    say, names = page.words, ("meetings_with_theme", "meetings_with_any_theme")
    old = [held.get((theme, name)) for name in names]
    new = [moved.get((theme, name), value) for name, value in zip(names, old, strict=True)]
    said, now = (
        proportion.spoken(say, int(x or 0), int(n or 0), page.percentage_base)
        for x, n in (old, new)
    )
    return said if old == new else beside_frozen(say, said, now)
