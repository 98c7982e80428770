"""Export: every figure and table as a file, and at an address that stays. For analysts."""

from bondgenoten.ui import frame
from bondgenoten.ui.parts import export

page = frame.open_page("export")

export.headline(page)
export.choice(page)
export.file(page)
export.preview(page)
export.address(page)
