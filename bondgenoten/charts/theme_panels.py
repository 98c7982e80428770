"""Every theme in its own small chart, all on one scale, in the order of the list of themes."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.charts.ground import GRID, Figure, axis, layout, names_over, seen
from bondgenoten.charts.theme_lines import Lines, band, lines, lone
from bondgenoten.charts.themes import years
from bondgenoten.palette import CHART_BLUE

COLUMNS = 2  # also two on a telephone
WIDTH, BETWEEN = 0.47, 0.06  # shares of the whole width
PANEL, NAME = 74, 46  # pixels of a chart, and of the name above it
DRAWN = PANEL / (PANEL + NAME)
NAME_WIDTH = 22


def theme_panels(series: Mapping[str, Sequence[Row]], names: Mapping[str, str]) -> Figure:
    """Two columns of lines with their intervals; what is provisional is dashed.

    The charts of a column stand above one another on the same axes, each one higher than the next:
    axes of its own for each theme would take most of the time that drawing takes.
    """
    floors = -(-len(series) // COLUMNS)
    height = floors * (PANEL + NAME) + 24
    top = max([0.3, *(row["share_high"] for points in series.values() for row in points
                      if not row["is_small"])])  # fmt: skip
    columns: list[dict[str, list[Row]]] = [{} for _ in range(COLUMNS)]
    titles: list[list[tuple[str, float, str]]] = [[] for _ in range(COLUMNS)]
    axes = years(next(iter(series.values())))
    drawn: dict[str, Any] = layout(height) | {"hovermode": "closest"}
    drawn["margin"] = {"l": 36, "r": 10, "t": 0, "b": 24}
    drawn["yaxis"] = _scale(top, floors)
    for place, (theme, points) in enumerate(series.items()):
        down, across = divmod(place, COLUMNS)
        floor = floors - 1 - down
        columns[across][names[theme]] = [_raised(row, floor, top) for row in points]
        title = "\n".join(wrap(names[theme], NAME_WIDTH))
        titles[across].append((axes["range"][0], floor + DRAWN, title))
    data = []
    for across, panels in enumerate(columns):
        number = str(across + 1) if across else ""
        left = across * (WIDTH + BETWEEN)
        drawn[f"xaxis{number}"] = axes | {"domain": [left, left + WIDTH]}
        traces = seen([*_traces(panels), names_over(titles[across])])
        data += [trace | {"xaxis": f"x{number}"} for trace in traces]
    return {"data": data, "layout": drawn}


def _traces(panels: Lines) -> list[dict[str, Any]]:
    return [
        band(panels, CHART_BLUE),
        *lines(panels, CHART_BLUE, None, 1.8),
        *lone(panels, CHART_BLUE, 4),
    ]


def _raised(row: Row, floor: int, top: float) -> Row:
    """The row with its shares at the height of a floor, of which the lowest is nought."""
    shares = ("share", "share_low", "share_high")
    return row | {name: floor + row[name] / top * DRAWN for name in shares if row[name] is not None}


def _scale(top: float, floors: int) -> dict[str, Any]:
    half = 0.5 if top > 0.6 else 0.25
    ticks = [(floor + share / top * DRAWN, share) for floor in range(floors) for share in (0, half)]
    return axis() | {"range": [0, floors], "tickvals": [at for at, _ in ticks],
                     "ticktext": [f"{share:.0%}" for _, share in ticks], "showgrid": True,
                     "gridcolor": GRID, "showline": False, "tickfont": {"size": 11}}  # fmt: skip
