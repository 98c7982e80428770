"""Meetings a month, quarter or year, above the active networks on the same periods."""

from collections.abc import Sequence
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import GRID, Figure, axis, layout, whole
from bondgenoten.palette import CHART_BLUE, CHART_GREY, CHART_ORANGE


def meetings(rows: Sequence[Row], names: tuple[str, str, str]) -> Figure:
    """Regular and urgent meetings stacked; beneath, on the same periods, the active networks."""
    labels = [row["label"] for row in rows]
    faint = [0.45 if row["is_running"] else 1 for row in rows]
    regular = [row["meetings_held"] - row["of_which_urgent"] for row in rows]
    urgent = [row["of_which_urgent"] for row in rows]
    networks = [row["active_networks"] for row in rows]
    data = [
        _bars(labels, regular, names[0], {"color": CHART_BLUE, "opacity": faint}),
        _bars(labels, urgent, names[1], _hatched(CHART_ORANGE) | {"opacity": faint}),
        line(labels, networks, names[2], CHART_GREY)
        | {"yaxis": "y2", "line": {"color": CHART_GREY, "width": 2.4, "shape": "hvh"}},
    ]
    drawn = layout(460) | {
        "barmode": "stack",
        "bargap": 0.18,
        "xaxis": periods(rows) | {"anchor": "y2"},
        "yaxis": upward([0.4, 1]) | whole(row["meetings_held"] for row in rows),
        "yaxis2": upward([0, 0.25]) | whole(networks, ticks=3),
        "legend": _legend(1.02),
        "annotations": [_over(names[2], 0.26)],
        "showlegend": True,
        "margin": {"l": 34, "r": 8, "t": 36, "b": 32},
    }
    data[2]["showlegend"] = False
    return {"data": data, "layout": drawn}


def periods(rows: Sequence[Row]) -> dict[str, Any]:
    """Periods side by side, also empty ones; only those with a `tick` are named under the axis."""
    named = [row for row in rows if row["tick"]]
    return axis() | {
        "type": "category",
        "categoryarray": [row["label"] for row in rows],
        "tickvals": [row["label"] for row in named],
        "ticktext": [row["tick"] for row in named],
        "tickangle": 0,
    }


def line(labels: list[str], values: list[Any], name: str, ink: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": labels,
        "y": values,
        "name": name,
        "line": {"color": ink, "width": 2},
        "hovertemplate": "%{y}",
    }


def _bars(
    labels: list[str], values: list[int], name: str, marker: dict[str, Any]
) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": labels,
        "y": values,
        "name": name,
        "marker": marker,
        "hovertemplate": "%{y}",
    }


def _hatched(ink: str) -> dict[str, Any]:
    """Lines across, so that grey print tells it from a plain bar."""
    return {"color": ink, "pattern": {"shape": "/", "size": 5, "solidity": 0.45}}


def upward(domain: list[float]) -> dict[str, Any]:
    return axis() | {
        "domain": domain,
        "rangemode": "tozero",
        "showgrid": True,
        "gridcolor": GRID,
        "nticks": 6,
        "automargin": True,
        "tickformat": ",~r",
    }


def _legend(height: float) -> dict[str, Any]:
    return {
        "orientation": "h",
        "x": 0,
        "y": height,
        "yanchor": "bottom",
        "traceorder": "normal",
        "itemclick": False,
        "itemdoubleclick": False,
    }


def _over(text: str, height: float) -> dict[str, Any]:
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": height,
        "yref": "paper",
        "yanchor": "bottom",
        "text": text,
        "showarrow": False,
    }
