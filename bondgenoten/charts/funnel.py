"""Basisteams in the organisation's order, each between the limits that chance alone gives it."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import GRID, MARK_LINE, Figure, axis, layout
from bondgenoten.palette import CHART_BLUE, CHART_GREY, CHART_ORANGE

ROW = 30  # pixels a team
NAME_WIDTH = 17  # characters of a name on one line
WIDE, NARROW = "rgba(123, 135, 148, 0.22)", "rgba(123, 135, 148, 0.42)"


def funnel(rows: Sequence[Row], common: float, ticks: tuple[str, str, str], nobody: str) -> Figure:
    """Rows from the top down: bands of 99.8% and 95%, a dot within them, a diamond outside."""
    places = list(range(len(rows)))
    data = [
        _band(places, rows, "low_998", "high_998", WIDE, 0.62),
        _band(places, rows, "low_95", "high_95", NARROW, 0.34),
        _dots(rows, lambda row: row["verdict"] == "within", "circle", CHART_BLUE, 10),
        _dots(rows, lambda row: row["verdict"] == "near", "diamond-open", CHART_ORANGE, 12),
        _dots(rows, lambda row: row["verdict"] == "outside", "diamond", CHART_ORANGE, 13),
    ]
    drawn = layout(70 + ROW * len(rows)) | {
        "hovermode": "closest",
        "barmode": "overlay",
        "xaxis": axis()
        | {
            "range": [-0.03, 1.03],
            "tickvals": [0, 0.5, 1],
            "ticktext": list(ticks),
            "showgrid": True,
            "gridcolor": GRID,
            "side": "top",
        },
        "yaxis": axis()
        | {
            "range": [len(rows) - 0.4, -0.6],
            "tickvals": places,
            "ticktext": ["<br>".join(wrap(row["name"], NAME_WIDTH)) for row in rows],
            "automargin": True,
            "tickfont": {"size": 12},
        },
        "shapes": [
            {"type": "line", "x0": common, "x1": common, "y0": 0, "y1": 1, "yref": "paper"}
            | {"line": MARK_LINE | {"width": 1.5}}
        ],
        "annotations": [
            _word(place, nobody) for place, row in enumerate(rows) if not row["assessable"]
        ],
        "margin": {"l": 10, "r": 12, "t": 34, "b": 12},
    }
    return {"data": data, "layout": drawn}


def _word(place: int, text: str) -> dict[str, Any]:
    return {"x": 0, "y": place, "xanchor": "left", "text": text, "showarrow": False}


def _band(
    places: list[int], rows: Sequence[Row], low: str, high: str, ink: str, width: float
) -> dict[str, Any]:
    found = [(place, row) for place, row in zip(places, rows, strict=True) if row["assessable"]]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _ in found],
        "base": [row[low] for _, row in found],
        "x": [row[high] - row[low] for _, row in found],
        "width": width,
        "marker": {"color": ink, "line": {"width": 0}},
        "hoverinfo": "skip",
    }


def _dots(rows: Sequence[Row], chosen: Any, symbol: str, ink: str, size: int) -> dict[str, Any]:
    found = [(place, row) for place, row in enumerate(rows) if chosen(row)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row["share"] for _, row in found],
        "y": [place for place, _ in found],
        "text": [row["said"] for _, row in found],
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": ink,
            "line": {"color": CHART_GREY if symbol == "circle" else ink, "width": 1.5},
        },
        "hovertemplate": "%{text}<extra></extra>",
    }
