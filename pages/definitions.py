"""Verantwoording: how each figure is counted, from what, and what it cannot say."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import definitions

page = frame.open_page("definitions", has_filters=False, needs_networks=False)

definitions.headline(page)
definitions.limits(page)
definitions.statuses(page)
definitions.metrics(page)
definitions.norm_table(page)
definitions.sources(page)
definitions.privacy(page)
