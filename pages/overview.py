"""Overzicht: is the norm met, what is still to do, and where. For leadership, in ten seconds."""

import streamlit as st

from bondgenoten.ui import frame
from bondgenoten.ui.parts import answer, development, evidence_networks, tiles

page = frame.open_page("overview")

answer.headline(page)
answer.figures(page)

where, what_to_do = st.columns([7, 4], gap="large")
with where:
    tiles.tile_map(page)
with what_to_do:
    answer.to_do(page)

development.development(page)
evidence_networks.networks_behind(page, "overview", beside=evidence_networks.standing)
