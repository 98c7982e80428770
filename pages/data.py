"""Gegevens: what a basisteam brings in, and what became of it. For its secretary."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts.data import deliver, enter, tabs

page = frame.open_page("data", has_filters=False, needs_networks=False)

tabs.headline(page)
tabs.tabs(page)
tabs.demo(page)
TABS = {
    "aanleveren": deliver.deliver,
    "invoeren": enter.enter,
}
TABS[page.filters.tab](page)
