"""Columns that need more arithmetic than SQL has: intervals, and what has demonstrably changed."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from bondgenoten import signals

SIDES = ("community", "police", "municipality", "joint")

Row = dict[str, Any]
Column = pd.api.extensions.ExtensionArray
Place = tuple[str, ...]
Key = tuple[Place, str, str]  # a part of the organisation, a quarter, a theme


def judge_themes(frame: pd.DataFrame, parts: Sequence[str] = ()) -> pd.DataFrame:
    """Adds share with its interval, and the change against the same quarter a year earlier.

    `parts` names the columns that tell parts of the organisation apart; each is judged by itself.
    """
    rows = frame.to_dict("list")
    counts = list(zip(rows["meetings_with_theme"], rows["meetings_with_any_theme"], strict=True))
    frame = _with_shares(frame, "share", counts)
    places = list(zip(*(rows[name] for name in parts), strict=True)) or [()] * len(counts)
    keys = list(zip(places, rows["quarter"], rows["theme"], strict=True))
    before = {
        key: (*count, provisional)
        for key, count, provisional in zip(keys, counts, rows["provisional"], strict=True)
    }
    together: dict[tuple[Place, str], list[str]] = {}
    for place, quarter, theme in before:
        together.setdefault((place, quarter), []).append(theme)
    found: dict[Key, tuple[float | None, str]] = {}
    for (place, quarter), themes in together.items():
        found |= _changes(before, place, quarter, themes)
    verdicts = [found[key] for key in keys]
    return frame.assign(
        p_value=_floats(p for p, _ in verdicts), change=_texts(c for _, c in verdicts)
    )


def change_codes(
    pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]],
) -> list[tuple[float | None, str]]:
    """For each (x of n now, x of n then) the p and MORE, LESS, NONE or TOO_FEW, tested together."""
    enough = [min(now[1], then[1]) >= signals.FEWEST_FOR_A_TEST for now, then in pairs]
    ps = [signals.fisher(*now, *then) for (now, then), ok in zip(pairs, enough, strict=True) if ok]
    stands = iter(zip(ps, signals.benjamini_hochberg(ps), strict=True))
    return [
        _verdict(now, then, *next(stands)) if ok else (None, "TOO_FEW")
        for (now, then), ok in zip(pairs, enough, strict=True)
    ]


def _verdict(
    now: tuple[int, int], then: tuple[int, int], p: float, is_signal: bool
) -> tuple[float, str]:
    rises = now[0] * then[1] > then[0] * now[1]
    return p, ("MORE" if rises else "LESS") if is_signal else "NONE"


def _changes(
    known: dict[Key, tuple[int, int, bool]], place: Place, quarter: str, themes: list[str]
) -> dict[Key, tuple[float | None, str]]:
    earlier = f"{int(quarter[:4]) - 1}{quarter[4:]}"
    now = [known[place, quarter, theme] for theme in themes]
    then = [known.get((place, earlier, theme), (0, 0, False)) for theme in themes]
    if any(one[2] for one in (*now, *then)):
        return {(place, quarter, theme): (None, "PROVISIONAL") for theme in themes}
    pairs = [(one[:2], other[:2]) for one, other in zip(now, then, strict=True)]
    codes = change_codes(pairs)
    return {(place, quarter, theme): code for theme, code in zip(themes, codes, strict=True)}


def judge_agenda(frame: pd.DataFrame) -> pd.DataFrame:
    """Adds the share of the known with its interval; nothing where the shares stay hidden."""
    for side in SIDES:
        columns = zip(
            frame[side].tolist(), frame["known"].tolist(), frame["is_hidden"].tolist(), strict=True
        )
        counts = [(x, 0 if hidden else n) for x, n, hidden in columns]
        frame = _with_shares(frame, f"{side}_share", counts)
    return frame


def _with_shares(frame: pd.DataFrame, name: str, counts: Sequence[tuple[int, int]]) -> pd.DataFrame:
    limits = {count: signals.wilson(*count) for count in set(counts) if count[1]}
    ends = [limits.get(count, (None, None)) for count in counts]
    return frame.assign(**{
        name: _floats(x / n if n else None for x, n in counts),
        f"{name}_low": _floats(low for low, _ in ends),
        f"{name}_high": _floats(high for _, high in ends),
    })  # fmt: skip


def _floats(values: Any) -> Column:
    return _column(values, pa.float64())


def _texts(values: Any) -> Column:
    return _column(values, pa.string())


def _column(values: Any, kind: pa.DataType) -> Column:
    """Without an index: some rows of a frame keep the numbers that they had in the whole."""
    return pd.Series(pa.array(list(values), kind), dtype=pd.ArrowDtype(kind)).array
