"""Which known spelling a text is most like, and whether it can hardly be another. Pure."""

import difflib
from collections.abc import Mapping
from typing import NamedTuple

from bondgenoten.intake.folding import fold, marked

ENOUGH = 0.75  # of 1: below it a suggestion would be a guess
SHORTENED = 0.05  # what a match with only the beginning of a name counts less
APART = 0.08  # what the next meaning must score less before the best is more than a guess
MOST = 1000  # different wrong texts of a column that get a suggestion


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
