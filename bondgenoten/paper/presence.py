"""The sections on where networks are: roll-out, at an event, and which teams confirmed."""

from bondgenoten.language import Words
from bondgenoten.palette import DOTS
from bondgenoten.paper import blocks, drawing
from bondgenoten.paper.blocks import Block, Cell, plural
from bondgenoten.paper.review import Review, Row


def rollout(words: Words, review: Review) -> list[Block]:
    """Which basisteams have a network, which lost theirs, which never had one."""
    rows = review.tables["reach"]
    by_district: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        dot = DOTS["held" if row["reached"] == "REACHED" else "open"]
        by_district.setdefault(row["district"], []).append((dot.shape, dot.tone))
    reached = sum(row["reached"] == "REACHED" for row in rows)
    lost = sum(row["reached"] == "LOST" for row in rows)
    never = len(rows) - reached - lost
    counted = plural(words, "rollout.teams", len(rows), x=words.number(reached))
    told = words("rollout.answer", n=1 if len(rows) == 1 else reached, counted=counted)
    alt = "; ".join(
        words("paper.rollout.district", name=name, x=words.number(_filled(dots)), n=words.number(len(dots)))
        for name, dots in by_district.items()
    )  # fmt: skip
    columns = [
        (words("column.basisteam"), 3), (words("column.reached"), 2),
        (words("column.active_networks"), -1.2), (words("column.last_active_on"), -1.6),
        (words("column.maintained"), -1.6),
    ]  # fmt: skip
    return [
        blocks.heading(words("paper.rollout.title")),
        blocks.text(
            f"{told}.",
            plural(words, "rollout.lost", lost) if lost else "",
            plural(words, "rollout.never", never) if never else "",
        ),
        blocks.chart(
            drawing.dots(list(by_district.items())), words("paper.rollout.alt", districts=alt)
        ),
        blocks.table(columns, [_reach(words, row) for row in rows]),
        blocks.note(words("paper.rollout.counted")),
    ]


def unrest(words: Words, review: Review) -> list[Block]:
    """The events of the quarter, and where a network was then."""
    rows = review.tables["unrest"]
    found = [blocks.heading(words("paper.unrest.title"))]
    if not rows:
        return [*found, blocks.text(words("paper.unrest.none"))]
    columns = [
        (words("column.date"), 1.4), (words("paper.unrest.event"), 3.4),
        (words("column.basisteam"), 2.2), (words("column.reach"), 2.6),
        (words("column.prepared"), -1.3), (words("paper.unrest.in_time"), -1.5),
    ]  # fmt: skip
    days = review.norm["first_meeting_days"]
    return [
        *found,
        blocks.table(columns, [_unrest(words, review, row) for row in rows]),
        blocks.note(words("paper.unrest.counted", days=days)),
    ]


def reporting(words: Words, review: Review) -> list[Block]:
    """Which basisteams did not confirm the quarter."""
    rows = review.tables["reporting"]
    missing = [row["name"] for row in rows if not row["is_complete"]]
    x, n = words.number(len(rows) - len(missing)), words.number(len(rows))
    late = words("paper.reporting.missing", teams=", ".join(missing)) if missing else ""
    return [
        blocks.heading(words("paper.reporting.title")),
        blocks.text(words("paper.reporting.said", x=x, n=n), late),
    ]


def _reach(words: Words, row: Row) -> list[Cell]:
    return [
        row["name"], words.code(row["reached"]), words.number(row["active_networks"]),
        blocks.day(words, row["last_active_on"]), blocks.of(words, row["maintained"], row["seasoned"]),
    ]  # fmt: skip


def _unrest(words: Words, review: Review, row: Row) -> list[Cell]:
    # A closed quarter froze the Dutch name alone; an event that has gone since has only that.
    event = review.names["event"].get(row["event_id"], {}) if words.language == "en" else {}
    return [
        words.date(row["date"]), event.get("name_en", row["name_nl"]), row["basisteam_name"],
        blocks.reach(words, row["reach"]), blocks.of(words, row["prepared"], row["networks"]),
        blocks.of(words, row["in_time"], row["followed"]),
    ]  # fmt: skip


def _filled(dots: list[tuple[str, str]]) -> int:
    return sum(shape == DOTS["held"].shape for shape, _ in dots)
