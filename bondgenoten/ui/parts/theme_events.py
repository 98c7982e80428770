"""The numbered marks of the large chart as an ordered list, for who cannot see or point at them."""

import streamlit as st

from bondgenoten.answers import Row
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element, join
from bondgenoten.ui.parts.chart import heading


def listed_events(page: Page, events: list[Row]) -> None:
    """The numbered marks of the chart as a list that can be read without it."""
    say, name = page.words, f"name_{page.words.language}"
    if not events:
        st.html(element("p", say("themes.events.none"), class_="quiet"))
        return
    items = [
        element("li", say.long_date(event["date"]), ": ", event[name],
                f" ({event['place']}, {page.register.themes[event['theme']][name].lower()})")
        for event in events
    ]  # fmt: skip
    listed = element("ol", items, aria_label=say("themes.events.title"))
    head = heading(say("themes.events.title"), say("themes.events.subtitle"), "h3")
    st.html(join(head, element("div", listed, class_="prose events")))
