"""The line of the years: networks that can be assessed, and those that meet the norm."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import (
    GRID,
    Figure,
    axis,
    dated_line,
    dated_word,
    iso,
    layout,
    whole,
)
from bondgenoten.palette import CHART_BLUE, CHART_GREY
from bondgenoten.periods import ORDERED


def development(
    rows: Sequence[Row],
    marks: Sequence[tuple[date, str]],
    names: tuple[str, str],
    ends: tuple[str, str],
) -> Figure:
    """Networks that can be assessed and those that meet the norm, at each quarter end."""
    days = [row["on_date"].isoformat() for row in rows]
    of, met = ([row[column] for row in rows] for column in ("assessable", "met"))
    data = [
        _line(days, of, names[0], CHART_GREY, width=1.6),
        _line(days, met, names[1], CHART_BLUE, width=3)
        | {"fill": "tozeroy", "fillcolor": "rgba(63, 131, 196, 0.12)"},
    ]
    drawn = layout(320) | {
        "yaxis": axis()
        | {
            "rangemode": "tozero",
            "showgrid": True,
            "gridcolor": GRID,
            "automargin": True,
            "tickformat": ",d",
        }
        | whole(of),
        "shapes": [dated_line(day) for day, _ in marks],
        "annotations": [dated_word(day, word) for day, word in marks] + _end_words(rows, ends),
        "xaxis": axis() | {"range": [iso(ORDERED), iso(rows[-1]["on_date"])]},
        "margin": {"l": 30, "r": 92, "t": 28, "b": 32},
    }
    return {"data": data, "layout": drawn}


def _line(days: list[str], values: list[int], name: str, ink: str, width: float) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": days,
        "y": values,
        "name": name,
        "line": {"color": ink, "width": width, "shape": "linear"},
        "hovertemplate": "%{y}",
    }


def _end_words(rows: Sequence[Row], ends: tuple[str, str]) -> list[dict[str, Any]]:
    """The last value with its name at the end of each line; apart where the lines end together."""
    last = rows[-1]
    high, low = last["assessable"], last["met"]
    shift = 20 if high - low < max(row["assessable"] for row in rows) / 6 else 0
    return [
        {
            "x": iso(last["on_date"]),
            "y": value,
            "text": text,
            "showarrow": False,
            "xanchor": "left",
            "align": "left",
            "xshift": 8,
            "yshift": lift,
        }
        for value, text, lift in ((high, ends[0], shift), (low, ends[1], -shift))
    ]
