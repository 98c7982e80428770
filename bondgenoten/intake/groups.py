"""The problems of a report as a screen shows them: those that are mended alike, together."""

from collections.abc import Iterable
from dataclasses import dataclass

from bondgenoten.intake.problems import Place, Problem


@dataclass(frozen=True)
class Group:
    """Problems with one cause and one remedy; at least one, in the order of the files."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """Stands for all: same code, column, suggestion and, where there is one, same value."""
        return self.problems[0]

    @property
    def count(self) -> int:
        return len(self.problems)

    @property
    def places(self) -> list[Place]:
        return [problem.place for problem in self.problems]

    @property
    def mend(self) -> str | None:
        """The text that mends every cell of the group; None where no one text is sure to."""
        return self.first.mend

    @property
    def mended(self) -> dict[Place, str]:
        """What one click hands to the import."""
        return {} if self.mend is None else dict.fromkeys(self.places, self.mend)

    @property
    def is_declarable(self) -> bool:
        """Whether the cells may be declared to be no BSN."""
        return self.first.code == "personal_data" and self.first.details.get("personal") == "bsn"


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """Errors before warnings, each group where its first problem stands."""
    found: dict[tuple[str | None, ...], list[Problem]] = {}
    for problem in sorted(problems, key=lambda problem: problem.severity):
        found.setdefault(_cause(problem), []).append(problem)
    return [Group(tuple(group)) for group in found.values()]


def _cause(problem: Problem) -> tuple[str | None, ...]:
    value = problem.value if problem.suggestion else None
    personal = problem.details.get("personal")
    return (problem.code, problem.reason, personal, problem.column, value, problem.suggestion,
            problem.mend)  # fmt: skip
