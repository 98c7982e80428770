"""What all figures share: axes, ground, dated marks, and plotly in the reader's language."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from bondgenoten.answers import Row
from bondgenoten.language import Words
from bondgenoten.palette import CHART_GREY

Figure = dict[str, Any]
FONT = {
    "family": "'Segoe UI', system-ui, Roboto, 'Liberation Sans', sans-serif",
    "size": 13,
    "color": CHART_GREY,
}
GRID = "rgba(123, 135, 148, 0.22)"
PALE = "rgba(123, 135, 148, 0.38)"
HALF_A_QUARTER = timedelta(days=46)
MARK_LINE = {"color": CHART_GREY, "width": 1, "dash": "dot"}


def config(words: Words) -> dict[str, Any]:
    """Plotly in the reader's language: an unknown locale is silently English, so it is given."""
    code = "nl" if words.language == "nl" else "en-GB"
    dates = words.locale
    form = {
        "months": [dates.months["format"]["wide"][i] for i in range(1, 13)],
        "shortMonths": [dates.months["format"]["abbreviated"][i].rstrip(".") for i in range(1, 13)],
        "days": [dates.days["format"]["wide"][i] for i in (6, 0, 1, 2, 3, 4, 5)],
        "shortDays": [dates.days["format"]["abbreviated"][i] for i in (6, 0, 1, 2, 3, 4, 5)],
        "date": "%d-%m-%Y",
        "decimal": "," if words.language == "nl" else ".",
        "thousands": "." if words.language == "nl" else ",",
    }
    return {
        "displayModeBar": False,
        "locale": code,
        "locales": {code: {"dictionary": {}, "format": form}},
    }


def layout(height: int) -> dict[str, Any]:
    return {
        "height": height,
        "font": FONT,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "x unified" if height > 200 else "closest",
        "dragmode": False,
        "xaxis": axis(),
    }


def axis() -> dict[str, Any]:
    return {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "linecolor": GRID,
        "tickformat": "",
    }


def whole(values: Iterable[int | None], ticks: int = 6) -> dict[str, Any]:
    """Ticks of a count: a few networks would otherwise be named by halves and fifths."""
    most = max((value for value in values if value is not None), default=0)
    return {"dtick": 1} if most < ticks else {"nticks": ticks}


def dated_line(day: date) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": iso(day),
        "x1": iso(day),
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": MARK_LINE,
    }


def dated_word(day: date, word: str, anchor: str = "left") -> dict[str, Any]:
    return {
        "x": iso(day),
        "y": 1,
        "yref": "paper",
        "xanchor": anchor,
        "yanchor": "bottom",
        "text": word,
        "showarrow": False,
    }


def roomier_side(day: date, span: tuple[date, date]) -> str:
    """The anchor of a word at a day that puts it on the side with more room."""
    return "right" if day - span[0] > span[1] - day else "left"


def names_over(places: Sequence[tuple[str, float, str]], size: int = 13) -> dict[str, Any]:
    """Names that each begin at a place (x, y, text) and stand on it: drawn in a tenth of the time that
    as many annotations take."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in places],
        "y": [y for _, y, _ in places],
        "text": [text.replace("<", "&lt;").replace("\n", "<br>") for _, _, text in places],
        "textposition": "top right",
        "textfont": {"size": size},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def seen(traces: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that have a point: one without costs as much time to draw."""
    return [trace for trace in traces if any(y is not None for y in trace["y"])]


def iso(day: date) -> str:
    return day.isoformat()


def hatch(points: Sequence[Row], top: float) -> dict[str, Any]:
    """Light hatching behind the quarters that are provisional."""
    return {"type": "bar", "x": [iso(point["on"]) for point in points],
            "y": [top] * len(points), "width": 91 * 86_400_000, "hoverinfo": "skip", "showlegend": False,
            "marker": {"color": "rgba(123, 135, 148, 0.06)", "line": {"width": 0},
                       "pattern": {"shape": "/", "fgcolor": PALE, "size": 9, "solidity": 0.1}}}  # fmt: skip


def until_confirmed(points: Sequence[Row], word: str) -> list[dict[str, Any]]:
    """The word that says so, where the provisional quarters begin."""
    first = next((point for point in points if point["provisional"]), None)
    if first is None:
        return []
    return [{"x": iso(first["on"] - HALF_A_QUARTER), "y": 1, "yref": "paper", "yanchor": "top",
             "xanchor": "left", "text": word, "showarrow": False, "font": {"size": 12}}]  # fmt: skip
