"""What the rules found, told as problems of cells; of very many the first, and how many more there are."""

from collections.abc import Iterator, Mapping, Sequence

from bondgenoten.intake import checking, limits
from bondgenoten.intake.known import Queried
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.sources import Source, seen_from


def ruled(
    connection: Queried, sources: Sequence[Source], names: Sequence[str], shared: Mapping[str, str]
) -> Iterator[Problem]:
    """`names` are those of the files; `shared` are details that are the same for every problem."""
    for row in checking.found(connection, limits.MOST_FAULTS):
        if not _is_misread(sources[row[0]], row[2]):
            yield _problem(sources, names, shared, *row)
    for source, number in checking.beyond(connection, limits.MOST_FAULTS):
        where = sources[source]
        yield Problem(where.file, where.sheet.name, 0, -1, None, "untold",
                      details={"number": str(number), "limit": str(limits.MOST_FAULTS)})  # fmt: skip


def _is_misread(source: Source, column: str) -> bool:
    """Whether a cell seems empty because its heading was not known, which is told there."""
    headings = source.sheet.headings
    return headings.position(column) is None and column in headings.perhaps


def _problem(
    sources: Sequence[Source], names: Sequence[str], shared: Mapping[str, str],
    source: int, row: int, column: str, code: str, suggestion: str | None,
    details: dict[str, str] | None,
) -> Problem:  # fmt: skip
    where = sources[source]
    position = where.sheet.headings.position(column)
    value = where.typed.value(row, column)
    if details is None:
        details = dict(shared)
    elif "other_source" in details:
        there = sources[int(details["other_source"])]
        details = seen_from(where, there, details["other_row"], names)
    return Problem(where.file, where.sheet.name, row, position or 0, column, code, value,
                   suggestion, None, details, details.get("mend"))  # fmt: skip
