"""A figure on its way to the screen."""

from zlib import crc32

from plotly.basedatatypes import BaseFigure

from bondgenoten.charts.ground import Figure


class Drawn(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A figure given to Streamlit as it is. Otherwise plotly would check each of its values and copy
    it twice, which takes longer than making it did; a test checks the figures of every page instead.

    Streamlit gives a new figure to the browser twice; by its checksum it is drawn once.
    """

    def __init__(self, figure: Figure) -> None:
        revision = crc32(repr(figure).encode())
        self._figure = figure | {"layout": figure["layout"] | {"datarevision": revision}}

    def to_dict(self) -> Figure:
        return self._figure
