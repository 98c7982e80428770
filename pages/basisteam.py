"""Basisteam: everything of one team on one page, for the conversation with its chief."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import basisteam, basisteam_choice, evidence, norm, team_data, team_rhythm

page = frame.open_page("basisteam")

if page.filters.basisteam is None:
    basisteam_choice.choice(page)
else:
    basisteam.headline(page)
    norm.networks(page)
    team_rhythm.rhythm(page)
    basisteam.themes(page)
    basisteam.composition(page)
    team_data.reporting(page)
    team_data.questions(page)
    evidence.rows_behind(page, "basisteam")
