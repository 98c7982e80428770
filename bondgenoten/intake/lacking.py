"""What the sheets of an upload lack, as the rules that look beyond one cell have to know it."""

from collections.abc import Iterable, Sequence

from bondgenoten.intake.problems import Problem
from bondgenoten.intake.ruling import Absent, Row
from bondgenoten.intake.sources import Source


def absent(sources: Iterable[Source]) -> list[Absent]:
    """Optional columns that a sheet does not have."""
    return [
        (source.number, source.kind, column.name)
        for source in sources
        for column in source.kind.columns
        if not column.required and source.sheet.headings.position(column.name) is None
    ]


def nameless(sources: Iterable[Source]) -> int | None:
    """A sheet of networks that lacks the column of their numbers."""
    networks = (source for source in sources if source.kind.name == "networks")
    lacking = (s.number for s in networks if "network_id" in s.sheet.headings.missing)
    return next(lacking, None)


def unnamed(sources: Iterable[Source], problems: Sequence[Problem]) -> list[Row]:
    """Rows of networks whose number is not there, or is no number at all."""
    of = {(s.file, s.sheet.name): s for s in sources if s.kind.name == "networks"}
    return [
        (of[problem.file, problem.sheet].number, problem.row)
        for problem in problems
        if problem.column == "network_id"
        and (problem.code in ("missing_value", "personal_data") or problem.reason)
        and (problem.file, problem.sheet) in of
    ]


def is_whole(problems: Iterable[Problem]) -> bool:
    """Whether every file could be read and every sheet was recognised."""
    return not any(p.position < 0 and p.severity == "error" for p in problems)
