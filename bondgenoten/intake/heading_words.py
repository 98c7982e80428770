"""What a heading means that is no title of the contract: `Datum bijeenkomst`, `Aantal burgers`. The
words are in the catalogue (`heading.also.<column>`, `heading.filler`). Reads no file."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.folding import fold
from bondgenoten.intake.likeness import nearest
from bondgenoten.language import LANGUAGES, words

LONGEST = 100  # characters of a heading that are looked at


class Meaning(NamedTuple):
    """A column, the title it goes by, and whether it can hardly be another one."""

    column: str
    title: str
    is_clear: bool


def meaning(text: str, kind: Kind) -> Meaning | None:
    """The column that a heading seems to be; its title in the language that it was typed in."""
    if said := _in_other_words(text, kind):
        return said
    near = nearest(text, spelt(kind))
    return near and Meaning(spelt(kind)[near.spelling], near.spelling, near.is_clear)


def clearly(text: str, kind: Kind) -> str | None:
    """The one column that a heading says in other words; likeness does not count."""
    said = _in_other_words(text, kind)
    return said.column if said and said.is_clear else None


def between(kind: Kind, row: Sequence[str], position: int) -> Meaning | None:
    """The count that `Gemeente` is the heading of where it stands between those of the others: by itself
    it is a title of something else."""
    language = _municipality().get(fold(row[position][:LONGEST]))
    if language is None or not 0 < position < len(row) - 1:
        return None
    beside = {_column(row[p][:LONGEST], kind) for p in (position - 1, position + 1)}
    for name in kind.names:
        side, _, who = name.partition("_")
        if who == "municipality" and beside == {f"{side}_police", f"{side}_citizens"}:
            return Meaning(name, words(language)(f"column.{name}"), True)
    return None


def first_words(kind: Kind, column: str) -> list[tuple[str, str, str]]:
    """A column with each title of more than one word, and the first word of that, folded."""
    titles = [title for title, name in spelt(kind).items() if name == column and " " in title]
    return [(column, title, fold(title.split()[0])) for title in titles]


def _column(text: str, kind: Kind) -> str | None:
    found = {fold(title): name for title, name in spelt(kind).items()}
    return found.get(fold(text)) or clearly(text, kind)


@cache
def _municipality() -> dict[str, str]:
    return {fold(words(language)("column.municipality")): language for language in LANGUAGES}


@cache
def spelt(kind: Kind) -> dict[str, str]:
    """Every title with its column, the Dutch ones first."""
    return {words(lang)(f"column.{name}"): name for lang in LANGUAGES for name in kind.names}


def _in_other_words(text: str, kind: Kind) -> Meaning | None:
    if fold(text) in _titles():
        return None  # a title of another kind: what it is here is a guess
    for language in LANGUAGES:
        for known, key in (
            (_also(kind, language), fold(text)),
            (_bare(kind, language), _core(text)),
        ):
            columns = known.get(key, ())
            if len(columns) == 1:
                return Meaning(columns[0], words(language)(f"column.{columns[0]}"), True)
    return None


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(title) for kind in KINDS.values() for title in spelt(kind))


@cache
def _also(kind: Kind, language: str) -> dict[str, tuple[str, ...]]:
    """Other words, folded, with the columns that they stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for name in kind.names:
        for text in words(language)(f"heading.also.{name}").split(" | "):
            found[fold(text)] = (*found.get(fold(text), ()), name)
    return found


@cache
def _bare(kind: Kind, language: str) -> dict[str, tuple[str, ...]]:
    """The words of each title that tell it from the others."""
    found: dict[str, tuple[str, ...]] = {}
    for name in kind.names:
        key = _core(words(language)(f"column.{name}"))
        found[key] = (*found.get(key, ()), name)
    return {key: names for key, names in found.items() if key}


def _core(text: str) -> str:
    parts = (fold(part) for part in re.split(r"[^\w']+", text[:80]))
    return " ".join(sorted(part for part in parts if part and part not in _fillers()))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(
        fold(word) for lang in LANGUAGES for word in words(lang)("heading.filler").split(" | ")
    )
