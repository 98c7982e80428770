"""A form for one row of the contract: a widget a column, its faults beneath it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from bondgenoten import store
from bondgenoten.contract import SYNONYMS, Column
from bondgenoten.intake import declaring
from bondgenoten.periods import BEGAN
from bondgenoten.ui.filters import latest
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import element
from bondgenoten.ui.parts import naming
from bondgenoten.ui.parts.data.writing import fault

Texts = dict[str, str]
MOST_ON_A_LINE = 120  # characters that a text may have to be typed in a field of one line
NOTHING = ""  # the choice that leaves a column empty


@dataclass(frozen=True)
class Faults:
    """What is wrong with a row that was typed, by column; and the columns in which a number may turn
    out to be no BSN."""

    messages: Mapping[str, list[str]] = field(default_factory=dict)
    declarable: frozenset[str] = frozenset()


def shown(page: Page, column: Column, value: Any, key: str, faults: Faults) -> str:
    """One column as the reader leaves it, written as it would stand in a file."""
    label = page.words(f"column.{column.name}")
    if not column.required and column.default is None:
        label = page.words("enter.optional", column=label)
    typed = _WIDGETS[column.type](page, column, label, value, field_of(key, column.name))
    for text in faults.messages.get(column.name, []):
        fault(text)
    naming.question(page.words, field_of(key, column.name))
    if column.name in faults.declarable:
        st.html(element("p", page.words("deliver.bsn.text"), class_="quiet"))
        reason = page.words("deliver.bsn.reason")
        st.text_input(reason, key=_reason(key, column.name), max_chars=declaring.LONGEST_REASON)
    return typed


def field_of(key: str, column: str) -> str:
    """The key of the field of one column in a form."""
    return f"{key}-{column}"


def sure(key: str, texts: Texts) -> set[str]:
    """The columns of which was answered that their text names nobody."""
    return {name for name, text in texts.items() if naming.is_sure(field_of(key, name), text)}


def declared(key: str, faults: Faults) -> Texts:
    """The reasons why what looks like a BSN is none, by column."""
    given = {name: st.session_state.get(_reason(key, name), "") for name in faults.declarable}
    return {name: reason.strip() for name, reason in given.items() if reason.strip()}


def _reason(key: str, column: str) -> str:
    return f"{field_of(key, column)}-reason"


def _text(_: Page, column: Column, label: str, value: Any, key: str) -> str:
    if column.longest and column.longest > MOST_ON_A_LINE:
        # As tall as what stands in it, so that a telephone shows all of it; its lines are one text.
        typed = st.text_area(label, value or "", "content", key=key, max_chars=column.longest)
        return " ".join((typed or "").split())
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
