"""Which native chart a workbook gets for a metric: its rows as a small table, and how it is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bondgenoten import palette
from bondgenoten.language import Words

Row = dict[str, Any]


@dataclass(frozen=True)
class Native:
    """A chart: the column that names its points, the columns it counts, and rows to show."""

    metric: str
    kind: str
    points: str
    counts: tuple[str, ...]
    chosen: Callable[[Sequence[Row]], list[Row]]
    is_stacked: bool = False


def _whole(rows: Sequence[Row]) -> list[Row]:
    """The widest part there is: the region, or the district or basisteam that was asked."""
    first = rows[0]
    return [row for row in rows if (row["level"], row["key"]) == (first["level"], first["key"])]


def _parts(rows: Sequence[Row]) -> list[Row]:
    """The districts, or the basisteams where there is one district or none."""
    districts = [row for row in rows if row["level"] == "district"]
    return districts if len(districts) > 1 else [r for r in rows if r["level"] == "basisteam"]


def _last_quarter(rows: Sequence[Row]) -> list[Row]:
    """The last quarter that every basisteam has had time to confirm."""
    sure = [row for row in rows if not row["provisional"]] or rows
    return [row for row in sure if row["quarter"] == sure[-1]["quarter"]]


CHARTS = {
    chart.metric: chart
    for chart in (
        Native(
            "compliance", "bar", "name",
            ("met", "on_course", "behind_but_planned", "to_plan", "out_of_reach", "not_met",
             "unknown", "not_assessable"),
            _parts, is_stacked=True,
        ),
        Native("development", "line", "on_date", ("assessable", "met"), _whole),
        Native("frequency", "column", "period", ("meetings_held",), _whole),
        Native("themes", "bar", "theme", ("meetings_with_theme",), _last_quarter),
        Native("rollout", "line", "month", ("basisteams_in_force", "basisteams_with_network"), list),
    )
}  # fmt: skip

_BLUE, _ORANGE, _GREY = palette.BLUE.light, palette.ORANGE.light, palette.GREY.light
# Dark, light and striped, so that neighbours differ in grey print too.
FILLS: dict[str, dict[str, Any]] = {
    "met": {"fill": {"color": _BLUE}},
    "on_course": {"fill": {"color": palette.CHART_BLUE}},
    "behind_but_planned": {
        "pattern": {"pattern": "wide_upward_diagonal", "fg_color": _ORANGE, "bg_color": "#ffffff"}
    },
    "to_plan": {"fill": {"color": palette.CHART_ORANGE}},
    "out_of_reach": {"fill": {"color": _ORANGE}},
    "not_met": {"pattern": {"pattern": "percent_50", "fg_color": _ORANGE, "bg_color": "#ffffff"}},
    "unknown": {"pattern": {"pattern": "percent_20", "fg_color": _GREY, "bg_color": "#ffffff"}},
    "not_assessable": {"fill": {"color": palette.CHART_GREY}},
    "meetings_held": {"fill": {"color": palette.CHART_BLUE}},
    "meetings_with_theme": {"fill": {"color": palette.CHART_BLUE}},
}
LINES = ({"color": _GREY, "width": 1.5, "dash_type": "dash"}, {"color": _BLUE, "width": 2.25})


def draw(
    book: Any, sheet: Any, chart: Native, rows: Sequence[Row], words: Words, name: str
) -> None:
    """Draws the chart beside its table, which stands at the top of a sheet of this name."""
    shape = {"type": chart.kind, **({"subtype": "stacked"} if chart.is_stacked else {})}
    drawn, last = book.add_chart(shape), len(rows)
    for place, column in enumerate(chart.counts, 1):
        drawn.add_series({
            "name": [name, 0, place],
            "categories": [name, 1, 0, last, 0],
            "values": [name, 1, place, last, place],
            **({"line": LINES[place - 1]} if chart.kind == "line" else FILLS[column]),
            **({} if chart.kind == "line" else {"gap": 40}),
        })  # fmt: skip
    drawn.set_title({"name": words(f"export.chart.{chart.metric}"), "overlay": False})
    drawn.set_legend({"position": "bottom"} if len(chart.counts) > 1 else {"none": True})
    drawn.set_y_axis({"reverse": True} if chart.kind == "bar" else {"min": 0})
    drawn.set_size({"width": 760, "height": 440})
    sheet.insert_chart(1, len(chart.counts) + 2, drawn, {"description": _said(chart, rows, words)})


def _said(chart: Native, rows: Sequence[Row], words: Words) -> str:
    """The chart in words: its last or only points, from the rows themselves."""
    shown = rows if chart.kind == "bar" else rows[-1:]
    points = [
        f"{row[chart.points]}: "
        + ", ".join(f"{words(f'column.{count}').lower()} {row[count]}" for count in chart.counts)
        for row in shown[:12]
    ]
    return ". ".join((words(f"export.chart.{chart.metric}"), *points)) + "."
