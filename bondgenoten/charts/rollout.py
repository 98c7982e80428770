"""The roll-out: basisteams reached, step by step, and the networks that began and ended."""

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
from bondgenoten.palette import CHART_BLUE, CHART_GREY, CHART_ORANGE
from bondgenoten.periods import BEGAN


def rollout(
    rows: Sequence[Row], marks: Sequence[tuple[date, str]], ends: tuple[str, str]
) -> Figure:
    """Basisteams with an active network of those in force; what is carried back is dashed."""
    back = [row for row in rows if row["is_carried_back"]]
    since = rows[max(0, len(back) - 1) :]
    data = [
        *_parts(back, since, "basisteams_in_force", CHART_GREY, 1.8),
        *_parts(back, since, "basisteams_with_network", CHART_BLUE, 3),
    ]
    for line, name in ((0, ends[0]), (1, ends[0]), (2, ends[1]), (3, ends[1])):
        data[line]["name"] = name
    most = max(row["basisteams_in_force"] for row in rows)
    drawn = layout(360) | {
        "hovermode": "x",
        "yaxis": _upward() | whole([most]) | {"range": [0, max(1, most) * 1.06]},
        "xaxis": axis() | {"range": [iso(BEGAN), iso(rows[-1]["on_date"])]},
        "shapes": [dated_line(day) for day, _ in marks],
        "annotations": _words(marks) + _ends(rows[-1], ends, most),
        "margin": {"l": 30, "r": 124, "t": 44, "b": 32},
    }
    return {"data": data, "layout": drawn}


def networks(rows: Sequence[Row], years: Sequence[Row], names: tuple[str, str, str]) -> Figure:
    """Active networks month by month; beneath, those that began and, downwards, that ended."""
    middles = [f"{row['year']}-07-01" for row in years]
    data: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [iso(row["on_date"]) for row in rows],
            "y": [row["active_networks"] for row in rows],
            "name": names[0],
            "line": {"color": CHART_BLUE, "width": 2.4, "shape": "hv"},
            "hovertemplate": "%{x|%B %Y}: %{y}<extra></extra>",
            "showlegend": False,
        },
        _bars(middles, [row["started"] for row in years], names[1], {"color": CHART_BLUE}, 1),
        _bars(
            middles,
            [row["ended"] for row in years],
            names[2],
            {
                "color": CHART_ORANGE,
                "pattern": {"shape": "/", "size": 5, "solidity": 0.45},
            },
            -1,
        ),
    ]
    drawn = layout(380) | {
        "hovermode": "closest",
        "barmode": "relative",
        "bargap": 0.25,
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 0.46,
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "xaxis": axis() | {"anchor": "y2", "range": [iso(BEGAN), iso(rows[-1]["on_date"])]},
        "yaxis": _upward()
        | whole(row["active_networks"] for row in rows)
        | {"domain": [0.54, 0.95]},
        "yaxis2": _upward()
        | {"domain": [0, 0.36], "tickvals": _steps(years)[0]}
        | {"ticktext": _steps(years)[1], "zeroline": True, "zerolinecolor": CHART_GREY},
        "annotations": [
            {
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "text": names[0],
                "showarrow": False,
            }
        ],
        "margin": {"l": 30, "r": 10, "t": 24, "b": 32},
    }
    return {"data": data, "layout": drawn}


def _parts(
    back: Sequence[Row], since: Sequence[Row], column: str, ink: str, width: float
) -> list[dict[str, Any]]:
    """The dashed part up to the end of 2012 and the drawn part from there: always two traces."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [iso(row["on_date"]) for row in part],
            "y": [row[column] for row in part],
            "line": {"color": ink, "width": width, "shape": "hv", "dash": dash},
            "hovertemplate": "%{x|%B %Y}: %{y} %{fullData.name}<extra></extra>",
        }
        for part, dash in ((back, "dash"), (since, "solid"))
    ]


def _words(marks: Sequence[tuple[date, str]]) -> list[dict[str, Any]]:
    """Each dated word a line lower than the next: on a narrow screen they would overlap."""
    lines = range(len(marks))
    return [
        dated_word(*mark) | {"yshift": 16 * line} for line, mark in zip(lines, marks, strict=True)
    ]


def _bars(
    days: list[str], values: list[int], name: str, marker: dict[str, Any], way: int
) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": days,
        "y": [way * value for value in values],
        "customdata": values,
        "name": name,
        "marker": marker,
        "yaxis": "y2",
        "hovertemplate": "%{x|%Y}: %{customdata} " + f"{name}<extra></extra>",
    }


def _steps(years: Sequence[Row]) -> tuple[list[int], list[str]]:
    """The most that began above nought and the most that ended under it, both as they are counted."""
    most = max((row["started"] for row in years), default=0)
    least = max((row["ended"] for row in years), default=0)
    values = sorted({-least, 0, most})
    return values, [str(abs(value)) for value in values]


def _ends(last: Row, ends: tuple[str, str], most: int) -> list[dict[str, Any]]:
    of, reached = last["basisteams_in_force"], last["basisteams_with_network"]
    shift = 18 if of - reached < most / 6 else 0
    return [
        {
            "x": iso(last["on_date"]),
            "y": value,
            "text": f"<b>{value}</b><br>{name}",
            "showarrow": False,
            "xanchor": "left",
            "align": "left",
            "xshift": 8,
            "yshift": lift,
        }
        for value, name, lift in ((of, ends[0], shift), (reached, ends[1], -shift))
    ]


def _upward() -> dict[str, Any]:
    return axis() | {
        "rangemode": "tozero",
        "showgrid": True,
        "gridcolor": GRID,
        "automargin": True,
        "tickformat": ",d",
    }
