"""The sections for the meeting itself: decisions, and what was restated since the closing."""

from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.paper import blocks
from bondgenoten.paper.blocks import Block, Cell
from bondgenoten.paper.review import Review, Row, typed
from bondgenoten.reviews import Cause, Restatement

MOST_MOVED = 80  # rows of restatements on paper; the workbook has them all
# The figures this paper shows, in its order; others that moved are in the workbook.
SHOWN = {
    "compliance": ("networks", "assessable", "met", "on_course", "unknown", "still_to_plan"),
    "frequency": ("meetings_held", "of_which_urgent", "per_network_year"),
    "themes": ("meetings_with_theme", "meetings_with_any_theme", "networks_with_theme", "change"),
    "reach": ("reached", "active_networks", "last_active_on", "maintained"),
    "unrest": ("reach", "prepared", "in_time"),
    "reporting": ("is_complete",),
    "norm": ("status", "held", "required", "planned", "still_to_plan", "last_held_on"),
}


def decisions(words: Words, review: Review) -> list[Block]:
    """What is still open of earlier quarters, then what this one decided."""
    found = [blocks.heading(words("paper.decisions.title"))]
    if not review.open_before and not review.decided:
        return [*found, blocks.text(words("paper.decisions.none"))]
    for title, rows in (("open", review.open_before), ("decided", review.decided)):
        if rows:
            found.append(blocks.heading(words(f"paper.decisions.{title}"), 2))
            found.append(_decisions(words, rows))
    return found


def restatements(words: Words, review: Review) -> list[Block]:
    """Old, new, difference and cause of every figure of this paper that reads differently now."""
    found = [blocks.heading(words("paper.restated.title"))]
    if not review.closed:
        return [*found, blocks.text(words("paper.restated.open"))]
    shown = [one for one in moved(review) if one.figure.figure in SHOWN.get(one.figure.metric, ())]
    if not shown:
        message = "paper.restated.elsewhere" if review.moved else "paper.restated.none"
        return [*found, blocks.text(words(message))]
    columns = [
        (words("paper.restated.figure"), 4), (words("paper.restated.old"), -1.6),
        (words("paper.restated.new"), -1.6), (words("paper.restated.difference"), -1.3),
        (words("paper.restated.cause"), 3),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [_title(words, review, one), *values(words, review, one), causes(words, one.causes)]
        for one in shown[:MOST_MOVED]
    ]
    more = blocks.note(words("paper.restated.more", number=words.number(len(review.moved))))
    return [
        *found,
        blocks.text(words("paper.restated.said")),
        blocks.table(columns, rows),
        *([more] if len(review.moved) > len(rows) else []),
    ]


def moved(review: Review) -> list[Restatement]:
    """Everything that moved, in the order of the paper."""
    order = list(SHOWN)
    return sorted(
        review.moved,
        key=lambda one: order.index(one.figure.metric) if one.figure.metric in order else 99,
    )


def values(words: Words, review: Review, one: Restatement) -> list[str]:
    """Old, new and their difference, as a reader says them."""
    said = [_spoken(words, review, one.figure.figure, text) for text in (one.old, one.new)]
    if one.difference is None or isinstance(typed(one.figure.figure, one.new), bool):
        return [*said, words("count.none")]
    decimals = 0 if one.difference == int(one.difference) else 2
    sign = "+" if one.difference > 0 else ""
    return [*said, f"{sign}{words.number(one.difference, decimals)}"]


def causes(words: Words, found: tuple[Cause, ...]) -> str:
    """Each cause once, with the day of its import."""
    said = [
        words("paper.cause.IMPORT", date=words.date(cause.recorded_at))
        if cause.recorded_at
        else words(f"paper.cause.{cause.kind}")
        for cause in found
    ]
    return "; ".join(dict.fromkeys(said))


def _title(words: Words, review: Review, one: Restatement) -> str:
    return words(
        "paper.restated.of",
        place=place(words, review, one), figure=words(f"column.{one.figure.figure}").lower(),
    )  # fmt: skip


def place(words: Words, review: Review, one: Restatement) -> str:
    """Whose figure it is: a part of the organisation, a theme, a network, an event in a basisteam."""
    names = {**review.names["basisteam"], **review.names["theme"]}
    parts = one.figure.key.split("|")[
        1 if one.figure.metric in ("compliance", "frequency") else 0 :
    ]
    return " · ".join(_name(words, names[part]) if part in names else part for part in parts)


def _name(words: Words, row: Row) -> str:
    return str(row.get("name") or row[f"name_{words.language}"])


def _spoken(words: Words, review: Review, column: str, text: str | None) -> str:
    value = typed(column, text)
    if value is None:
        return words("count.none")
    if isinstance(value, bool | str):
        return str(csv.spoken(value, words, {}, column in csv.CODED))
    if isinstance(value, int | float):
        return words.number(value, 0 if isinstance(value, int) else 2)
    return words.date(value)


def _decisions(words: Words, rows: list[Row]) -> Block:
    columns = [
        (words("paper.decisions.number"), -0.7), (words("column.quarter"), 1.3),
        (words("paper.decisions.decision"), 4.5), (words("paper.decisions.actor"), 2),
        (words("paper.decisions.due_on"), -1.5), (words("paper.decisions.done_on"), -1.5),
    ]  # fmt: skip
    made: list[list[Cell]] = [
        [
            str(row["decision_id"]), row["quarter"], row["decision"],
            words(f"actor.{row['actor']}"), words.date(row["due_on"]),
            words.date(row["done_on"]) if row["done_on"] else words("paper.decisions.not_yet"),
        ]
        for row in rows
    ]  # fmt: skip
    return blocks.table(columns, made)
