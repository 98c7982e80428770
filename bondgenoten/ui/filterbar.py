"""The row of choices under the page's notices. Each change is written to the URL, nowhere else."""

from datetime import date
from typing import Any

import streamlit as st

from bondgenoten.language import Words
from bondgenoten.periods import BEGAN
from bondgenoten.ui.data import Register
from bondgenoten.ui.filters import Filters, latest

ALL = ""
MOST_OPTIONS = 400  # more networks than this are not sent to the browser as one list


def show(words: Words, filters: Filters, register: Register, *, with_network: bool) -> None:
    """The filters as widgets that show what the URL says."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        _as_of(words, filters)
        _year(words, filters)
        _district(words, filters, register)
        team(words, filters, register)
        if with_network:
            network(words, filters, register)


def write(filters: Filters) -> None:
    """Puts the choices in the URL; what is at its default leaves it."""
    said = filters.parameters
    for name in (
        "peildatum",
        "jaar",
        "district",
        "team",
        "netwerk",
        "volgorde",
        "periode",
        "gebeurtenis",
        "thema",
        "onderwerp",
        "vanaf",
        "kwartaal",
        "cijfer",
        "vorm",
        "tab",
        "taal",
    ):
        if name in said:
            st.query_params[name] = said[name]
        elif name in st.query_params:
            del st.query_params[name]


def changed(filters: Filters, key: str, choice: str) -> None:
    """Callback of a widget: its new value becomes a choice in the URL."""
    value: Any = st.session_state[key]
    if value == ALL:
        value = None
    if choice == "as_of" and not isinstance(value, date):
        value = filters.default_as_of
    write(filters.with_(**{choice: value}))


def _widget(filters: Filters, name: str, choice: str, value: Any) -> dict[str, Any]:
    key = f"filter_{name}"
    st.session_state[key] = value
    return {"key": key, "on_change": changed, "args": (filters, key, choice)}


def _as_of(words: Words, filters: Filters) -> None:
    st.date_input(
        words("filter.as_of"),
        min_value=BEGAN,
        max_value=latest(filters.default_as_of),
        format="DD-MM-YYYY",
        width=150,
        **_widget(filters, "peildatum", "as_of", filters.as_of),
    )


def _year(words: Words, filters: Filters) -> None:
    st.selectbox(
        words("filter.year"),
        list(range(filters.as_of.year, BEGAN.year - 1, -1)),
        width=110,
        **_widget(filters, "jaar", "year", filters.year),
    )


def _district(words: Words, filters: Filters, register: Register) -> None:
    st.selectbox(
        words("filter.district"),
        [ALL, *register.districts],
        format_func=lambda name: name or words("filter.all_districts"),
        width=210,
        **_widget(filters, "district", "district", filters.district or ALL),
    )


def team(words: Words, filters: Filters, register: Register) -> None:
    within = [
        code
        for code, team in register.teams.items()
        if not filters.district or team["district"] == filters.district
    ]
    chosen = [filters.basisteam] if filters.basisteam and filters.basisteam not in within else []
    st.selectbox(
        words("filter.basisteam"),
        [ALL, *chosen, *within],
        format_func=lambda code: (
            register.teams[code]["name"] if code else words("filter.all_teams")
        ),
        width=270,
        **_widget(filters, "team", "basisteam", filters.basisteam or ALL),
    )


def network(words: Words, filters: Filters, register: Register) -> None:
    networks = register.networks()
    within = networks_within(filters, register)
    is_too_many = len(within) > MOST_OPTIONS
    st.selectbox(
        words("filter.network"),
        [ALL] if is_too_many else [ALL, *within],
        format_func=lambda key: (
            f"{networks[key]['name']} ({key})" if key else words("filter.choose_network")
        ),
        disabled=is_too_many,
        width=330,
        **_widget(filters, "netwerk", "network_id", filters.network_id or ALL),
    )


def networks_within(filters: Filters, register: Register) -> list[str]:
    """The ids of the networks in scope, in the organisation's order."""
    teams = {
        code
        for code, team in register.teams.items()
        if filters.basisteam in (None, code) and filters.district in (None, team["district"])
    }
    return [key for key, network in register.networks().items() if network["basisteam"] in teams]
