"""Shape and colour of every status, for both themes, and the style made of them. No words."""

from dataclasses import dataclass
from urllib.parse import quote

STATUSES = (
    "MET",
    "ON_COURSE",
    "BEHIND_BUT_PLANNED",
    "TO_PLAN",
    "OUT_OF_REACH",
    "NOT_MET",
    "UNKNOWN",
    "NOT_ASSESSABLE",
)

# From what asks most to what asks least; a team shows the first that any of its networks has.
WORST_FIRST = (
    "OUT_OF_REACH",
    "NOT_MET",
    "TO_PLAN",
    "UNKNOWN",
    "BEHIND_BUT_PLANNED",
    "ON_COURSE",
    "MET",
    "NOT_ASSESSABLE",
)


@dataclass(frozen=True)
class Tone:
    """One colour in both themes: ink for shapes and text, wash for the ground behind them."""

    light: str
    dark: str
    wash_light: str
    wash_dark: str


GROUND = Tone("#15202b", "#e9eef4", "#ffffff", "#0f161e")
BLUE = Tone("#004682", "#8ec5ff", "#e3eef8", "#152c42")
ORANGE = Tone("#a34400", "#ffb273", "#fdeee2", "#3a2412")
GREY = Tone("#566270", "#a5b2c0", "#eef1f4", "#1e2832")

# One ink for figures: a plotly mark cannot follow the theme, so each holds 3:1 on both grounds.
CHART_BLUE = "#3f83c4"
CHART_ORANGE = "#cf6a1c"
CHART_GREY = "#7b8794"

_DOT = '<circle cx="8" cy="8" r="{r}" fill="{fill}" stroke="#000" stroke-width="2"/>'
_LINE = (
    '<path d="{d}" fill="none" stroke="#000" stroke-width="2.3" '
    'stroke-linecap="round" stroke-linejoin="round"/>'
)

# Drawn in a box of 16 by 16; only where there is ink matters, the tone comes from the style.
SHAPES: dict[str, str] = {
    "filled": _DOT.format(r=6, fill="#000"),
    "ring": _DOT.format(r=6, fill="none"),
    "half": _DOT.format(r=6, fill="none") + '<path d="M8 2a6 6 0 0 0 0 12z"/>',
    "triangle": _LINE.format(d="M8 2.4 14 13.4H2z"),
    "cross": _LINE.format(d="M3.2 3.2 12.8 12.8M12.8 3.2 3.2 12.8"),
    "question": _LINE.format(d="M5 5.4C5 3.6 6.3 2.4 8 2.4s3 1.1 3 2.8c0 2.4-3 2.4-3 4.8")
    + '<circle cx="8" cy="13.4" r="1.5"/>',
    "dash": _LINE.format(d="M3 8h10"),
    "open": '<circle cx="8" cy="8" r="6" fill="none" stroke="#000" stroke-width="1.5" '
    'stroke-dasharray="2 2.2"/>',
}


@dataclass(frozen=True)
class Mark:
    """How one status looks: the name of its shape and of its tone."""

    shape: str
    tone: str


MARKS: dict[str, Mark] = {
    "MET": Mark("filled", "blue"),
    "ON_COURSE": Mark("half", "blue"),
    "BEHIND_BUT_PLANNED": Mark("ring", "orange"),
    "TO_PLAN": Mark("triangle", "orange"),
    "OUT_OF_REACH": Mark("cross", "orange"),
    "NOT_MET": Mark("cross", "orange"),
    "UNKNOWN": Mark("question", "grey"),
    "NOT_ASSESSABLE": Mark("dash", "grey"),
}

DOTS: dict[str, Mark] = {
    "held": Mark("filled", "blue"),
    "planned": Mark("ring", "blue"),
    "open": Mark("open", "grey"),
}

# Where a network was on the day of an event.
REACH: dict[str, Mark] = {
    "PREPARED": Mark("filled", "blue"),
    "NETWORK": Mark("half", "blue"),
    "NO_NETWORK": Mark("open", "orange"),
}

# What a meeting's row counts as.
EVIDENCE: dict[str, Mark] = {
    "COUNTED": Mark("filled", "blue"),
    "PLANNED": Mark("ring", "blue"),
    "NEVER_CONFIRMED": Mark("question", "orange"),
    "CANCELLED": Mark("cross", "grey"),
    "AFTER_AS_OF": Mark("dash", "grey"),
    "OUTSIDE_LIFE": Mark("dash", "grey"),
    "PLANNED_IN_PAUSE": Mark("dash", "grey"),
}

# What a network's row counts as on a day, and whether it is maintained after 24 months.
NETWORKS: dict[str, Mark] = {
    "ACTIVE": Mark("filled", "blue"),
    "PAUSED": Mark("half", "grey"),
    "ENDED": Mark("cross", "grey"),
    "NOT_STARTED": Mark("open", "grey"),
    "MAINTAINED": Mark("filled", "blue"),
    "BELOW_NORM": Mark("cross", "orange"),
    "NOT_ACTIVE": Mark("cross", "grey"),
    "TOO_YOUNG": Mark("dash", "grey"),
}

# How a quarter's confirmation came in.
REPORTING: dict[str, Mark] = {
    "ON_TIME": Mark("filled", "blue"),
    "LATE": Mark("half", "orange"),
    "MISSING": Mark("cross", "orange"),
    "NOT_DUE": Mark("open", "grey"),
}

# Whether a check on a network's composition holds.
CHECKS: dict[bool, Mark] = {True: Mark("filled", "blue"), False: Mark("cross", "orange")}

TONES = {"ground": GROUND, "blue": BLUE, "orange": ORANGE, "grey": GREY}


def stylesheet() -> str:
    """Tones as CSS variables that follow the theme, and each shape as a mask of its own class."""
    tones = "".join(
        f"--{name}: light-dark({tone.light}, {tone.dark}); "
        f"--{name}-wash: light-dark({tone.wash_light}, {tone.wash_dark}); "
        for name, tone in TONES.items()
    )
    shapes = "".join(
        f".shape-{name} {{ --shape: url('{_data(svg)}') }}\n" for name, svg in SHAPES.items()
    )
    return f":root {{ {tones}}}\n{shapes}"


def _data(svg: str) -> str:
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{svg}</svg>'
    return "data:image/svg+xml," + quote(whole, safe='/:=" ')


def contrast(one: str, other: str) -> float:
    """The contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
