"""The sections on the norm: the answer in a sentence, the statuses, compliance. The annex lies apart."""

from bondgenoten import proportion
from bondgenoten.answers import PLANNABLE, WELL
from bondgenoten.language import Words
from bondgenoten.palette import MARKS, STATUSES
from bondgenoten.paper import blocks, drawing
from bondgenoten.paper.blocks import Block, Cell, number, plural
from bondgenoten.paper.review import Review, Row

ASKS = ("BEHIND_BUT_PLANNED", "TO_PLAN", "OUT_OF_REACH", "NOT_MET")


def answer(words: Words, review: Review) -> list[str]:
    """What the quarter's end says of the year's norm; the first sentence answers."""
    year, region = review.quarter.year, review.region
    if not region["networks"]:
        return [words("overview.no_networks", year=year)]
    if not region["assessable"]:
        none = plural(words, "overview.none_assessable", region["networks"], year=year)
        return [none, *_unknown(words, region)]
    said = _over(words, region, year) if review.quarter.number == 4 else _running(words, review)
    return [*said, *_unknown(words, region)]


def norm(words: Words, review: Review) -> list[Block]:
    """How the networks stand, by status."""
    counts = {status: review.region[status.lower()] for status in STATUSES}
    used = [(status, n) for status, n in counts.items() if n]
    said = plural(words, "paper.norm.networks", review.region["networks"])
    rule = words("norm.rule", meetings=review.norm["meetings_per_year"], year=review.quarter.year)
    drawn = [(words(f"status.{s}"), [(MARKS[s].tone, n)]) for s, n in used]
    alt = ", ".join(f"{words(f'status.{s}').lower()} {words.number(n)}" for s, n in used)
    picture = blocks.chart(drawing.bars(drawn, words.number), words("paper.norm.alt", counts=alt))
    columns = [(words("column.status"), 3), (words("column.networks"), -1)]
    return [
        blocks.heading(words("paper.norm.title")),
        blocks.text(said, rule),
        *([picture] if used else []),
        blocks.table(columns, [[blocks.status(words, s), words.number(n)] for s, n in counts.items()]),
        blocks.note(words("paper.norm.counted", date=words.long_date(review.quarter.ends_on))),
    ]  # fmt: skip


def compliance(words: Words, review: Review) -> list[Block]:
    """Region, districts and basisteams beside each other, in the organisation's order."""
    districts = [row for row in review.level("compliance", "district") if row["networks"]]
    drawn = [
        (row["name"], [("blue", _well(row)), ("orange", _asks(row)), ("grey", _other(row))])
        for row in districts
    ]
    alt = words("paper.compliance.alt", districts="; ".join(_district(words, r) for r in districts))
    columns = [
        (words("norm.column.part"), 3.2), (words("column.networks"), -1.2),
        (words("norm.column.met"), -2.3), (words("status.ON_COURSE"), -1.1),
        (words("paper.asks"), -1.4), (words("status.UNKNOWN"), -1.3),
        (words("column.still_to_plan"), -1.5),
    ]  # fmt: skip
    rows = [_compliance(words, review, row) for row in review.tables["compliance"]]
    left_out = review.region["still_to_plan"] - _to_plan(review)
    return [
        blocks.heading(words("norm.compliance.title")),
        blocks.note(words("paper.compliance.legend")),
        *([blocks.chart(drawing.bars(drawn, words.number), alt)] if drawn else []),
        blocks.table(columns, rows),
        *([blocks.note(plural(words, "paper.left_out", left_out))] if left_out else []),
        blocks.note(words("norm.compliance.subtitle")),
    ]


def _running(words: Words, review: Review) -> list[str]:
    region = review.region
    well = region["met"] + region["on_course"]
    to_plan = _to_plan(review)
    first = _of_networks(words, "overview.answer", well, region["assessable"])
    if not to_plan:
        return [first, words("overview.nothing_to_plan", year=review.quarter.year)]
    return [first, plural(words, "overview.to_plan", to_plan)]


def _over(words: Words, region: Row, year: int) -> list[str]:
    first = _of_networks(
        words, "overview.answer_over", region["met"], region["assessable"], year=year
    )
    short = region["shortfall"]
    return [first, plural(words, "overview.shortfall", short)] if short else [first]


def _of_networks(words: Words, message: str, x: int, total: int, **values: int) -> str:
    """The noun follows the total, the verb follows x."""
    counted = plural(words, "count.networks", total, x=words.number(x))
    return words(message, n=1 if total == 1 else x, counted=counted, **values)


def _unknown(words: Words, region: Row) -> list[str]:
    return [plural(words, "overview.unknown", region["unknown"])] if region["unknown"] else []


def _well(row: Row) -> int:
    return int(sum(row[status.lower()] for status in WELL))


def _asks(row: Row) -> int:
    return int(sum(row[status.lower()] for status in ASKS))


def _other(row: Row) -> int:
    return int(row["unknown"] + row["not_assessable"])


def _district(words: Words, row: Row) -> str:
    return words(
        "paper.compliance.district", name=row["name"], well=words.number(_well(row)),
        asks=words.number(_asks(row)), other=words.number(_other(row)),
    )  # fmt: skip


def _to_plan(review: Review) -> int:
    """Meetings that can still be planned by networks of which that is known."""
    return sum(r["still_to_plan"] for r in review.tables["norm"] if r["status"] in PLANNABLE)


def _compliance(words: Words, review: Review, row: Row) -> list[Cell]:
    name: Cell = row["name"]
    if row["level"] != "basisteam":
        name = {"text": row["name"], "weight": "bold"}
    counts = [row["on_course"], _asks(row), row["unknown"], row["still_to_plan"]]
    met = met_of(words, review, row)
    if row["unknown"]:
        met = f"{met}\n{bounds(words, 'norm.bounds', row)}"
    return [
        name, words.number(row["networks"]), met,
        *(number(words, n) if row["networks"] else words("count.none") for n in counts),
    ]  # fmt: skip


def met_of(words: Words, review: Review, row: Row) -> str:
    if not row["networks"]:
        return words("count.no_network")
    return proportion.spoken(
        words, row["met"], row["assessable"], review.norm["smallest_percentage_base"]
    )


def bounds(words: Words, message: str, row: Row) -> str:
    """What the count can still become when every unknown network is known."""
    low, high = (blocks.of(words, row[f"{e}_met"], row[f"{e}_of"]) for e in ("lower", "upper"))
    return words(message, low=low, high=high)
