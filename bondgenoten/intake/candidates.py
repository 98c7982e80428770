"""A quick look that tells the texts in which nothing of a person can be found from the few that are
worth a search. It may err one way only: what privacy.py finds has to pass here. Pure."""

import re

from bondgenoten.intake import births, number_words, plates

FEWEST_DIGITS = 8  # of a BSN and of a telephone number, at the least
# Letters and signs that stay what they are, whichever form of Unicode they are written in.
_PLAIN = re.compile(r"[\t\n\r -~À-ÖØ-öø-ÿ€’‘“”]*")
_A = re.compile(r"[\[({<] ?a ?[\])}>]")
# Every one begins with a digit, so that a long text without any is passed through at once.
_STARTS = re.compile(
    r"\d(?:(?<=[A-Za-z]{2}\d)(?<![A-Za-z0-9][A-Za-z]{2}\d)\d"  # an account number
    # two groups of a plate
    r"|(?<=[A-Za-z]-\d)|(?<=[A-Z] \d)"
    r"|(?=-[A-Za-z]{1,3}(?![A-Za-z0-9]))|(?= [A-Z]{1,3}(?![A-Za-z0-9])))"
)


def is_candidate(text: str) -> bool:
    """Whether a text may hold what points at a person."""
    if not (text.isascii() and text.isprintable()) and not _PLAIN.fullmatch(text):
        return True
    small = text.lower()
    if "@" in small or " at " in small or "staart" in small:
        return True
    if any(bracket in small for bracket in "[({<") and ("at" in small or _A.search(small)):
        return True
    if number_words.is_spoken_phone(small):
        return True
    digits = sum(map(small.count, "0123456789"))
    if digits < 2:
        return False
    return (
        digits >= FEWEST_DIGITS
        or any(word in small for word in (*births.WORDS, *plates.SAID))
        or _STARTS.search(text) is not None
    )
