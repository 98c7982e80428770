"""How far a save is, while it runs: a click of the visitor may not end it half-way."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime.scriptrunner import add_script_run_ctx

from bondgenoten.language import Words
from bondgenoten.ui.delivery import Progress

_SECONDS = 0.2  # between two looks at how far it is
# The files are read and checked once more before anything is written: which part of the bar is whose.
_PARTS = {"read": (0.0, 0.6), "check": (0.6, 0.7), "save": (0.7, 1.0)}


@contextmanager
def shown(say: Words) -> Iterator[Progress]:
    """A bar for as long as something is being saved; whoever saves tells it how far.

    Streamlit ends a run at any call of it from its own thread, once the visitor clicks. So another
    thread moves the bar, and the one that saves calls nothing of it.
    """
    place = st.empty()
    bar = place.progress(0.0, text=say("progress.save"))
    now, ended = [0.0], threading.Event()

    def tell(phase: str, fraction: float) -> None:
        start, end = _PARTS[phase]
        now[0] = max(now[0], start + (end - start) * min(fraction, 1.0))

    def show() -> None:
        while not ended.wait(_SECONDS):
            bar.progress(now[0], text=say("progress.save"))

    thread = threading.Thread(target=show, name="pace", daemon=True)
    add_script_run_ctx(thread)
    thread.start()
    try:
        yield tell
    finally:
        ended.set()
        thread.join()
    place.empty()
