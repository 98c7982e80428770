"""A faulty network number is told once, where the network itself stands: rows that name it wait."""

from collections import defaultdict
from collections.abc import Sequence

from bondgenoten.intake.known import Queried
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.sources import Source

_CODES = ("bad_key", "too_long", "personal_data")


def told_once(
    connection: Queried, sources: Sequence[Source], problems: list[Problem]
) -> list[Problem]:
    """The problems without those that repeat a faulty number of a network of this upload. A row
    that has no other fault is no longer faulty: it is held back with its network."""
    of = {(source.file, source.sheet.name): source for source in sources}
    faulty = [p for p in problems if p.column == "network_id" and p.code in _CODES and not p.reason]
    typed = {p.place: _source(of, p).typed.value(p.row, "network_id") for p in faulty}
    told = {typed[p.place] for p in faulty if _source(of, p).kind.name == "networks"}
    again = {
        p.place for p in faulty if typed[p.place] in told and _source(of, p).kind.name != "networks"
    }
    left = [p for p in problems if p.place not in again]
    still = {p.place[:3] for p in left if p.severity == "error"}
    rows: dict[int, list[int]] = defaultdict(list)
    for place in again:
        source = of[place.file, place.sheet]
        if place[:3] not in still and not source.sheet.headings.missing:
            rows[source.number].append(place.row)
    for source in sources:
        if rows[source.number]:
            connection.execute(
                f"update upload_{source.kind.name} set is_faulty = false "
                "where source = ? and row in (select unnest(?))",
                [source.number, rows[source.number]],
            )
    return left


def _source(of: dict[tuple[int, str | None], Source], problem: Problem) -> Source:
    return of[problem.file, problem.sheet]
