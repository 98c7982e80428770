"""Norm: which networks meet five times a year, and whom to ring. For a district chief."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import evidence, norm

page = frame.open_page("norm")

norm.headline(page)
norm.compliance(page)
norm.networks(page)
evidence.rows_behind(page, "norm")
