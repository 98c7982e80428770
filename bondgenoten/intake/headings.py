"""A row of headings: what stands at each position, and what is missing or unknown. Reads no file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from bondgenoten.contract import Kind
from bondgenoten.intake.folding import fold
from bondgenoten.intake.heading_words import LONGEST, Meaning, between, first_words, meaning
from bondgenoten.language import LANGUAGES, words

SEARCHED = 20  # rows from the top in which the headings may stand
MOST = 60  # headings of which the meaning is searched for


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

    def repeats(self, position: int, text: str) -> bool:
        """Whether a cell holds the heading that it stands under, or a part of one over two rows."""
        return fold(text[:LONGEST]) in self._above[position]

    @cached_property
    def _above(self) -> list[frozenset[str]]:
        known = (_spellings(self.columns.get(p)) for p in range(len(self.texts)))
        parts = ({text, *text.split()[:1], *text.split()[-1:]} for text in self.texts)
        return [
            (one | {fold(part[:LONGEST]) for part in some}) - {""}
            for one, some in zip(known, parts, strict=True)
        ]

    def meant(self, position: int) -> "Meant | None":
        """The title an unknown heading looks most like, in the language it was typed in."""
        found = self._meanings.get(position)
        if found is None:
            return None
        others = [one.column for one in self._meanings.values()].count(found.column) > 1
        is_sure = found.is_clear and self.position(found.column) is None and not others
        return Meant(found.column, found.title, is_sure)

    @property
    def perhaps(self) -> set[str]:
        """The columns that unknown headings seem to be."""
        return {one.column for one in self._meanings.values()}

    @cached_property
    def _meanings(self) -> dict[int, Meaning]:
        """What the unknown headings seem to be."""
        found: dict[int, Meaning] = {}
        for position in self.unknown[:MOST]:
            text = self.texts[position][:LONGEST]
            one = between(self.kind, self.texts, position) or meaning(text, self.kind)
            if one:
                found[position] = one
        return found | self._left_over(found)

    def _left_over(self, found: Mapping[int, Meaning]) -> dict[int, Meaning]:
        """The one heading without a meaning that begins as the one missing column does: a part of
        `Leden` that no title has."""
        meant = {one.column for one in found.values()}
        titles = [one for c in self.missing if c not in meant for one in first_words(self.kind, c)]
        texts = [(p, self.texts[p][:LONGEST]) for p in self.unknown[:MOST] if p not in found]
        fits = [
            (p, Meaning(column, title, False))
            for p, text in texts for column, title, word in titles
            if fold(text.split(maxsplit=1)[0] if text.strip() else "") == word
        ]  # fmt: skip
        is_one = len({p for p, _ in fits}) == len({one.column for _, one in fits}) == 1
        return dict(fits[:1]) if is_one else {}

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


def renamed(found: Headings, texts: Mapping[int, str]) -> Headings:
    """The same row of the same kind, with other texts at some positions."""
    row = [texts.get(position, text) for position, text in enumerate(found.texts)]
    return match(found.kind, found.row, row)


@cache
def _spellings(column: str | None) -> frozenset[str]:
    if column is None:
        return frozenset()
    return frozenset(
        fold(text) for text in (column, *(words(lang)(f"column.{column}") for lang in LANGUAGES))
    )


@cache
def _folded(kind: Kind, language: str) -> frozenset[str]:
    return frozenset(fold(words(language)(f"column.{name}")) for name in kind.names)


def is_heading(kind: Kind, text: str) -> bool:
    """Whether a text is a heading of this kind, or that of our own messages."""
    return fold(text[:LONGEST]) in _titles(kind) or _is_ours(text)


def _is_ours(text: str) -> bool:
    """Whether a heading is that of our messages: `Fout`, with what is wrong with the headings behind."""
    return fold(text.split(":", maxsplit=1)[0][:LONGEST]) in _notes()


@cache
def _titles(kind: Kind) -> dict[str, str]:
    found = {fold(name): name for name in kind.names}
    for language in LANGUAGES:
        for name in kind.names:
            found.setdefault(fold(words(language)(f"column.{name}")), name)
    return found


def _named(kind: Kind, text: str) -> str | None:
    """The column a heading names, also with an explanation in brackets behind it."""
    titles = _titles(kind)
    return titles.get(fold(text)) or titles.get(fold(text.split("(", maxsplit=1)[0]))


def match(kind: Kind, number: int, row: Sequence[str]) -> Headings:
    """What a row would be as the headings of a kind."""
    columns: dict[int, str] = {}
    doubled, unknown = [], []
    for position, text in enumerate(row):
        name = _named(kind, text[:LONGEST])
        if name is None or between(kind, row, position):
            unknown.append(position)
        elif name in columns.values():
            doubled.append(position)
        else:
            columns[position] = name
    notes = tuple(p for p in unknown[-1:] if _is_ours(row[p]) and p > max(columns, default=p))
    unknown = [position for position in unknown if position not in notes]
    return Headings(kind, number, tuple(row), columns, tuple(doubled), tuple(unknown), notes)


@cache
def _notes() -> frozenset[str]:
    return frozenset(fold(words(language)("annotated.column")) for language in LANGUAGES)
