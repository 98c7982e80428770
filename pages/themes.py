"""Thema's: what was discussed, and what has demonstrably changed. Not how often something happens."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import agenda, evidence, theme_changes, theme_teams, themes

page = frame.open_page("themes")

themes.headline(page)
themes.chosen(page)
themes.every(page)
theme_changes.changes(page)
theme_teams.teams(page)
agenda.agenda(page)
evidence.rows_behind(page, "themes")
