"""Invoeren: a pause that should not be there is taken away, after its effect and a second question."""

from datetime import date
from pathlib import Path

import streamlit as st

from bondgenoten import effects, intake
from bondgenoten.answers import Row
from bondgenoten.effects import Effect
from bondgenoten.ui.frame import Page
from bondgenoten.ui.parts.chart import heading
from bondgenoten.ui.parts.data import foretold, writing


def pause(page: Page, row: Row, actor: str | None) -> None:
    """What withdrawing does, whether it is meant, and only then the click."""
    say, day = page.words, page.words.date(row["paused_from"])
    key = f"{row['network_id']}-{row['paused_from']}"
    st.html(heading(say("withdraw.title"), say("withdraw.text")))
    foretold.effects(page, _withdrawing, row["network_id"], row["paused_from"])
    sure = st.checkbox(say("withdraw.sure", day=day), key=f"withdraw-sure-{key}")
    is_barred = writing.unnamed(say, actor) or not sure
    if not st.button(say("withdraw.button"), disabled=is_barred, key=f"withdraw-{key}"):
        return
    made = writing.attempt(
        say,
        lambda: _withdraw(page, row, actor or ""),
        lambda made: writing.Notice(
            say("withdraw.done", day=day, batch=made), page.link(page.address, tab="geschiedenis")
        ),
    )
    if made:
        st.rerun()


def _withdrawing(database: Path, day: date, network_id: str, paused_from: date) -> list[Effect]:
    return intake.would_withdraw(
        database, network_id, paused_from, as_of=day, effects=effects.effect
    )


def _withdraw(page: Page, row: Row, actor: str) -> int:
    register = page.register
    return intake.withdraw_pause(
        register.path,
        row["network_id"],
        row["paused_from"],
        as_of=register.as_of,
        actor=actor,
        effects=effects.effect,
    )
