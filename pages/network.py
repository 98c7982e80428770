"""Netwerk: one network, its meetings in time, its years, and what it spoke of."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import evidence, network, network_choice, network_detail

page = frame.open_page("network")
chosen = page.register.networks().get(page.filters.network_id or "")

if chosen is None:
    network_choice.choice(page)
else:
    network.headline(page, chosen)
    network.life(page, chosen)
    network.years(page, chosen)
    network_detail.themes(page, chosen)
    network_detail.attendance(page, chosen)
    network_detail.events(page, chosen)
    network.pauses(page, chosen)
    evidence.rows_behind(page, "network", evidence.of_year(page, chosen["network_id"]))
