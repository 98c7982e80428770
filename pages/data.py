"""Gegevens: what a basisteam brings in, and what became of it. For its secretary."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts.data import (
    asking,
    batches,
    deliver,
    enter,
    quality,
    row_history,
    tabs,
    waiting,
    writing,
)

page = frame.open_page("data", has_filters=False, needs_networks=False)

tabs.headline(page)
tabs.tabs(page)
writing.said_done(page.words)
tabs.demo(page)

if page.filters.tab == "invoeren":
    enter.enter(page)
elif page.filters.tab == "te-bevestigen":
    waiting.waiting(page)
elif page.filters.tab == "geschiedenis":
    batches.batches(page)
    row_history.versions(page)
elif page.filters.tab == "kwaliteit":
    quality.quality(page)
    asking.questions(page)
else:
    deliver.deliver(page)
