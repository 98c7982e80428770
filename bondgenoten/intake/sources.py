"""A sheet of an upload while it is being checked: where it came from, and its cells as typed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bondgenoten.contract import Kind
from bondgenoten.intake.declaring import Declaring
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.sheets import Sheet
from bondgenoten.intake.typed import Typed


@dataclass
class Source:
    """One sheet of one file of the upload, and its cells as typed."""

    number: int
    file: int
    sheet: Sheet
    declaring: Declaring
    is_entered: bool = False  # by hand: every row was meant as one
    typed: Typed = field(default_factory=Typed)

    @property
    def kind(self) -> Kind:
        return self.sheet.headings.kind

    def problem(self, row: int, position: int, column: str | None, code: str) -> Problem:
        return Problem(self.file, self.sheet.name, row, position, column, code)


def seen_from(here: Source, there: Source, what: str, names: Sequence[str]) -> dict[str, str]:
    """A row or cell of another sheet, with that sheet and its file where those differ: details of a
    problem, for the words of either language."""
    seen = {"other": what}
    if there.number != here.number and there.sheet.name:
        seen["other_sheet"] = there.sheet.name
    if there.file != here.file:
        seen["other_file"] = names[there.file]
    return seen
