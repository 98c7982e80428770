"""Rows that are held back: for which cell each of them waits. That is no fault of their own."""

from collections.abc import Iterable, Iterator, Sequence

from bondgenoten.intake.checking import Held
from bondgenoten.intake.problems import HELD, Place, Problem
from bondgenoten.intake.sources import Source, seen_from


def waiting(
    sources: Sequence[Source],
    names: Sequence[str],
    problems: Iterable[Problem],
    rows: Iterable[Held],
) -> Iterator[Problem]:
    """Says of each row what it waits for; `problems` are those of the upload, `names` its files'."""
    first: dict[tuple[int, str | None, int], Problem] = {}
    for problem in problems:
        if problem.severity == "error" and problem.position >= 0:
            first.setdefault(problem.place[:3], problem)
    for source, row, on_source, on_row in rows:
        here, there = sources[source], sources[on_source]
        cell = _cell(there, on_row, first)
        if here.kind.name == "confirmations":
            position = here.sheet.headings.position("covers_until") or 0
            yield Problem(here.file, here.sheet.name, row, position, "covers_until", HELD,
                          reason="confirmation", details=seen_from(here, there, cell, names))  # fmt: skip
            continue
        number = here.typed.value(row, "network_id")
        is_sure = on_row is not None and there.typed.value(on_row, "network_id") == number
        position = here.sheet.headings.position("network_id") or 0
        yield Problem(
            here.file, here.sheet.name, row, position, "network_id", HELD,
            # A number as typed may be what is wrong with the network, and hold a person.
            None if is_sure else number, None, None if is_sure else "perhaps",
            seen_from(here, there, cell, names),
        )  # fmt: skip


def _cell(there: Source, row: int | None, first: dict[tuple[int, str | None, int], Problem]) -> str:
    """The cell to be mended: the first that is wrong in the row, or in the headings."""
    headings = there.sheet.headings
    at = headings.row if row is None else row
    told = first.get((there.file, there.sheet.name, at))
    if not told and headings.missing:
        told = first.get((there.file, there.sheet.name, headings.row))
    if told:
        return told.place.cell
    return Place(there.file, there.sheet.name, at, headings.position("network_id") or 0).cell
