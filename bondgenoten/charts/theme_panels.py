"""Every theme in its own small chart, all on one scale, in the order of the list of themes."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import GRID, Figure, axis, layout
from bondgenoten.charts.themes import band, lines, years
from bondgenoten.palette import CHART_BLUE

COLUMNS = 2  # also two on a telephone
PANEL, NAME = 74, 46  # pixels of a chart, and of the name above it
NAME_WIDTH = 22


def theme_panels(series: Mapping[str, Sequence[Row]], names: Mapping[str, str]) -> Figure:
    """Two columns of lines with their intervals; what is provisional is dashed."""
    rows = -(-len(series) // COLUMNS)
    height = rows * (PANEL + NAME) + 24
    top = max([0.3, *(row["share_high"] for points in series.values() for row in points
                      if not row["is_small"])])  # fmt: skip
    drawn: dict[str, Any] = layout(height) | {"hovermode": "closest", "annotations": []}
    drawn["margin"] = {"l": 36, "r": 10, "t": 0, "b": 24}
    data: list[dict[str, Any]] = []
    for place, (theme, points) in enumerate(series.items()):
        number = "" if place == 0 else str(place + 1)
        down, across = divmod(place, COLUMNS)
        x = [across * 0.53, across * 0.53 + 0.47]
        y = [1 - (down + 1) / rows, 1 - down / rows - NAME / (height - 24)]
        is_last = down == rows - 1
        drawn[f"xaxis{number}"] = years(points) | {"domain": x, "anchor": f"y{number}",
                                                   "showticklabels": is_last}  # fmt: skip
        drawn[f"yaxis{number}"] = _scale(top) | {"domain": y, "anchor": f"x{number}",
                                                   "showticklabels": across == 0}  # fmt: skip
        drawn["annotations"].append(_name(names[theme], x[0], y[1]))
        own = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        panel = [band(points, CHART_BLUE), *lines(points, names[theme], CHART_BLUE, None, 1.8)]
        data += [trace | own for trace in panel]
    return {"data": data, "layout": drawn}


def _scale(top: float) -> dict[str, Any]:
    half = 0.5 if top > 0.6 else 0.25
    return axis() | {"range": [0, top], "tickvals": [0, half], "tickformat": ",.0%",
                     "showgrid": True, "gridcolor": GRID, "tickfont": {"size": 11}}  # fmt: skip


def _name(text: str, x: float, y: float) -> dict[str, Any]:
    return {"text": "<br>".join(wrap(text, NAME_WIDTH)), "x": x, "y": y, "xref": "paper",
            "yref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left",
            "showarrow": False, "font": {"size": 13}}  # fmt: skip
