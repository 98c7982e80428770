"""Kwartaal: the review meeting from top to bottom: what was open, the answer, what moved, what next."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import decisions, quarter, restatements

page = frame.open_page("quarter")
review = quarter.choose(page)

quarter.headline(page, review)
quarter.on_paper(page, review)
decisions.still_open(page, review)
quarter.figures(page, review)
quarter.themes(page, review)
restatements.since(page, review)
decisions.of_quarter(page, review)
decisions.close(page, review)
