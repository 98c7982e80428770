"""Shares of themes as lines with their intervals: what is firm, provisional or too small to draw."""

from collections.abc import Mapping, Sequence
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import iso

Lines = Mapping[str, Sequence[Row]]  # by name the points of each
Point = tuple[str | None, str | None, float | None, float | None]


def lines(many: Lines, ink: str, symbol: str | None, width: float) -> list[dict[str, Any]]:
    """A whole line for what is firm, a dashed one for what is provisional; nothing where n is small.

    Lines that look alike are drawn as one, with a gap between them: each trace costs time.
    """
    points = _apart([_points(rows, name) for name, rows in many.items()])
    base = {
        "type": "scatter",
        "x": [on for on, *_ in points],
        "text": [text for _, text, *_ in points],
        "mode": "lines+markers" if symbol else "lines",
        "hovertemplate": "%{text}<extra></extra>",
    }
    look = {"symbol": symbol or "circle", "size": 7, "color": ink}
    return [
        base | {"y": [firm for *_, firm, _ in points], "line": {"color": ink, "width": width},
                "marker": look},
        base | {"y": [dashed for *_, dashed in points],
                "line": {"color": ink, "width": width * 0.8, "dash": "dot"},
                "marker": look | {"symbol": f"{look['symbol']}-open"}},
    ]  # fmt: skip


def _points(rows: Sequence[Row], name: str) -> list[Point]:
    """The day, what is said of it, and the share on the whole and on the dashed line."""
    follows = [row["provisional"] for row in rows[1:]] + [False]
    return [
        (
            iso(row["on"]),
            said(row, name),
            None if row["is_small"] or row["provisional"] else row["share"],
            None if row["is_small"] or not (row["provisional"] or next_one) else row["share"],
        )
        for row, next_one in zip(rows, follows, strict=True)
    ]


def said(row: Row, name: str) -> str:
    return f"<b>{name}</b><br>{row['said']}"


def _apart(pieces: Sequence[list[Point]]) -> list[Point]:
    """The pieces one after another, with a gap between them."""
    gap: Point = (None, None, None, None)
    return [point for piece in pieces for point in (*piece, gap)][:-1]


def band(many: Lines, ink: str) -> dict[str, Any]:
    """The interval round each share, a piece for every run of quarters with enough meetings."""
    days: list[str | None] = []
    ends: list[float | None] = []
    for run in [run for rows in many.values() for run in _runs(rows)]:
        days += [iso(row["on"]) for row in (*run, *reversed(run))] + [None]
        ends += [
            *(row["share_high"] for row in run),
            *(row["share_low"] for row in run[::-1]),
            None,
        ]
    red, green, blue = (int(ink[i : i + 2], 16) for i in (1, 3, 5))
    return {"type": "scatter", "mode": "lines", "x": days, "y": ends, "fill": "toself",
            "fillcolor": f"rgba({red}, {green}, {blue}, 0.15)", "line": {"width": 0},
            "hoverinfo": "skip"}  # fmt: skip


def lone(many: Lines, ink: str, size: float) -> list[dict[str, Any]]:
    """The interval of a share that stands between quarters too small to draw: no line or band can show
    it. Nothing where there are none."""
    alone = [(run[0], name) for name, rows in many.items() for run in _runs(rows) if len(run) == 1]
    rows = [row for row, _ in alone]
    drawn = {
        "type": "scatter",
        "mode": "markers",
        "x": [iso(row["on"]) for row in rows],
        "y": [row["share"] for row in rows],
        "text": [said(row, name) for row, name in alone],
        "marker": {"size": size, "color": ink},
        "error_y": whiskers(rows, ink),
        "hovertemplate": "%{text}<extra></extra>",
    }
    return [drawn] if rows else []


def whiskers(rows: Sequence[Row], ink: str) -> dict[str, Any]:
    """The interval of each share, up and down from it."""
    return {"type": "data", "symmetric": False, "thickness": 0.6, "width": 0, "color": ink,
            "array": [row["share_high"] - row["share"] for row in rows],
            "arrayminus": [row["share"] - row["share_low"] for row in rows]}  # fmt: skip


def _runs(rows: Sequence[Row]) -> list[list[Row]]:
    found: list[list[Row]] = [[]]
    for row in rows:
        if not row["is_small"]:
            found[-1].append(row)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]
