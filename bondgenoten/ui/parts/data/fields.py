"""A form for one row of the contract: a widget a column, its faults beneath it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from bondgenoten import store
from bondgenoten.contract import SYNONYMS, Column
from bondgenoten.periods import BEGAN
from bondgenoten.ui.filters import latest
from bondgenoten.ui.frame import Page
from bondgenoten.ui.parts.data.writing import fault

Texts = dict[str, str]
Faults = Mapping[str, list[str]]
NOTHING = ""  # the choice that leaves a column empty


def field(page: Page, column: Column, value: Any, key: str, faults: Faults) -> str:
    """One column as the reader leaves it, written as it would stand in a file."""
    label = page.words(f"column.{column.name}")
    if not column.required and column.default is None:
        label = page.words("enter.optional", column=label)
    typed = _WIDGETS[column.type](page, column, label, value, f"{key}-{column.name}")
    for text in faults.get(column.name, []):
        fault(text)
    return typed


def _text(_: Page, column: Column, label: str, value: Any, key: str) -> str:
    return st.text_input(label, value or "", key=key, max_chars=column.longest) or ""


def _date(page: Page, _: Column, label: str, value: Any, key: str) -> str:
    last = latest(page.register.as_of)
    day: date | None = st.date_input(
        label, value, BEGAN, max(last, value or last), key=key, format="DD-MM-YYYY"
    )
    return day.isoformat() if day else ""


def _count(_: Page, __: Column, label: str, value: Any, key: str) -> str:
    # No number field of the browser: that one makes 2 of 2.7, or 27, and says nothing.
    shown = "" if value is None else str(int(value))
    return st.text_input(label, shown, key=f"count-{key}") or ""


def _code(page: Page, column: Column, label: str, value: Any, key: str) -> str:
    codes = {code: page.words(f"code.{code}") for code in SYNONYMS[column.name]}
    if not column.required and column.default is None:
        codes = {NOTHING: page.words("enter.unknown")} | codes
    chosen = value or column.default or next(iter(codes))
    return _one_of(label, codes, chosen, key)


def _basisteam(page: Page, _: Column, label: str, value: Any, key: str) -> str:
    teams = {code: str(team["name"]) for code, team in page.register.teams.items()}
    return _one_of(label, teams, value or page.filters.basisteam, key)


def _municipality(page: Page, _: Column, label: str, value: Any, key: str) -> str:
    found = store.reader(page.register.path).rows(
        "select municipality from register.municipalities order by municipality"
    )
    return _one_of(label, {town: town for (town,) in found}, value, key)


def _themes(page: Page, _: Column, label: str, value: Any, key: str) -> str:
    names = {c: str(t[f"name_{page.words.language}"]) for c, t in page.register.themes.items()}
    chosen = st.multiselect(
        label,
        list(names),
        default=[code for code in (value if value is not None else []) if code in names],
        format_func=names.__getitem__,
        key=key,
        placeholder=page.words("enter.choose_themes"),
    )
    return "|".join(chosen)


def _one_of(label: str, named: Mapping[str, str], chosen: str | None, key: str) -> str:
    options = list(named)
    place = options.index(chosen) if chosen in options else None
    found = st.selectbox(label, options, index=place, format_func=named.__getitem__, key=key)
    return found or ""


_WIDGETS = {
    "key": _text, "text": _text, "date": _date, "count": _count, "code": _code,
    "basisteam": _basisteam, "municipality": _municipality, "themes": _themes,
}  # fmt: skip
