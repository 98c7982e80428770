"""Which themes the large chart draws bold, and from which year; both live in the URL."""

import streamlit as st

from bondgenoten.periods import BEGAN, ORDERED
from bondgenoten.ui import filterbar, theme_view
from bondgenoten.ui.filters import Filters
from bondgenoten.ui.frame import Page

MOST_CHOSEN = 6  # more bold lines than this cannot be told apart


def choice(page: Page, bold: tuple[str, ...]) -> None:
    say, f, known = page.words, page.filters, page.register.themes
    key, since = "filter_thema", "filter_vanaf"
    st.session_state[key] = list(bold)
    first = f.since or f.first_year
    st.session_state[since] = first
    years = sorted(
        {BEGAN.year, ORDERED.year, f.first_year, first} & set(range(BEGAN.year, f.year + 1))
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="theme-choice"):
        st.multiselect(
            say("themes.choose"),
            list(known),
            format_func=lambda theme: known[theme][f"name_{say.language}"],
            max_selections=max(MOST_CHOSEN, len(bold)),
            key=key,
            on_change=_themes_changed,
            args=(f, key, theme_view.chosen((), known)),
        )
        st.segmented_control(
            say("themes.since"),
            years[::-1],
            format_func=lambda year: say(f"themes.since.{'all' if year == BEGAN.year else 'year'}",
                                         year=year),
            key=since,
            required=True,
            on_change=filterbar.changed,
            args=(f, since, "since"),
        )  # fmt: skip


def _themes_changed(filters: Filters, key: str, usual: tuple[str, ...]) -> None:
    asked = tuple(st.session_state[key])
    filterbar.write(filters.with_(themes=() if asked == usual else asked))
