"""Basisteam: everything of one team on one page, for the conversation with its chief."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import (
    basisteam,
    basisteam_choice,
    evidence,
    evidence_networks,
    norm,
    team_data,
    team_rhythm,
)
from bondgenoten.ui.parts.table import OF_A_TEAM

page = frame.open_page("basisteam")

if page.filters.basisteam is None:
    basisteam_choice.choice(page)
else:
    basisteam.headline(page)
    norm.networks(page, whole=OF_A_TEAM)
    team_rhythm.rhythm(page)
    basisteam.themes(page)
    evidence.rows_behind(page, "twelve", evidence.of_twelve_months(page), "evidence.months")
    basisteam.composition(page)
    team_data.reporting(page)
    team_data.questions(page)
    evidence_networks.networks_behind(page, "basisteam", beside=evidence_networks.over_time)
    evidence.rows_behind(page, "basisteam")
