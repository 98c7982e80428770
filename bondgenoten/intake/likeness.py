"""Which known spelling a text is most like, and whether it can hardly be another. Reads no file."""

import difflib
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bondgenoten.intake.folding import fold, marked
from bondgenoten.language import LANGUAGES, words

ENOUGH = 0.8  # of 1: below it a suggestion would be a guess
SHORTENED = 0.05  # what a match with only the beginning of a name counts less
SHORTEST = 3  # letters that can be the beginning of a name
PART = 3  # the beginning of a name is clear from a third of it
APART = 0.08  # what the next meaning must score less: nearer, and either may be meant
MOST = 1000  # different wrong texts of a column that get a suggestion


class Near(NamedTuple):
    """The known spelling most like a text; `is_clear` when it can hardly be meant otherwise."""

    spelling: str
    is_clear: bool


def nearest(text: str, known: Mapping[str, str]) -> Near | None:
    """The spelling (of spelling -> value) most like the text. None when nothing comes close, when
    several values come as close, and when the text denies what it names.

    The beginning of a long name counts as the name: people write the first word only.
    """
    typed = fold(text)[:80]
    scores: dict[str, tuple[float, str]] = {}  # value -> its best score, and the spelling
    for spelling, value in known.items():
        score = _score(typed, fold(spelling))
        if score > scores.get(value, (ENOUGH - APART, ""))[0]:
            scores[value] = (score, spelling)
    (score, spelling), (next_score, _) = _best_two([*scores.values()])
    if score < ENOUGH or score - next_score < APART or _denies(text, fold(spelling)):
        return None
    return Near(spelling, PART * len(typed) >= len(fold(spelling)))


def _best_two(scores: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return sorted([*scores, (0.0, ""), (0.0, "")], key=lambda found: -found[0])[:2]


def _score(typed: str, name: str) -> float:
    whole = _likeness(typed, name)
    if len(typed) < SHORTEST:
        return whole
    return max(whole, _likeness(typed, name[: len(typed)]) - SHORTENED)


def _likeness(one: str, other: str) -> float:
    if len(other) < 4 and one != other:
        return 0.0
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _denies(text: str, name: str) -> bool:
    """Whether a text says that it is not what it is like: `niet gehouden`, `ongepland`."""
    parts = re.findall(r"[^\W_]+", re.sub(r"['’]", "", text.casefold()))
    if not _listed("denial.words").isdisjoint(parts):
        return True
    typed = fold(text)[:80]
    likeness = _likeness(typed, name)
    return any(
        typed.startswith(beginning) and _likeness(typed.removeprefix(beginning), name) > likeness
        for beginning in _listed("denial.beginnings")
    )


@cache
def _listed(message_id: str) -> frozenset[str]:
    """The words of a list in either language, folded."""
    return frozenset(
        fold(word)
        for language in LANGUAGES if words(language).has(message_id)
        for word in words(language)(message_id).split(" | ")
    )  # fmt: skip


class Suggestions:
    """What was meant by the wrong texts of a column. For the first ones only: very many different ones
    are no typing errors but another column.

    It is said in the spellings of `shown`, any of `known` unless given.
    """

    def __init__(
        self, column: str, known: Mapping[str, str], shown: Mapping[str, str] | None = None
    ) -> None:
        self._known = known
        self._shown = shown or known
        self._names = {value: text for text, value in reversed([*self._shown.items()])}
        self._also = {text: v for v in self._names for text in _listed(f"code.also.{v}")}
        titles = (re.escape(words(language)(f"column.{column}")) for language in LANGUAGES)
        self._title = re.compile(rf"\s*(?:{'|'.join(titles)})[\s:]+", re.IGNORECASE)
        self._left = MOST

    def __call__(self, text: str) -> Near | None:
        self._left -= 1
        if self._left < 0:
            return None
        text = self._title.sub("", text, count=1) if self._title.match(text) else text
        if value := self._also.get(marked(text)):
            return Near(self._names[value], True)
        near = nearest(text, self._known)
        if near is None:
            return None
        spelling = near.spelling
        if spelling not in self._shown:
            spelling = self._names[self._known[spelling]]
        # What a sign says of the word is for the sender to say.
        return Near(spelling, near.is_clear and marked(text) == fold(text))
