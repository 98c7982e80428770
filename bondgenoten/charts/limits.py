"""The frequency quarter by quarter between its limits, with the norm and the quarters that stand out."""

from collections.abc import Sequence
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.frequency import line, periods, upward
from bondgenoten.charts.ground import Figure, layout
from bondgenoten.palette import CHART_BLUE, CHART_GREY, CHART_ORANGE
from bondgenoten.signals import Limits

HEIGHT = 340
LINE_OF_TEXT = 16  # pixels two words at the edge must be apart
ROOM = 1.12


def per_network_year(
    rows: Sequence[Row], limits: Limits | None, names: dict[str, str], ends: dict[str, str]
) -> Figure:
    """Each period's frequency; marked ones as diamonds, the running one apart, limits and norm."""
    labels = [row["label"] for row in rows]
    settled = [None if row["is_running"] else row["value"] for row in rows]
    marked = [row["value"] if row["is_marked"] else None for row in rows]
    levels = {"norm": rows[-1]["norm"]} | (_levels(limits) if limits else {})
    top = ROOM * max([*levels.values(), *(row["value"] or 0 for row in rows)])
    data = [
        *(_level(labels, level, name, limits) for name, level in levels.items() if name != "norm"),
        line(labels, [row["norm"] for row in rows], names["norm"], CHART_ORANGE)
        | {"line": {"color": CHART_ORANGE, "width": 2, "dash": "dashdot", "shape": "hvh"}},
        _points(labels, settled, names["value"], "circle", CHART_BLUE, 6)
        | {"mode": "lines+markers"},
        _points(labels, marked, names["marked"], "diamond", CHART_ORANGE, 11),
        *_running(rows, labels, names["running"]),
    ]
    drawn = layout(HEIGHT) | {
        "hovermode": "closest",
        "xaxis": periods(rows),
        "yaxis": upward([0, 1]) | {"range": [0, top]},
        "annotations": _ends(levels, ends, top),
        "margin": {"l": 30, "r": 126, "t": 16, "b": 32},
    }
    return {"data": data, "layout": drawn}


def _levels(limits: Limits) -> dict[str, float]:
    """The lower limit is drawn at 0 at least."""
    return {"upper": limits.upper, "centre": limits.centre, "lower": max(0.0, limits.lower)}


def _level(labels: list[str], level: float, name: str, limits: Limits | None) -> dict[str, Any]:
    is_dashed = name != "centre" and limits is not None and limits.are_provisional
    drawn = {"color": CHART_GREY, "width": 1.4, "dash": "dash" if is_dashed else "solid"}
    return line(labels, [level] * len(labels), name, CHART_GREY) | {
        "line": drawn,
        "hoverinfo": "skip",
    }


def _running(rows: Sequence[Row], labels: list[str], name: str) -> list[dict[str, Any]]:
    """The running period as an open mark, tied by a dotted line to the one before."""
    if not rows[-1]["is_running"] or rows[-1]["value"] is None:
        return []
    last = _points(labels[-1:], [rows[-1]["value"]], name, "circle-open", CHART_BLUE, 10)
    before = rows[-2]["value"] if len(rows) > 1 else None
    if before is None:
        return [last]
    tie = line(labels[-2:], [before, rows[-1]["value"]], name, CHART_BLUE)
    dotted = {"color": CHART_BLUE, "width": 1.6, "dash": "dot"}
    return [tie | {"line": dotted, "hoverinfo": "skip"}, last]


def _ends(levels: dict[str, float], ends: dict[str, str], top: float) -> list[dict[str, Any]]:
    """The name of each level at the right edge, moved up where two would overlap."""
    scale = (HEIGHT - 48) / top
    drawn, floor = [], float(-LINE_OF_TEXT)
    for name, level in sorted(levels.items(), key=lambda one: one[1]):
        place = max(level * scale, floor + LINE_OF_TEXT)
        floor = place
        drawn.append(
            {
                "x": 1,
                "xref": "paper",
                "y": level,
                "text": ends[name],
                "showarrow": False,
                "xanchor": "left",
                "align": "left",
                "xshift": 4,
                "yshift": round(place - level * scale),
            }
        )
    return drawn


def _points(
    labels: list[str], values: list[Any], name: str, symbol: str, ink: str, size: int
) -> dict[str, Any]:
    return line(labels, values, name, ink) | {
        "mode": "markers",
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": ink,
            "line": {"color": ink, "width": 2},
        },
        "hovertemplate": f"%{{x}}: %{{y:.1f}} {name}<extra></extra>",
    }
