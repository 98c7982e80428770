"""Small charts as SVG: bars, stacked bars, rows of dots, a line. Numbers in, a drawing out.

Nothing here knows a metric. What a chart shows stands in its text alternative and table as well.
"""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from bondgenoten.palette import BLUE, GREY, GROUND, ORANGE, SHAPES, TONES

WIDTH = 480
LETTER = 5.3  # how wide a letter is at most, on average
STEP = 20
FONT = "Libertinus Serif"
HATCH = (
    '<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse">'
    f'<rect width="4" height="4" fill="{ORANGE.wash_light}"/>'
    f'<path d="M-1 1 1-1M0 4 4 0M3 5 5 3" stroke="{ORANGE.light}" stroke-width="1.2"/></pattern>'
)
# Each kind of part by colour and by texture, so that it is told apart in grey print.
FILLS = {
    "blue": f'fill="{BLUE.light}"',
    "orange": f'fill="url(#hatch)" stroke="{ORANGE.light}" stroke-width=".8"',
    "grey": f'fill="{GREY.wash_light}" stroke="{GREY.light}" stroke-width=".8"',
}

Part = tuple[str, int]  # a fill, a count
Say = Callable[[int], str]  # how a count is written


def bars(rows: Sequence[tuple[str, Sequence[Part]]], say: Say) -> str:
    """A bar a row from its parts; the whole count stands behind it."""
    most = max((sum(n for _, n in parts) for _, parts in rows), default=0) or 1
    label = _room_for(name for name, _ in rows)
    room = WIDTH - label - 40
    drawn = []
    for place, (name, parts) in enumerate(rows):
        top, left = place * STEP, label
        drawn.append(_text(label - 8, top + 14, name, "end"))
        for fill, count in parts:
            width = room * count / most
            if count:
                drawn.append(_bar(left, top + 4, width, fill))
            left += width
        total = sum(n for _, n in parts)
        drawn.append(_text(left + 6, top + 14, say(total), "start"))
    return _svg("".join(drawn), len(rows) * STEP)


def dots(rows: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """A row of shapes (shape, tone) behind each name, on further lines where they do not fit."""
    label = _room_for(name for name, _ in rows)
    fit = int(WIDTH - label) // 16
    drawn, top = [], 0
    for name, shapes in rows:
        drawn.append(_text(label - 8, top + 13, name, "end"))
        for place, (shape, tone) in enumerate(shapes):
            x, y = label + place % fit * 16, top + 3 + place // fit * 16
            drawn.append(f'<g transform="translate({x} {y}) scale(.8)">{mark(shape, tone)}</g>')
        top += STEP + max(0, (len(shapes) - 1) // fit) * 16
    return _svg("".join(drawn), top)


def line(points: Sequence[tuple[str, int]], say: Say) -> str:
    """A line from zero through the points; each says its number, the last one is bold."""
    height, foot, left, right = 110, 92, 30, WIDTH - 30
    most = max((value for _, value in points), default=0) or 1
    apart = (right - left) / max(1, len(points) - 1)
    places = [(left + apart * i, foot - 70 * value / most) for i, (_, value) in enumerate(points)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    drawn = [
        f'<path d="M{left - 14} {foot}H{right + 14}" stroke="{GREY.light}" stroke-width=".8"/>',
        f'<polyline points="{path}" fill="none" stroke="{BLUE.light}" stroke-width="1.6"/>',
    ]
    for (x, y), (name, value) in zip(places, points, strict=True):
        is_last = name == points[-1][0]
        drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="{BLUE.light}"/>')
        drawn.append(_text(x, y - 7, say(value), "middle", is_last))
        drawn.append(_text(x, foot + 14, name, "middle", is_last))
    return _svg("".join(drawn), height)


def mark(shape: str, tone: str) -> str:
    """A shape of the palette in its tone, in a box of 16 by 16."""
    return SHAPES[shape].replace("#000", TONES[tone].light).replace(
        '<circle cx="8" cy="13.4"', f'<circle fill="{TONES[tone].light}" cx="8" cy="13.4"'
    ).replace('<path d="M8 2a6', f'<path fill="{TONES[tone].light}" d="M8 2a6')  # fmt: skip


def marks() -> dict[str, str]:
    """Every shape in every tone, as an SVG of its own, for beside a word."""
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{}</svg>'
    return {f"{shape}-{tone}": box.format(mark(shape, tone)) for shape in SHAPES for tone in TONES}


def _room_for(names: Iterable[str]) -> float:
    """The room for the names at the left."""
    return 12 + LETTER * max((len(name) for name in names), default=0)


def _bar(left: float, top: float, width: float, fill: str) -> str:
    return f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="12" {FILLS[fill]}/>'


def _text(x: float, y: float, said: str, anchor: str, is_bold: bool = False) -> str:
    weight = ' font-weight="bold"' if is_bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-family="{FONT}" font-size="10.5"'
        f'{weight} fill="{GROUND.light}">{escape(said)}</text>'
    )


def _svg(drawn: str, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{max(height, 1)}" '
        f'viewBox="0 0 {WIDTH} {max(height, 1)}"><defs>{HATCH}</defs>{drawn}</svg>'
    )
