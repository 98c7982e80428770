"""Sentences on themes, made from counts: what was discussed most, and what has changed."""

from collections.abc import Sequence

from bondgenoten import proportion
from bondgenoten.answers import Row
from bondgenoten.language import Words
from bondgenoten.ui import theme_view
from bondgenoten.ui.sentences import count, plural, quarter

MOST_NAMED = 3


def answer(words: Words, rows: Sequence[Row], names: dict[str, str], code: str | None) -> str:
    """The theme that came up at most meetings of the last confirmed quarter, with its count."""
    if code is None:
        return words("themes.none_confirmed")
    top = theme_view.most_discussed(rows)
    if not top:
        return words("themes.none_held", quarter=quarter(words, code))
    said = count(words, top[0]["meetings_with_theme"], top[0]["meetings_with_any_theme"])
    if len(top) > MOST_NAMED:
        return words("themes.tied", quarter=quarter(words, code), number=len(top), said=said)
    listed = in_a_row(words, [names[row["theme"]] for row in top])
    return words(
        "themes.answer", n=len(top), quarter=quarter(words, code), themes=listed, said=said
    )


def change(words: Words, rows: Sequence[Row], names: dict[str, str], code: str) -> str:
    """What has demonstrably changed against a year earlier; usually nothing."""
    found = theme_view.changed(rows)
    earlier = quarter(words, theme_view.a_year_before(code))
    if "PROVISIONAL" in found:
        return words("themes.change.provisional", earlier=earlier)
    if "TOO_FEW" in found:
        return words("themes.change.too_few", earlier=earlier)
    moved = [
        words(f"themes.change.{verdict}", earlier=earlier, themes=_moved(words, found[verdict], names))
        for verdict in ("MORE", "LESS")
        if verdict in found
    ]  # fmt: skip
    rest = len(found.get("NONE", ()))
    if not moved:
        return words("themes.change.none", earlier=earlier)
    return " ".join([*moved, plural(words, "themes.change.rest", rest)] if rest else moved)


def recorded(words: Words, row: Row, smallest: int) -> str:
    """How many of the meetings held have a theme at all."""
    said = proportion.spoken(words, row["meetings_with_any_theme"], row["meetings_held"], smallest)
    return words("themes.recorded", said=said)


def in_a_row(words: Words, names: Sequence[str]) -> str:
    """a, b en c."""
    if len(names) < 2:
        return "".join(names)
    return words("themes.and", first=", ".join(names[:-1]), last=names[-1])


def _moved(words: Words, rows: Sequence[Row], names: dict[str, str]) -> str:
    said = [
        words(
            "themes.was",
            theme=names[row["theme"]],
            now=count(words, row["meetings_with_theme"], row["meetings_with_any_theme"]),
            then=count(
                words,
                row["before"]["meetings_with_theme"],
                row["before"]["meetings_with_any_theme"],
            ),
        )
        for row in rows
    ]
    return in_a_row(words, said)
