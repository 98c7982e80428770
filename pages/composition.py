"""Samenstelling: who sits in the networks, in counts, and who comes. For who starts and mends them."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import attendance, composition, evidence, evidence_networks

page = frame.open_page("composition")

composition.headline(page)
composition.checks(page)
composition.members(page)
composition.failing(page)
composition.parts(page)
evidence_networks.networks_behind(page, "composition", beside=composition.beside)
attendance.attendance(page)
evidence.rows_behind(page, "composition", beside=attendance.beside)
