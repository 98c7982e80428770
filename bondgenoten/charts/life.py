"""The life of one network as a strip of meetings, with its pauses as bands."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import (
    Figure,
    axis,
    dated_line,
    dated_word,
    iso,
    layout,
    roomier_side,
)
from bondgenoten.language import Words
from bondgenoten.palette import CHART_BLUE, CHART_ORANGE


def life(
    meetings: Sequence[Row],
    pauses: Sequence[Row],
    words: Words,
    span: tuple[date, date],
    as_of: date,
) -> Figure:
    """A strip of one network's life: a mark a meeting, a band a pause, from its start to the end."""
    # A long life has too many meetings for large marks to stay apart.
    size = 11 if span[1] - span[0] < timedelta(days=6 * 365) else 7
    data = [
        _strip(meetings, status, words(f"code.{status}"), size)
        for status in ("held", "planned", "cancelled")
    ]
    bands = [_band(pause, span[1]) for pause in pauses]
    drawn = layout(170) | {
        "xaxis": axis() | {"range": [iso(span[0] - timedelta(45)), iso(span[1] + timedelta(75))]},
        "yaxis": {"visible": False, "range": [-1, 1], "fixedrange": True},
        "shapes": [*bands, dated_line(as_of)],
        "annotations": [dated_word(as_of, words("filter.as_of"), roomier_side(as_of, span))],
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": -0.35,
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "margin": {"l": 8, "r": 8, "t": 28, "b": 56},
    }
    return {"data": data, "layout": drawn}


def _strip(meetings: Sequence[Row], status: str, name: str, size: int) -> dict[str, Any]:
    symbol, ink = {
        "held": ("circle", CHART_BLUE),
        "planned": ("circle-open", CHART_BLUE),
        "cancelled": ("x-thin-open", CHART_ORANGE),
    }[status]
    days = [iso(m["date"]) for m in meetings if m["status"] == status]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": days,
        "y": [-0.45 if status == "cancelled" else 0] * len(days),
        "name": name,
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": ink,
            "opacity": 0.9,
            "line": {"color": ink, "width": 2},
        },
        "hovertemplate": f"%{{x|%d-%m-%Y}} {name}<extra></extra>",
    }


def _band(pause: Row, until: date) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": iso(pause["paused_from"]),
        "x1": iso(pause["paused_until"] or until),
        "y0": -0.7,
        "y1": 0.7,
        "fillcolor": "rgba(123, 135, 148, 0.25)",
        "line": {"width": 0},
        "layer": "below",
    }
