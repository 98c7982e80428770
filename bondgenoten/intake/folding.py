"""What makes two spellings the same, and which known spelling is nearest. Pure."""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

ENOUGH = 0.75  # of 1: below it a suggestion would be a guess
SHORTENED = 0.05  # what a match with only the beginning of a name counts less
APART = 0.08  # what the next meaning must score less before the best is more than a guess
MOST = 1000  # different wrong texts of a column that get a suggestion
_AROUND = " \t\r\n\"'`‘’‚‛“”„‟«»‹›"
_BETWEEN = re.compile(r"(?<=[^\W_])[-\s\"'`‘’_.,:;/&()]+(?=[^\W_])")


def fold(text: str) -> str:
    """A spelling without case, accents, spaces and punctuation: `Thema's` becomes `themas`."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(character for character in apart.casefold() if character.isalnum())


def marked(text: str) -> str:
    """A spelling folded, but with the signs that may doubt or deny it: `gehouden?` and `-gehouden` keep
    theirs. Signs between words, quotes around them and a stop behind them say nothing."""
    apart = (c for c in unicodedata.normalize("NFKD", text) if not _is_accent(c))
    bare = "".join("-" if _is_hyphen(c) else c for c in apart).strip(_AROUND)
    bare = bare[:-1].strip(_AROUND) if bare.endswith((".", ",", ":", ";")) else bare
    return "".join(_BETWEEN.sub("", bare.casefold()).split())


def _is_accent(character: str) -> bool:
    """Whether it only belongs to the letter before it or does not show; a stroke through it does."""
    kind = unicodedata.category(character)
    through = unicodedata.combining(character) == 1
    return (kind == "Mn" and not through) or (kind in ("Cf", "Cc") and not character.isspace())


def plain(text: str) -> str:
    """A text as it looks: compatible forms made one, no characters that do not show, any decimal
    digit from 0 to 9, any hyphen a hyphen. Only to look through; what is kept is what was typed."""
    if text.isascii() and text.isprintable():
        return text
    shown = (c for c in unicodedata.normalize("NFKC", text) if c.isspace() or _is_shown(c))
    return "".join(_as_ascii(character) for character in shown)


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cf", "Cc", "Mn", "Me")


def _as_ascii(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return "-" if _is_hyphen(character) else character


def _is_hyphen(character: str) -> bool:
    return unicodedata.category(character) == "Pd" or character == "\N{MINUS SIGN}"


def by_spelling(known: Mapping[str, str]) -> dict[str, str]:
    """The value of each spelling, marked: with its own signs or with none, never with others."""
    return {key: value for text, value in known.items() for key in (fold(text), marked(text))}


class Near(NamedTuple):
    """The known spelling most like a text; `is_clear` when no other meaning comes near it."""

    spelling: str
    is_clear: bool


def nearest(text: str, known: Mapping[str, str]) -> Near | None:
    """The spelling (of spelling -> value) most like the text, or None when nothing comes close.

    The beginning of a long name counts as the name: people write the first word only.
    """
    typed = fold(text)[:80]
    scores: dict[str, tuple[float, str]] = {}  # value -> its best score, and the spelling
    for spelling, value in known.items():
        name = fold(spelling)
        likeness = max(_likeness(typed, name), _likeness(typed, name[: len(typed)]) - SHORTENED)
        if likeness > scores.get(value, (ENOUGH, ""))[0]:
            scores[value] = (likeness, spelling)
    if not scores:
        return None
    (score, spelling), *others = sorted(scores.values(), key=lambda found: -found[0])
    return Near(spelling, not others or score - others[0][0] >= APART)


class Suggestions:
    """The nearest spelling, for the first wrong texts only: very many different ones in one column
    are no typing errors but another column."""

    def __init__(self, *known: Mapping[str, str]) -> None:
        self._known = known  # the preferred spellings first
        self._left = MOST

    def __call__(self, text: str) -> Near | None:
        self._left -= 1
        if self._left < 0:
            return None
        found = (nearest(text, spellings) for spellings in self._known)
        near = next((near for near in found if near), None)
        # What a sign says of the word is for the sender to say.
        return near and near._replace(is_clear=near.is_clear and marked(text) == fold(text))


def _likeness(one: str, other: str) -> float:
    if len(other) < 4 and one != other:
        return 0.0
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
