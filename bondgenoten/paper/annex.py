"""The annex: each basisteam with its count and its networks, in the order of the organisation."""

from bondgenoten.language import Words
from bondgenoten.palette import STATUSES
from bondgenoten.paper import blocks
from bondgenoten.paper.blocks import Block, Cell
from bondgenoten.paper.review import Review, Row
from bondgenoten.paper.standing import bounds, met_of

MOST_NETWORKS = 1500  # more than these are counted in the annex; their rows are in the other files


def annex(words: Words, review: Review) -> list[Block]:
    """A part a basisteam: its count, then its networks."""
    is_whole = len(review.tables["norm"]) <= MOST_NETWORKS
    what = words("paper.annex.counts")
    if is_whole:
        what = words("paper.annex.rows", date=words.long_date(review.quarter.ends_on))
    found = [
        blocks.heading(words("paper.annex.title"), opens_page=True),
        blocks.note(f"{what} {_known(words, review)}"),
    ]
    for row in review.level("compliance", "basisteam"):
        networks = review.networks.get(row["key"], [])
        found += [blocks.heading(row["name"], 2), blocks.text(_team(words, review, row))]
        if networks:
            made = _networks(words, networks) if is_whole else _counted(words, row)
            found.append(made)
    homeless = [row for team, rows in review.networks.items() if team is None for row in rows]
    if homeless:
        found += [blocks.heading(words("paper.annex.no_team"), 2), _networks(words, homeless)]
    return found


def _known(words: Words, review: Review) -> str:
    """Of when the figures are: a late row counts until the quarter is closed."""
    if not review.closed:
        return words("paper.annex.open")
    return words("paper.annex.closed", date=words.long_date(review.closed.closed_at.date()))


def _team(words: Words, review: Review, row: Row) -> str:
    if not row["networks"]:
        return words("paper.annex.none")
    said = words("paper.annex.met", met=met_of(words, review, row), district=row["district"])
    if not row["unknown"]:
        return said
    return f"{said} {bounds(words, 'paper.annex.bounds', row)}"


def _networks(words: Words, networks: list[Row]) -> Block:
    columns = [
        (words("column.network_id"), 1.4), (words("column.name"), 3.6), (words("column.status"), 2.6),
        (words("column.held"), -1.6), (words("column.required"), -1.2),
        (words("column.planned"), -1.3), (words("column.still_to_plan"), -1.4),
        (words("column.last_held_on"), -1.6),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            row["network_id"], row["name"], blocks.status(words, row["status"]),
            *(words.number(row[name]) for name in ("held", "required", "planned", "still_to_plan")),
            blocks.day(words, row["last_held_on"]),
        ]
        for row in networks
    ]  # fmt: skip
    return blocks.table(columns, rows)


def _counted(words: Words, row: Row) -> Block:
    columns = [(words("column.status"), 3), (words("column.networks"), -1)]
    counts = [(status, row[status.lower()]) for status in STATUSES]
    return blocks.table(
        columns, [[blocks.status(words, s), words.number(n)] for s, n in counts if n]
    )
