"""Frames become plotly figures, as plain dictionaries. No words are chosen and nothing is counted.

A figure cannot follow the reader's theme by itself: every ink here holds 3:1 on both grounds.
"""

from bondgenoten.charts.composition import attendance, members
from bondgenoten.charts.development import development
from bondgenoten.charts.drawn import Drawn
from bondgenoten.charts.frequency import meetings
from bondgenoten.charts.funnel import funnel
from bondgenoten.charts.ground import Figure, config
from bondgenoten.charts.life import life
from bondgenoten.charts.limits import per_network_year
from bondgenoten.charts.rollout import networks, rollout
from bondgenoten.charts.strips import strips
from bondgenoten.charts.theme_panels import theme_panels
from bondgenoten.charts.themes import themes

__all__ = [
    "Drawn",
    "Figure",
    "attendance",
    "config",
    "development",
    "funnel",
    "life",
    "meetings",
    "members",
    "networks",
    "per_network_year",
    "rollout",
    "strips",
    "theme_panels",
    "themes",
]
