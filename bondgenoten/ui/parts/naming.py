"""The question beneath a text typed by hand that seems to name someone; nothing is saved before it is
answered. Every form with a free text asks it here."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from bondgenoten import intake
from bondgenoten.language import Words
from bondgenoten.ui.markup import element

_ASKED = "asked-names"  # in the session: the texts asked about, by field, and the how manieth time


def ask(texts: Mapping[str, str]) -> None:
    """Asks about these texts, by the key of their field, in the next run of the form."""
    _, times = st.session_state.get(_ASKED, ({}, 0))
    st.session_state[_ASKED] = (dict(texts), times + 1)


def question(say: Words, field: str) -> None:
    """Beneath a field: why its text was not saved, and the answer that lets it through."""
    asked, _ = st.session_state.get(_ASKED, ({}, 0))
    if field in asked:
        st.html(element("p", say("problem.name_like"), class_="fault", role="alert"))
        st.checkbox(say("enter.nobody"), key=_box(field))


def ask_first(register: Path, field: str, text: str) -> None:
    """Ends this run with the question, where the text needs it and it was not answered."""
    if not is_sure(field, text) and intake.named(register, {field: text}):
        ask({field: text})
        st.rerun()


def is_sure(field: str, text: str) -> bool:
    """Whether it was answered of this very text; another one is asked about anew."""
    asked, _ = st.session_state.get(_ASKED, ({}, 0))
    return asked.get(field) == text and bool(st.session_state.get(_box(field)))


def _box(field: str) -> str:
    return f"{field}-nobody-{st.session_state[_ASKED][1]}"
