"""The sections on what the networks did: how often they met, and what they spoke of."""

from bondgenoten import proportion
from bondgenoten.language import Words
from bondgenoten.paper import blocks, drawing
from bondgenoten.paper.blocks import Block, Cell, number, plural
from bondgenoten.paper.review import Review, Row
from bondgenoten.periods import Quarter
from bondgenoten.reviews.figures import year_ago


def name_of(words: Words, quarter: Quarter) -> str:
    """3e kwartaal 2026, 3rd quarter 2026"""
    ordinal = words(f"count.ordinal.{quarter.number}")
    return words("count.quarter_name", number=ordinal, year=quarter.year)


def frequency(words: Words, review: Review) -> list[Block]:
    """This quarter beside the one before and the same of a year ago; no verdict, only counts."""
    compared = [review.quarter, review.quarter.previous, year_ago(review.quarter)]
    by_place = {(row["period"], row["level"], row["key"]): row for row in review.frequency}
    rows = [row for row in review.frequency if row["period"] == str(review.quarter)]
    points = [
        (row["period"], row["meetings_held"])
        for row in review.frequency
        if row["level"] == "region"
    ]
    columns = [
        (words("norm.column.part"), 3.2),
        *((name_of(words, quarter), -1.6) for quarter in compared),
        (words("column.of_which_urgent"), -1.2), (words("column.per_network_year"), -1.5),
    ]  # fmt: skip
    told = ", ".join(f"{period} {words.number(n)}" for period, n in points)
    return [
        blocks.heading(words("paper.frequency.title")),
        blocks.text(_met(words, review, rows[0]) if rows else ""),
        blocks.chart(drawing.line(points, words.number), words("paper.frequency.alt", counts=told)),
        blocks.table(columns, [_frequency(words, row, compared, by_place) for row in rows]),
        blocks.note(words("paper.frequency.counted")),
    ]


def themes(words: Words, review: Review) -> list[Block]:
    """What was discussed; a change only in words, and only where it is demonstrable."""
    rows = review.level("themes", "region")
    first: Row = rows[0] if rows else {"meetings_with_any_theme": 0, "meetings_held": 0}
    n, held = first["meetings_with_any_theme"], first["meetings_held"]
    drawn = [(_theme(words, review, row), [("blue", row["meetings_with_theme"])]) for row in rows]
    told = ", ".join(f"{name} {words.number(parts[0][1])}" for name, parts in drawn)
    columns = [
        (words("column.theme"), 2.8), (words("paper.themes.share"), -2),
        (words("paper.themes.interval"), -1.6), (words("paper.themes.spread"), -1.4),
        (words("paper.themes.change"), 3),
    ]  # fmt: skip
    provisional = any(row["provisional"] for row in rows)
    return [
        blocks.heading(words("paper.themes.title")),
        blocks.text(
            words("paper.themes.said", x=words.number(n), total=words.number(held)),
            words("paper.themes.provisional") if provisional else "",
        ),
        *(
            [
                blocks.chart(
                    drawing.bars(drawn, words.number), words("paper.themes.alt", counts=told)
                )
            ]
            if n
            else []
        ),
        blocks.table(columns, [_themes(words, review, row) for row in rows]),
        blocks.note(words("paper.themes.counted")),
    ]


def _met(words: Words, review: Review, region: Row) -> str:
    said = plural(words, "paper.frequency.said", region["meetings_held"],
                  quarter=name_of(words, review.quarter))  # fmt: skip
    urgent = region["of_which_urgent"]
    return f"{said} {plural(words, 'frequency.urgent', urgent)}" if urgent else said


def _frequency(
    words: Words, row: Row, compared: list[Quarter], by_place: dict[tuple[str, str, str], Row]
) -> list[Cell]:
    name: Cell = row["name"]
    if row["level"] != "basisteam":
        name = {"text": row["name"], "weight": "bold"}
    rows = [by_place.get((str(quarter), row["level"], row["key"])) for quarter in compared]
    held = [number(words, other["meetings_held"] if other else None) for other in rows]
    return [
        name, *held, words.number(row["of_which_urgent"]), number(words, row["per_network_year"], 1),
    ]  # fmt: skip


def _theme(words: Words, review: Review, row: Row) -> str:
    known = review.names["theme"].get(row["theme"])
    return str(known[f"name_{words.language}"]) if known else str(row["theme"])


def _themes(words: Words, review: Review, row: Row) -> list[Cell]:
    x, n = row["meetings_with_theme"], row["meetings_with_any_theme"]
    smallest = review.norm["smallest_percentage_base"]
    interval = words("count.none")
    if n >= smallest:
        low, high = (words.number(100 * row[f"share_{end}"]) for end in ("low", "high"))
        interval = words("paper.themes.range", low=low, high=high)
    spread = blocks.of(words, row["networks_with_theme"], row["networks_that_met"])
    change = words.code(row["change"]) if row["change"] else words("count.none")
    said = proportion.spoken(words, x, n, smallest)
    return [_theme(words, review, row), said, interval, spread, change]
