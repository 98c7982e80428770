"""The meetings of a handful of networks in time: a strip each, its name above it."""

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
    names_over,
    roomier_side,
)
from bondgenoten.language import Words
from bondgenoten.palette import CHART_BLUE, CHART_GREY, CHART_ORANGE

ROW = 46  # pixels a strip, with room for its name
MARKERS = {
    "COUNTED": ("circle", CHART_BLUE),
    "PLANNED": ("circle-open", CHART_BLUE),
    "NEVER_CONFIRMED": ("diamond-open", CHART_ORANGE),
    "CANCELLED": ("x-thin-open", CHART_GREY),
}
WORDS = {
    "COUNTED": "code.held",
    "PLANNED": "code.planned",
    "NEVER_CONFIRMED": "code.NEVER_CONFIRMED",
    "CANCELLED": "code.cancelled",
}


def strips(
    networks: Sequence[Row],
    meetings: Sequence[Row],
    pauses: Sequence[Row],
    words: Words,
    span: tuple[date, date],
    as_of: date,
) -> Figure:
    """A strip a network from top to bottom; held, planned, never confirmed and cancelled differ."""
    place = {row["network_id"]: -number for number, row in enumerate(networks)}
    found = {"COUNTED"} | {row["counts_as"] for row in meetings}
    data = [_marks(meetings, code, words(WORDS[code]), place) for code in MARKERS if code in found]
    bands = [_band(one, place, span) for one in pauses if _is_seen(one, place, span)]
    names = [(iso(span[0]), place[row["network_id"]] + 0.24, _name(row, words)) for row in networks]
    room = 118 if "NEVER_CONFIRMED" in found else 64  # its long word can ask for more lines
    drawn = layout(38 + room + ROW * len(networks)) | {
        "hovermode": "closest",
        "xaxis": axis() | {"range": [iso(span[0]), iso(span[1])], "tickformat": "%b %Y", "nticks": 7},
        "yaxis": {"visible": False, "fixedrange": True, "range": [0.6 - len(networks), 0.8]},
        "shapes": [*bands, dated_line(as_of)],
        "annotations": [dated_word(as_of, words("filter.as_of"), roomier_side(as_of, span))],
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 0, "yref": "container", "yanchor": "bottom",
                   "itemclick": False, "itemdoubleclick": False},
        "margin": {"l": 8, "r": 8, "t": 28, "b": room},
    }  # fmt: skip
    return {
        "data": [_lines(list(place.values()), span), names_over(names, size=12), *data],
        "layout": drawn,
    }


def _marks(meetings: Sequence[Row], code: str, name: str, place: dict[str, int]) -> dict[str, Any]:
    symbol, ink = MARKERS[code]
    rows = [row for row in meetings if row["counts_as"] == code and row["network_id"] in place]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [iso(row["date"]) for row in rows],
        "y": [place[row["network_id"]] for row in rows],
        "text": [row["name"] for row in rows],
        "name": name,
        "marker": {"symbol": symbol, "size": 10, "color": ink, "line": {"color": ink, "width": 2}},
        "hovertemplate": f"%{{text}}<br>%{{x|%d-%m-%Y}} {name}<extra></extra>",
    }


def _lines(places: list[int], span: tuple[date, date]) -> dict[str, Any]:
    """The ground of every strip, a line with a gap after it."""
    ends = [iso(span[0]), iso(span[1]), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": ends * len(places),
        "y": [y for place in places for y in (place, place, None)],
        "line": {"color": GRID, "width": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _is_seen(pause: Row, place: dict[str, int], span: tuple[date, date]) -> bool:
    until = pause["paused_until"] or span[1]
    return pause["network_id"] in place and until >= span[0] and pause["paused_from"] <= span[1]


def _band(pause: Row, place: dict[str, int], span: tuple[date, date]) -> dict[str, Any]:
    y = place[pause["network_id"]]
    return {
        "type": "rect",
        "x0": iso(max(pause["paused_from"], span[0])),
        "x1": iso(min(pause["paused_until"] or span[1], span[1])),
        "y0": y - 0.2,
        "y1": y + 0.2,
        "fillcolor": "rgba(123, 135, 148, 0.25)",
        "line": {"width": 0},
        "layer": "below",
    }


def _name(network: Row, words: Words) -> str:
    if not network["is_ended"]:
        return str(network["name"])
    return (
        f"{network['name']} ({words('column.ended_on').lower()} {words.date(network['ended_on'])})"
    )
