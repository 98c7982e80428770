"""What makes two spellings the same, and which known spelling is nearest. Pure."""

import difflib
import unicodedata
from collections.abc import Iterable

ENOUGH = 0.75  # of 1: below it a suggestion would be a guess
SHORTENED = 0.05  # what a match with only the beginning of a name counts less

MOST = 1000  # different wrong texts of a column that get a suggestion


def fold(text: str) -> str:
    """A spelling without case, accents, spaces and punctuation: `Thema's` becomes `themas`."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(character for character in apart.casefold() if character.isalnum())


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known spelling most like the text, or None when nothing comes close.

    The beginning of a long name counts as the name: people write the first word only.
    """
    typed = fold(text)[:80]
    best, score = None, ENOUGH
    for spelling in known:
        name = fold(spelling)
        likeness = max(_likeness(typed, name), _likeness(typed, name[: len(typed)]) - SHORTENED)
        if likeness > score:
            best, score = spelling, likeness
    return best


class Suggestions:
    """The nearest spelling, for the first wrong texts only: very many different ones in one column
    are no typing errors but another column."""

    def __init__(self, *known: Iterable[str]) -> None:
        self._known = [list(spellings) for spellings in known]  # the preferred spellings first
        self._left = MOST

    def __call__(self, text: str) -> str | None:
        self._left -= 1
        if self._left < 0:
            return None
        found = (nearest(text, spellings) for spellings in self._known)
        return next((spelling for spelling in found if spelling), None)


def _likeness(one: str, other: str) -> float:
    if len(other) < 4 and one != other:
        return 0.0
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
