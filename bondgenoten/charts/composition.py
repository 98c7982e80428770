"""Networks by number of members, with the line at ten; who came to the meetings, by quarter."""

from collections.abc import Sequence
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import (
    GRID,
    MARK_LINE,
    Figure,
    axis,
    hatch,
    iso,
    layout,
    seen,
    until_confirmed,
)
from bondgenoten.charts.themes import years
from bondgenoten.palette import CHART_BLUE, CHART_GREY, CHART_ORANGE

TEN = 10
LOOKS = {
    "citizens": (CHART_BLUE, "circle"),
    "police": (CHART_ORANGE, "square"),
    "municipality": (CHART_GREY, "diamond"),
}


def members(rows: Sequence[Row], names: tuple[str, str]) -> Figure:
    """A bar a number of members; over ten in orange and hatched, so that grey print shows it too."""
    is_over = [row["members_total"] > TEN for row in rows]
    bars = {
        "type": "bar",
        "x": [row["members_total"] for row in rows],
        "y": [row["networks"] for row in rows],
        "text": [str(row["networks"]) if row["networks"] else "" for row in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {
            "color": [CHART_ORANGE if over else CHART_BLUE for over in is_over],
            "pattern": {"shape": ["/" if over else "" for over in is_over]},
        },
        "hovertemplate": f"%{{x}} {names[0].lower()}: %{{y}}<extra></extra>",
    }
    drawn = layout(280) | {
        "hovermode": "closest",
        "bargap": 0.25,
        "xaxis": axis() | {"title": {"text": names[0], "font": {"size": 13}},
                           "range": [-0.6, len(rows) - 0.4],
                           "dtick": 1 if len(rows) <= 16 else 5},
        "yaxis": {"visible": False, "fixedrange": True, "rangemode": "tozero"},
        "shapes": [{"type": "line", "x0": TEN + 0.5, "x1": TEN + 0.5, "y0": 0, "y1": 1,
                    "yref": "paper", "line": MARK_LINE | {"width": 1.5}}],
        "annotations": [{"x": TEN + 0.4, "y": 1, "yref": "paper", "xanchor": "right",
                         "yanchor": "bottom", "text": names[1], "showarrow": False}],
        "margin": {"l": 8, "r": 8, "t": 34, "b": 46},
    }  # fmt: skip
    return {"data": [bars], "layout": drawn}


def attendance(rows: Sequence[Row], lines: Sequence[Row], provisional: str) -> Figure:
    """A line a side, dotted where it is provisional; few recorded meetings give an open point."""
    days = [iso(row["on"]) for row in rows]
    most = max(row[line["side"]] or 0 for row in rows for line in lines)
    data = [hatch([row for row in rows if row["provisional"]], most)]
    for line in lines:
        data += _side(days, rows, line)
    last = next(row for row in reversed(rows) if row["meetings_recorded"])
    drawn = layout(320) | {
        "hovermode": "closest",
        "yaxis": axis()
        | {"rangemode": "tozero", "showgrid": True, "gridcolor": GRID, "automargin": True},
        "xaxis": years(rows),
        "annotations": [*_ends(last, lines, most), *until_confirmed(rows, provisional)],
        "margin": {"l": 30, "r": 122, "t": 16, "b": 32},
    }
    return {"data": seen(data), "layout": drawn}


def _side(days: list[str], rows: Sequence[Row], line: Row) -> list[dict[str, Any]]:
    ink, symbol = LOOKS[line["side"]]
    follows = [row["provisional"] for row in rows[1:]] + [False]
    firm, dotted, small = (
        [row[line["side"]] if is_drawn(row, next_one) else None
         for row, next_one in zip(rows, follows, strict=True)]
        for is_drawn in (
            lambda row, _: not row["is_small"] and not row["provisional"],
            lambda row, next_one: not row["is_small"] and (row["provisional"] or next_one),
            lambda row, _: row["is_small"],
        )
    )  # fmt: skip
    base = {"type": "scatter", "x": days, "name": line["name"],
            "hovertemplate": f"{line['name']} %{{y:.1f}}<extra></extra>"}  # fmt: skip
    filled = {"symbol": symbol, "size": 7, "color": ink}
    hollow = filled | {"symbol": f"{symbol}-open"}
    # The dotted line begins at the last firm point, whose own mark stays on top of it.
    return [
        base | {"mode": "lines+markers", "y": dotted, "marker": hollow,
                "line": {"color": ink, "width": 2, "dash": "dot"}},
        base | {"mode": "lines+markers", "y": firm, "marker": filled,
                "line": {"color": ink, "width": 2.4}},
        base | {"mode": "markers", "y": small, "marker": hollow},
    ]  # fmt: skip


def _ends(last: Row, lines: Sequence[Row], most: float) -> list[dict[str, Any]]:
    """Each line's name at its end; two that end together are moved apart."""
    found: list[dict[str, Any]] = []
    below = None
    for line in sorted(lines, key=lambda line: last[line["side"]]):
        at = last[line["side"]]
        at = at if below is None else max(at, below + most * 0.07)
        below = at
        found.append({"x": iso(last["on"]), "y": at, "text": line["end"], "showarrow": False,
                      "xanchor": "left", "xshift": 8, "align": "left"})  # fmt: skip
    return found
