"""Kwartaal: the review meeting from top to bottom: what was open, the answer, what moved, what next."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import (
    decisions,
    quarter,
    quarter_presence,
    quarter_themes,
    restatements,
)

page = frame.open_page("quarter")
review = quarter.choose(page)

with quarter.screen("open"):
    decisions.still_open(page, review)
with quarter.screen("answer"):
    quarter.headline(page, review)
    quarter.to_keep(page, review)
with quarter.screen("norm"):
    quarter.norm(page, review)
with quarter.screen("frequency"):
    quarter.frequency(page, review)
with quarter.screen("themes"):
    quarter_themes.themes(page, review)
with quarter.screen("rollout"):
    quarter_presence.rollout(page, review)
with quarter.screen("unrest"):
    quarter_presence.unrest(page, review)
with quarter.screen("restated"):
    restatements.since(page, review)
with quarter.screen("decisions"):
    decisions.of_quarter(page, review)
with quarter.screen("close"):
    decisions.close(page, review)
