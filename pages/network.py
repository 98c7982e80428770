"""Netwerk: one network, its meetings in time, its years and its pauses."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import network, network_choice

page = frame.open_page("network")
chosen = page.register.networks().get(page.filters.network_id or "")

if chosen is None:
    network_choice.choice(page)
else:
    network.headline(page, chosen)
    network.life(page, chosen)
    network.years(page, chosen)
    network.pauses(page, chosen)
