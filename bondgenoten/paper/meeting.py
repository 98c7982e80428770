"""Decisions on paper and in the files: what is open of earlier quarters, and what this one decided."""

from datetime import date

from bondgenoten.language import Words
from bondgenoten.paper import blocks
from bondgenoten.paper.blocks import Block, Cell
from bondgenoten.paper.review import Review, Row

HEADINGS = {
    "decision_id": "paper.decisions.number", "quarter": "column.quarter",
    "decision": "paper.decisions.decision", "actor": "paper.decisions.actor",
    "due_on": "paper.decisions.due_on", "done_on": "paper.decisions.done_on",
}  # fmt: skip
COLUMNS = tuple(HEADINGS)
WIDTHS = (-0.7, 1.3, 4.5, 2, -1.5, -1.5)


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


def listed(review: Review) -> list[Row]:
    """All decisions of the review as one list, for the files: open ones from before first."""
    return [*review.open_before, *review.decided]


def headings(words: Words) -> list[str]:
    return [words(message) for message in HEADINGS.values()]


def said(words: Words, row: Row) -> Row:
    """A decision with its function in words, and that it is still open where it is."""
    return {
        **row,
        "actor": words(f"actor.{row['actor']}"),
        "done_on": row["done_on"] or words("paper.decisions.not_yet"),
    }


def _decisions(words: Words, rows: list[Row]) -> Block:
    made = [[_cell(words, said(words, row)[name]) for name in COLUMNS] for row in rows]
    return blocks.table(list(zip(headings(words), WIDTHS, strict=True)), made)


def _cell(words: Words, value: date | int | str) -> Cell:
    return words.date(value) if isinstance(value, date) else str(value)
