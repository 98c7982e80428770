"""The section on decisions: what is still open of earlier quarters, and what this one decided."""

from bondgenoten.language import Words
from bondgenoten.paper import blocks
from bondgenoten.paper.blocks import Block, Cell
from bondgenoten.paper.review import Review, Row


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
