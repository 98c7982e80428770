"""Onrust: when something happened, where was a network and when did it meet. For leadership."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import evidence, evidence_networks, unrest, unrest_event, unrest_matrix

page = frame.open_page("unrest")

unrest.headline(page)
unrest.choice(page)

if unrest.chosen(page):
    unrest_event.teams(page)
    unrest_event.networks(page)
    then = unrest.networks_then(page)
    evidence_networks.networks_behind(page, "unrest", then, "evidence.networks.event")
else:
    unrest_matrix.matrix(page)

unrest.peacetime(page)
evidence.rows_behind(page, "unrest", unrest.behind(page), beside=unrest.beside)
