"""What an import found and did: as JSON for machines, as lines for people."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bondgenoten.intake.digests import Digests
from bondgenoten.intake.messages import message
from bondgenoten.intake.order import Texts
from bondgenoten.intake.problems import HELD, Problem
from bondgenoten.language import words

_COUNTED = {"unchanged": "import.unchanged_rows"}
SHOWN = 20  # problems of one kind in one column of a sheet, before "and so many more"


@dataclass(frozen=True)
class FileReport:
    """One file of an upload: what became of its rows. The six outcomes add up to `read`.

    `new`, `corrected` and `unchanged` are what rows are, also when nothing was written.
    """

    name: str
    sha256: str
    new: int = 0
    corrected: int = 0
    unchanged: int = 0
    duplicate: int = 0
    held_back: int = 0
    rejected: int = 0
    kinds: tuple[str, ...] = ()  # what its sheets were recognised as

    @property
    def read(self) -> int:
        done = self.new + self.corrected + self.unchanged
        return done + self.duplicate + self.held_back + self.rejected


@dataclass(frozen=True)
class Declaration:
    """A cell that looks like personal data and was said to be none; its text only as a digest."""

    file_name: str
    sheet: str | None
    cell: str
    personal: str
    digest: str
    reason: str


@dataclass
class Report:
    """The answer to an import. `written` says whether the register has a new version; `proof` is the
    hash of all that would be saved, or was."""

    files: list[FileReport]
    problems: list[Problem]
    accept_valid: bool = False
    held: list[Problem] = field(default_factory=list)  # rows that wait, and for which cell
    written: bool = False
    batch: int | None = None  # as which it was saved
    proof: str = ""
    declarations: list[Declaration] = field(default_factory=list)
    accepted: Digests = field(default_factory=Digests)  # what the register was told before
    mended: Texts = field(default_factory=dict)  # as asked, for the copy that goes back
    asked: list[str] = field(default_factory=list)  # columns by hand that seem to name someone

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity == "warning"]

    @property
    def told(self) -> list[Problem]:
        """What is wrong, and after that which rows wait for it."""
        return self.problems + self.held

    @property
    def changes(self) -> int:
        """Rows that are new or corrected."""
        return sum(file.new + file.corrected for file in self.files)

    @property
    def refused(self) -> bool:
        """Whether nothing may be written: an error, unless valid rows were asked for and there are."""
        if not any(problem.severity == "error" for problem in self.problems):
            return False
        good = self.changes + sum(file.unchanged for file in self.files)
        return not (self.accept_valid and good)

    def to_json(self) -> dict[str, Any]:
        """The report of DESIGN 5: plain values only. `sheet` of a CSV is null."""
        by_file: dict[int, list[Problem]] = defaultdict(list)
        for problem in self.told:
            by_file[problem.file].append(problem)
        return {
            "written": self.written,
            "files": [_file(file, by_file[number]) for number, file in enumerate(self.files)],
        }

    def lines(self, language: str) -> list[str]:
        """The report for a person: the outcome first, then each file, sheet by sheet."""
        return [self._outcome(language), *self._body(language)]

    def _outcome(self, language: str) -> str:
        say = words(language)
        if self.refused:
            return say("import.refused", n=len(self.errors))
        if not any(file.read for file in self.files):
            return say("import.empty")
        if not any(file.new + file.corrected + file.unchanged for file in self.files):
            return say("import.nothing")
        if not self.changes:
            return say("import.unchanged")
        done = "import.written" if self.written else "import.would_write"
        return say(done, n=self.changes)

    def _body(self, language: str) -> Iterator[str]:
        for number, file in enumerate(self.files):
            yield _counts(file, language)
            mine = [problem for problem in self.told if problem.file == number]
            for severity in ("error", "warning", "held"):
                yield from _grouped([p for p in mine if p.severity == severity], language)


def _file(file: FileReport, problems: list[Problem]) -> dict[str, Any]:
    counts = ("read", "new", "corrected", "unchanged", "duplicate", "held_back", "rejected")
    return {
        "file": file.name,
        **{name: getattr(file, name) for name in counts},
        "problems": [_problem(problem) for problem in problems if problem.code != HELD],
        "waiting": [_problem(problem) for problem in problems if problem.code == HELD],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "sheet": problem.sheet,
        "cell": problem.cell,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "value": problem.value,
        "message_nl": message(problem, "nl"),
        "message_en": message(problem, "en"),
        "suggestion": problem.suggestion,
    }


def _counts(file: FileReport, language: str) -> str:
    say = words(language)
    named = ("new", "corrected", "unchanged", "duplicate", "held_back", "rejected")
    parts = [
        say(_COUNTED.get(name, f"import.{name}"), number=say.number(getattr(file, name)))
        for name in named
        if getattr(file, name)
    ]
    text = say("import.rows", n=file.read, number=say.number(file.read))
    return f"{file.name}: {', '.join([text, *parts])}"


def _grouped(problems: list[Problem], language: str) -> Iterator[str]:
    """A line a problem; of many of the same kind the first ones, and how many more there are."""
    say = words(language)
    seen: Counter[tuple[str | None, str, str | None]] = Counter()
    for problem in problems:
        kind = (problem.sheet, problem.code, problem.column)
        seen[kind] += 1
        if seen[kind] <= SHOWN:
            place = " ".join(part for part in (problem.sheet, problem.cell) if part)
            label = say(f"import.{problem.severity}")
            yield "  " + ": ".join(p for p in (label, place, message(problem, language)) if p)
    for (sheet, _, column), number in seen.items():
        if number > SHOWN:
            where = f"“{say(f'column.{column}')}”" if column else sheet or ""
            yield "  " + say("import.more", number=say.number(number - SHOWN), where=where)
