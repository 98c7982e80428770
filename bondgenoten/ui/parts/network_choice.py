"""The way to one network: a list of those in scope, or first a basisteam where they are too many."""

import streamlit as st

from bondgenoten.answers import Row
from bondgenoten.ui import filterbar, sentences
from bondgenoten.ui.frame import Page
from bondgenoten.ui.markup import Safe, element, join, link
from bondgenoten.ui.parts.answer import title
from bondgenoten.ui.parts.table import Column, page_of, table


def choice(page: Page) -> None:
    """Asks for a network: those in scope as a list, or first a basisteam where they are too many."""
    say, networks = page.words, page.register.networks()
    within = [networks[key] for key in filterbar.networks_within(page.filters, page.register)]
    is_too_many = len(within) > filterbar.MOST_OPTIONS
    hint = (
        sentences.plural(say, "network.choose_team", len(within))
        if is_too_many
        else sentences.plural(say, "network.choose", len(within))
    )
    title(page, say("page.network.title"), say("network.which"), hint)
    columns = (
        Column(say("filter.network"), lambda row: _link(page, row), is_name=True),
        Column(say("filter.basisteam"), lambda row: page.register.teams[row["basisteam"]]["name"]),
        Column(say("column.started_on"), lambda row: say.date(row["started_on"]), is_number=True),
        Column(
            say("column.ended_on"), lambda row: sentences.day(say, row["ended_on"]), is_number=True
        ),
    )
    shown = page_of(say, len(within), f"page-networks-{page.filters.scope}")
    if within:
        st.html(table(say("network.which"), columns, within[shown]))


def _link(page: Page, network: Row) -> Safe:
    address = page.link("netwerk", basisteam=network["basisteam"], network_id=network["network_id"])
    return join(link(address, network["name"]), element("small", network["network_id"]))
