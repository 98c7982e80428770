"""Themes by quarter: the chosen ones bold with their interval, the others as pale lines."""

from collections.abc import Mapping, Sequence
from datetime import date
from textwrap import wrap
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import (
    GRID,
    HALF_A_QUARTER,
    MARK_LINE,
    PALE,
    Figure,
    axis,
    hatch,
    iso,
    layout,
    seen,
    until_confirmed,
)
from bondgenoten.charts.theme_lines import band, lines, lone, said, whiskers
from bondgenoten.palette import CHART_BLUE, CHART_GREY, CHART_ORANGE

# The mark at the end of a line is the mark on it, so that a name finds its line without colour.
LOOKS = (
    (CHART_BLUE, "circle", "●"),
    (CHART_ORANGE, "square", "■"),
    (CHART_GREY, "diamond", "◆"),
    (CHART_BLUE, "triangle-up", "▲"),
    (CHART_ORANGE, "triangle-down", "▼"),
    (CHART_GREY, "star", "★"),
)
HEIGHT, ABOVE, BELOW = 460, 46, 32
LINE_OF_TEXT = 18  # pixels
NAME_WIDTH = 17  # characters of a name on one line


def themes(
    others: Mapping[str, Sequence[Row]],
    bold: Mapping[str, Sequence[Row]],
    names: Mapping[str, str],
    events: Sequence[Row],
    provisional: str,
) -> Figure:
    """Points hold `on`, `share` with its ends, `provisional`, `is_small` and `said`."""
    points = next(iter(bold.values()))
    few = [row["share"] or 0 for rows in bold.values() for row in rows if row["is_small"]]
    top = min(1.05, max([_top([*others.values(), *bold.values()]), *few]))
    data = [hatch([point for point in points if point["provisional"]], top)]
    if others:
        data += lines({names[theme]: rows for theme, rows in others.items()}, PALE, None, 1.1)
    looks = dict(zip(bold, LOOKS * 3, strict=False))
    data += [band({names[theme]: rows}, looks[theme][0]) for theme, rows in bold.items()]
    for theme, rows in bold.items():
        ink, symbol, _ = looks[theme]
        data += [
            *lines({names[theme]: rows}, ink, symbol, 2.8),
            *lone({names[theme]: rows}, ink, 1),
            _alone(rows, names[theme], ink, symbol),
        ]
    data += _numbers(events, points, top)
    labels = {theme: f"{looks[theme][2]}\N{NO-BREAK SPACE}{names[theme]}" for theme in bold}
    drawn = layout(HEIGHT) | {
        "hovermode": "closest",
        "xaxis": years(points),
        "yaxis": axis() | {"range": [0, top], "showgrid": True, "gridcolor": GRID,
                           "tickformat": ",.0%", "nticks": 6},
        "shapes": [_mark(event["date"]) for event in events],
        "annotations": [*_ends(bold, labels, top), *until_confirmed(points, provisional)],
        "margin": {"l": 42, "r": 138, "t": ABOVE, "b": BELOW},
    }  # fmt: skip
    return {"data": seen(data), "layout": drawn}


def years(points: Sequence[Row]) -> dict[str, Any]:
    """An axis of years, each named at its middle; not more of them than a telephone has room for."""
    first, last = points[0]["on"], points[-1]["on"]
    step = -(-(last.year - first.year + 1) // 4)
    named = range(first.year, last.year + 1, step)
    return axis() | {"range": [iso(first - HALF_A_QUARTER), iso(last + HALF_A_QUARTER)],
                     "tickvals": [f"{year}-07-01" for year in named],
                     "ticktext": [str(year) for year in named], "tickangle": 0}  # fmt: skip


def _top(series: Sequence[Sequence[Row]]) -> float:
    shares = [row["share"] for rows in series for row in rows if not row["is_small"]]
    return min(1.05, max([0.3, *(share + 0.1 for share in shares)]))


def _alone(rows: Sequence[Row], name: str, ink: str, symbol: str) -> dict[str, Any]:
    """Quarters with few meetings: open points off the line, with the interval they leave."""
    few = [row for row in rows if row["is_small"] and row["share"] is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [iso(row["on"]) for row in few],
        "y": [row["share"] for row in few],
        "text": [said(row, name) for row in few],
        "marker": {"symbol": f"{symbol}-open", "size": 5, "color": ink, "opacity": 0.7},
        "error_y": whiskers(few, ink),
        "hovertemplate": "%{text}<extra></extra>",
    }


def _mark(day: date) -> dict[str, Any]:
    return {"type": "line", "x0": iso(day), "x1": iso(day), "y0": 0, "y1": 1, "yref": "paper",
            "line": MARK_LINE}  # fmt: skip


def _numbers(events: Sequence[Row], points: Sequence[Row], top: float) -> list[dict[str, Any]]:
    """The number of each event above its mark, a line higher where it would meet the one before; as
    texts of points, which are drawn much sooner than as many annotations."""
    room = (points[-1]["on"] - points[0]["on"]) / 24
    texts: list[str] = []
    free_from = [date.min] * 3
    for event in events:
        level = next((n for n, day in enumerate(free_from) if event["date"] >= day), 2)
        free_from[level] = event["date"] + room
        texts.append(str(event["number"]) + "<br>\N{NO-BREAK SPACE}" * level)
    drawn = {"type": "scatter", "mode": "text", "cliponaxis": False, "textposition": "top center",
             "x": [iso(event["date"]) for event in events], "y": [top] * len(events),
             "text": texts, "textfont": {"size": 12},
             "hovertext": [event["name"].replace("<", "&lt;") for event in events],
             "hovertemplate": "%{hovertext}<extra></extra>"}  # fmt: skip
    return [drawn] if events else []


def _ends(
    bold: Mapping[str, Sequence[Row]], labels: Mapping[str, str], top: float
) -> list[dict[str, Any]]:
    """Each name at the end of its line, from below up, never on top of one another."""
    scale = top / (HEIGHT - ABOVE - BELOW)
    last = {theme: next((r for r in reversed(rows) if not r["is_small"]), rows[-1])
            for theme, rows in bold.items()}  # fmt: skip
    found: list[dict[str, Any]] = []
    free_from = 0.0
    for theme in sorted(bold, key=lambda theme: last[theme]["share"] or 0):
        text = wrap(labels[theme], NAME_WIDTH, break_long_words=False)
        half = len(text) * LINE_OF_TEXT * scale / 2
        middle = max(last[theme]["share"] or 0, free_from + half)
        free_from = middle + half
        found.append({"x": 1, "xref": "paper", "y": middle, "text": "<br>".join(text), "xshift": 6,
                      "showarrow": False, "xanchor": "left", "align": "left"})  # fmt: skip
    return found
