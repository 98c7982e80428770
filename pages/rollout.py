"""Uitrol: how many basisteams have a network, who was never reached, what is maintained."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import evidence_networks, reach, rollout

page = frame.open_page("rollout")

rollout.headline(page)
rollout.reached(page)
rollout.networks(page)
reach.missed(page)
reach.maintained(page)
evidence_networks.networks_behind(page, "rollout", beside=evidence_networks.over_time)
