"""The sender's own files back, every faulty cell marked, ready to be mended and delivered again."""

from collections.abc import Callable

import streamlit as st

from bondgenoten.intake.annotating import copy_name
from bondgenoten.ui.delivery import Delivery
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def copies(page: Page, delivery: Delivery) -> None:
    """A button for each file that was read and has something to look at; made on the click."""
    say, names = page.words, delivery.marked
    if not names:
        return
    with st.container(horizontal=True, gap="small", key="copies"):
        for place, name in enumerate(names):
            st.download_button(
                say("deliver.copy", name=name),
                data=_copy(delivery, place, say.language),
                file_name=copy_name(name, say.language),
                mime=WORKBOOK if _is_workbook(name) else "text/csv",
                key=f"copy-{place}",
                on_click="ignore",
                icon=":material/download:",
            )
    if any(map(_is_workbook, names)):
        st.html(element("p", say("deliver.copy.keeps"), class_="quiet"))


def _is_workbook(name: str) -> bool:
    return name.lower().endswith(".xlsx")


def _copy(delivery: Delivery, place: int, language: str) -> Callable[[], bytes]:
    return lambda: delivery.copies(language)[place][1]
