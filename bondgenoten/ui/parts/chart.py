"""The one part every chart comes through: words above it, a table and its counting beneath it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from bondgenoten import charts
from bondgenoten.language import Words
from bondgenoten.ui.markup import Safe, element


@dataclass(frozen=True)
class Chart:
    """A figure with all it needs to be read. `alt` says what the figure shows, from its data."""

    key: str
    title: str
    subtitle: str
    alt: str
    figure: dict[str, Any]
    table: Safe
    counted: str
    csv: Callable[[], bytes]

    def __post_init__(self) -> None:
        for name in ("title", "subtitle", "alt", "table", "counted"):
            if not str(getattr(self, name)).strip():
                raise ValueError(f"a chart needs its {name}")


def show(words: Words, chart: Chart) -> None:
    """Title, denominator, picture, table, download, how it is counted: always all of them."""
    with st.container(key=f"chart-{chart.key}"):
        st.html(heading(chart.title, chart.subtitle))
        st.plotly_chart(
            charts.Drawn(chart.figure), key=chart.key, alt=chart.alt,
            config=charts.config(words), theme=None,
        )  # fmt: skip
        with st.expander(words("chart.table")):
            st.html(chart.table)
        below(words, chart.key, chart.counted, chart.csv)


def heading(title: str, subtitle: str, level: str = "h2") -> Safe:
    below_it = element("p", subtitle, class_="quiet") if subtitle else None
    return element("header", element(level, title), below_it, class_="heading")


def below(
    words: Words, key: str, counted: str, csv: Callable[[], bytes], name: str | None = None
) -> None:
    """The row under a chart or table: the same figures as a file, and how they are counted."""
    with st.container(horizontal=True, gap="small", key=f"below-{key}"):
        st.download_button(
            words("chart.csv"),
            data=csv,
            file_name=name or f"{key}.csv",
            mime="text/csv",
            key=f"csv-{key}",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
        with st.popover(words("chart.counted"), type="tertiary"):
            st.html(element("p", counted))
