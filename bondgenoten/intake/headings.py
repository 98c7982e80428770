"""Recognises which kind of file a row of headings belongs to. Reads no file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.folding import fold, nearest
from bondgenoten.intake.limits import MOST_COLUMNS
from bondgenoten.intake.refusals import Refusal
from bondgenoten.language import LANGUAGES, words

SEARCHED = 20  # rows from the top in which the headings may stand
LONGEST = 100  # characters of a heading that are looked at


@dataclass(frozen=True)
class Headings:
    """A recognised row of headings: its row number and what each position holds."""

    kind: Kind
    row: int
    texts: tuple[str, ...]
    columns: dict[int, str]  # position -> column of the contract
    doubled: tuple[int, ...]  # positions of a heading that stands there a second time
    unknown: tuple[int, ...]  # positions of headings that are no column of this kind
    notes: tuple[int, ...] = ()  # the column of messages that annotating adds, where it is there

    @property
    def missing(self) -> list[str]:
        """Required columns that are not there, in the contract's order."""
        there = set(self.columns.values())
        return [c.name for c in self.kind.columns if c.required and c.name not in there]

    @property
    def are_titles(self) -> bool:
        """Whether every heading is a title of the catalogue to the letter, as our exports write it."""
        texts = {self.texts[position] for position in self.columns}
        titles = ({words(lang)(f"column.{n}") for n in self.kind.names} for lang in LANGUAGES)
        return not self.unknown and any(texts <= own for own in titles)

    @property
    def language(self) -> str:
        """English where every heading is an English title; our own forms and files bear codes."""
        texts = {fold(self.texts[position]) for position in self.columns}
        return next((lang for lang in LANGUAGES if texts <= _folded(self.kind, lang)), LANGUAGES[0])

    def position(self, column: str) -> int | None:
        return self._positions.get(column)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {name: position for position, name in self.columns.items()}

    def meant(self, position: int) -> "Meant | None":
        """The title an unknown heading looks most like, in the language it was typed in."""
        titles = _spelt(self.kind)
        near = nearest(self.texts[position], titles)
        if near is None:
            return None
        column = titles[near.spelling]
        return Meant(column, near.spelling, near.is_clear and self.position(column) is None)

    def misspelt(self) -> dict[str, int]:
        """The position of the heading that seems to be each missing column, where one does."""
        missing = set(self.missing)
        found: dict[str, int] = {}
        for position in self.unknown if missing else ():
            meant = self.meant(position)
            if meant and meant.column in missing:
                found.setdefault(meant.column, position)
        return found


class Meant(NamedTuple):
    """A column, the title it goes by, and whether it is sure: it is not in the sheet yet."""

    column: str
    title: str
    is_sure: bool


def recognise(rows: Sequence[Sequence[str]]) -> Headings | None:
    """The first row that is the headings of a kind; None when there is none near the top. Raises
    Refusal for a row of more columns than anybody makes."""
    for number, row in enumerate(rows[:SEARCHED], start=1):
        if sum(map(bool, row)) > MOST_COLUMNS:
            raise Refusal("unreadable", "too_wide")
        best = max((_match(kind, number, row) for kind in KINDS.values()), key=_fit)
        if _is_enough(best):
            return best
    return None


def renamed(found: Headings, texts: Mapping[int, str]) -> Headings:
    """The same row of the same kind, with other texts at some positions."""
    row = [texts.get(position, text) for position, text in enumerate(found.texts)]
    return _match(found.kind, found.row, row)


def resemblance(rows: Sequence[Sequence[str]]) -> int:
    """How many contract headings the likeliest row near the top holds."""
    found = (
        len(_match(kind, 0, row).columns) for row in rows[:SEARCHED] for kind in KINDS.values()
    )
    return max(found, default=0)


def is_kind(sheet: str) -> bool:
    """Whether a sheet bears the name of a kind, in either language."""
    names = set(KINDS)
    names |= {fold(words(language)(f"file.{k}")) for language in LANGUAGES for k in KINDS}
    return fold(sheet) in names


@cache
def _folded(kind: Kind, language: str) -> frozenset[str]:
    return frozenset(fold(words(language)(f"column.{name}")) for name in kind.names)


@cache
def _spelt(kind: Kind) -> dict[str, str]:
    """Every title with its column, the Dutch ones first."""
    return {words(lang)(f"column.{name}"): name for lang in LANGUAGES for name in kind.names}


@cache
def _titles(kind: Kind) -> dict[str, str]:
    found = {fold(name): name for name in kind.names}
    for language in LANGUAGES:
        for name in kind.names:
            found.setdefault(fold(words(language)(f"column.{name}")), name)
    return found


def _match(kind: Kind, number: int, row: Sequence[str]) -> Headings:
    columns: dict[int, str] = {}
    doubled, unknown = [], []
    for position, text in enumerate(row):
        name = _titles(kind).get(fold(text[:LONGEST]))
        if name is None:
            unknown.append(position)
        elif name in columns.values():
            doubled.append(position)
        else:
            columns[position] = name
    notes = tuple(
        p
        for p in unknown[-1:]
        if fold(row[p][:LONGEST]) in _notes() and p > max(columns, default=p)
    )
    unknown = [position for position in unknown if position not in notes]
    return Headings(kind, number, tuple(row), columns, tuple(doubled), tuple(unknown), notes)


@cache
def _notes() -> frozenset[str]:
    return frozenset(fold(words(language)("annotated.column")) for language in LANGUAGES)


def _fit(found: Headings) -> tuple[int, float]:
    return len(found.columns), -len(found.missing) / len(found.kind.columns)


def _is_enough(found: Headings) -> bool:
    names = set(found.columns.values())
    shared = {"network_id", "basisteam"}
    required = [c.name for c in found.kind.columns if c.required]
    half = 2 * (len(required) - len(found.missing)) >= len(required)
    return len(names) >= 2 and bool(names - shared) and (half or len(names) >= 3)
