"""What a change would do to what the register says, before the click that makes it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from bondgenoten.effects import Effect
from bondgenoten.ui.frame import Page
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import effects as shown
from bondgenoten.ui.parts.data import writing

Change = Callable[..., list[Effect]]  # of a register on a day, and what the change is about


def effects(page: Page, change: Change, *about: Any) -> None:
    """A list, a line an effect; or why the change cannot be made."""
    say, register = page.words, page.register
    found = writing.attempt(
        say,
        lambda: _tried(
            change, change.__name__, register.path, register.version, register.as_of, about
        ),
    )
    if found is not None:
        st.html(heading(say("effect.foretold"), say("effect.foretold.text"), "h3"))
        st.html(shown.effects(say, found))


@st.cache_data(max_entries=32, show_spinner=False)
def _tried(
    _change: Change, name: str, path: Path, version: str, as_of: date, about: tuple[Any, ...]
) -> list[Effect]:
    """Asked once of a version: it is a whole register that is tried out."""
    return _change(path, as_of, *about)
