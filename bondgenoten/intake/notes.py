"""What is to be written in the annotated copy of a file: which cells, which words, what is left out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from bondgenoten.intake.declaring import undeclared
from bondgenoten.intake.digests import Digests
from bondgenoten.intake.messages import message
from bondgenoten.intake.problems import Problem
from bondgenoten.language import words


class Page:
    """One file to be annotated: its notes by sheet, and how they are said."""

    def __init__(self, language: str, sheets: "dict[str | None, Notes]", accepted: Digests) -> None:
        self.sheets = sheets
        self._say = words(language)
        self._accepted = accepted
        self._kinds: dict[tuple[str, bool], str | None] = {}

    @property
    def title(self) -> str:
        """The heading of the column of messages; headings.py knows it again."""
        return self._say("annotated.column")

    def said(self, problems: Iterable[Problem]) -> str:
        """Their messages, one a line."""
        return "\n".join(message(problem, self._say.language) for problem in problems)

    def left_out(self, text: str, problems: Iterable[Problem], is_spared: bool) -> str | None:
        """What is said in place of a text that may not stand in the copy; None for one that may, as
        the numbers of a column that is spared."""
        told = (p.details["personal"] for p in problems if p.code == "personal_data")
        if (text, is_spared) not in self._kinds:
            self._kinds[text, is_spared] = undeclared(text, self._accepted, is_spared)
        kind = next(told, self._kinds[text, is_spared])
        if kind is None:
            return None
        return self._say("annotated.left_out", personal=self._say(f"personal.{kind}"))


@dataclass
class Notes:
    """What is to be written in one sheet, by row and position."""

    problems: dict[tuple[int, int], list[Problem]] = field(default_factory=dict)
    mended: dict[tuple[int, int], str] = field(default_factory=dict)

    @cached_property
    def spared(self) -> set[int]:
        """The columns of numbers that only now and then look like a BSN."""
        told = ((place, one) for place, some in self.problems.items() for one in some)
        return {position for (_, position), one in told if one.code == "perhaps_bsn"}

    def messages(self, heading: int, page: Page) -> dict[int, str]:
        """The text of the last column for each row; what is wrong with the headings themselves, or
        above them, stands in the heading of that column."""
        found: dict[int, list[Problem]] = defaultdict(list)
        for (row, _), problems in sorted(self.problems.items()):
            found[max(row, heading)] += problems
        said = {row: page.said(problems) for row, problems in found.items()}
        said[heading] = ": ".join(filter(None, (page.title, said.get(heading))))
        return said
