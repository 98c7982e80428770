"""What a heading means that is no title of the contract: `Datum bijeenkomst`, `Aantal burgers`. The
words are in the catalogue (`heading.also.<column>`, `heading.filler`). Reads no file."""

import re
from functools import cache
from typing import NamedTuple

from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.folding import fold, nearest
from bondgenoten.language import LANGUAGES, words


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
