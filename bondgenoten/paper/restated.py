"""The section on what was restated since the closing: old, new, difference and cause."""

from collections import Counter
from typing import Protocol

from bondgenoten import definitions
from bondgenoten.exports import csv
from bondgenoten.language import Words
from bondgenoten.paper import blocks
from bondgenoten.paper.blocks import Block, Cell
from bondgenoten.paper.review import Names, Review, Row, typed
from bondgenoten.periods import Quarter
from bondgenoten.reviews import Cause, Restatement, Step

MOST_MOVED = 1000  # more are only added up on paper; the workbook and a CSV list them all
MOST_CAUSES = 4  # of one figure on paper
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


class Named(Protocol):
    """A review, of the paper or of the page, that knows its quarter and names by code."""

    @property
    def quarter(self) -> Quarter: ...
    @property
    def names(self) -> Names: ...


def restatements(words: Words, review: Review) -> list[Block]:
    """Old, new, difference and cause of every figure of this paper that reads differently now."""
    found = [blocks.heading(words("paper.restated.title"))]
    if not review.closed:
        return [*found, blocks.text(words("paper.restated.open"))]
    if not review.moved:
        return [*found, blocks.text(words("paper.restated.none"))]
    found += [
        blocks.text(words("paper.restated.said"), two_series(words, *review.versions)),
        _by_cause(words, review),
    ]
    listed = [one for one in moved(review) if is_shown(one)]
    if not listed:
        return [*found, blocks.note(words("paper.restated.elsewhere"))]
    if len(listed) > MOST_MOVED:
        return [
            *found,
            blocks.note(words("paper.restated.more", number=words.number(len(review.moved)))),
        ]
    rows: list[list[Cell]] = [
        [
            title(words, review, one),
            *values(words, one),
            causes(words, one.causes, MOST_CAUSES),
        ]
        for one in listed
    ]
    others = len(review.moved) - len(listed)
    return [
        *found,
        blocks.table(_columns(words, review), rows),
        *([blocks.note(blocks.plural(words, "paper.restated.others", others))] if others else []),
    ]


def is_shown(one: Restatement) -> bool:
    """Whether this paper shows the figure."""
    return one.figure.figure in SHOWN.get(one.figure.metric, ())


def series(words: Words, version: str) -> str:
    return words("paper.restated.series", version=version)


def two_series(words: Words, frozen: str, now: str) -> str:
    """The versions of the definitions of the frozen figures and of the new; nothing where one."""
    if frozen == now:
        return ""
    entry = definitions.entry_of(now)
    what = (entry.what_nl if words.language == "nl" else entry.what_en) if entry else ""
    return f"{words('paper.restated.two_series', old=frozen, new=now)} {what}".strip()


def old_and_new(words: Words, frozen: str, now: str) -> tuple[str, str]:
    """The headings of the frozen figure and the one beside it, with the versions of two series."""
    old, new = words("restated.old"), words("restated.new")
    if frozen == now:
        return old, new
    return f"{old}, {series(words, frozen)}", f"{new}, {series(words, now)}"


def _columns(words: Words, review: Review) -> list[tuple[str, float]]:
    old, new = old_and_new(words, *review.versions)
    return [
        (words("restated.figure"), 4), (old, -1.6), (new, -1.6),
        (words("restated.difference"), -1.3), (words("restated.cause"), 3),
    ]  # fmt: skip


def _by_cause(words: Words, review: Review) -> Block:
    """How many figures each cause moved, with the rows and files of an import."""
    counted = Counter(cause.step for one in review.moved for cause in one.causes)
    columns = [
        (words("restated.cause"), 4), (words("paper.restated.rows"), -1),
        (words("paper.restated.moved"), -1.3), (words("restated.files"), 4),
    ]  # fmt: skip
    none = words("count.none")
    rows: list[list[Cell]] = [
        [step_said(words, step), words.number(step.rows) if step.rows else none, words.number(n),
         ", ".join(step.files) or none]
        for step, n in counted.items()
    ]  # fmt: skip
    return blocks.table(columns, rows)


def moved(review: Review) -> list[Restatement]:
    """Everything that moved, in the order of the paper."""
    return sorted(review.moved, key=rank)


def rank(one: Restatement) -> int:
    """The place of a figure's metric on the paper; what it does not show comes last."""
    order = list(SHOWN)
    return order.index(one.figure.metric) if one.figure.metric in order else len(order)


def values(words: Words, one: Restatement) -> list[str]:
    """Old, new and their difference, as a reader says them."""
    said = [spoken(words, one.figure.figure, text) for text in (one.old, one.new)]
    if one.difference is None or isinstance(typed(one.figure.figure, one.new), bool):
        return [*said, words("count.none")]
    return [*said, signed(words, one.difference)]


def causes(words: Words, found: tuple[Cause, ...], most: int | None = None) -> str:
    """Each cause and what it did where there is more than one; beyond `most` only how many more."""
    if len(found) == 1:
        return step_said(words, found[0].step)
    said = [
        f"{step_said(words, cause.step)} ({signed(words, cause.difference)})"
        if cause.difference is not None
        else step_said(words, cause.step)
        for cause in found[:most]
    ]
    more = len(found) - len(said)
    further = [blocks.plural(words, "paper.restated.further", more)] if more else []
    return "; ".join([*said, *further])


def step_said(words: Words, step: Step) -> str:
    """A cause in words: which import by number and day, and whether it added, corrected, withdrew."""
    if step.recorded_at is None:
        return words(f"cause.{step.kind}")
    batch = ", ".join(map(str, step.batches)) or words("count.none")
    return words(f"cause.{step.kind}", batch=batch, date=words.date(step.recorded_at))


def signed(words: Words, difference: float) -> str:
    decimals = 0 if difference == int(difference) else 2
    return ("+" if difference > 0 else "") + words.number(difference, decimals)


def title(words: Words, review: Named, one: Restatement) -> str:
    """A figure by name: whose it is and what it counts; of which quarter where it is another."""
    said = words(
        "paper.restated.of",
        place=place(words, review, one), figure=words(f"column.{one.figure.figure}").lower(),
    )  # fmt: skip
    return said if one.period == review.quarter else f"{one.period} · {said}"


def place(words: Words, review: Named, one: Restatement) -> str:
    """Whose figure it is: a part of the organisation, a theme, a network, an event in a basisteam."""
    names = {**review.names["basisteam"], **review.names["theme"]}
    parts = one.figure.key.split("|")[
        1 if one.figure.metric in ("compliance", "frequency", "themes") else 0 :
    ]
    return " · ".join(_name(words, names[part]) if part in names else part for part in parts)


def _name(words: Words, row: Row) -> str:
    return str(row.get("name") or row[f"name_{words.language}"])


def spoken(words: Words, column: str, text: str | None) -> str:
    """A figure in machine form as a reader says it."""
    value = typed(column, text)
    if value is None:
        return words("count.none")
    if isinstance(value, bool | str):
        return str(csv.spoken(value, words, {}, column in csv.CODED))
    if isinstance(value, int | float):
        return words.number(value, 0 if isinstance(value, int) else 2)
    return words.date(value)
