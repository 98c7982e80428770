"""The quarterly review: figures that stay, what has moved since and why, and what was decided.

closing.py freezes a quarter; restating.py compares it with what is known now, by the steps of
steps.py; deciding.py keeps the list. figures.py says which figures a review holds,
showing.py which of them are frozen.
"""

from bondgenoten.reviews.closing import (
    FIRST,
    AlreadyClosed,
    Closed,
    NotOver,
    close,
    closed,
    frozen,
    is_reviewable,
    kept_by,
    reference,
)
from bondgenoten.reviews.deciding import (
    ACTORS,
    LONGEST,
    decide,
    decisions,
    finish,
    one_line,
    reopen,
)
from bondgenoten.reviews.restating import Cause, Restatement, restatements
from bondgenoten.reviews.showing import Showing
from bondgenoten.reviews.steps import Step

__all__ = [
    "ACTORS",
    "FIRST",
    "LONGEST",
    "AlreadyClosed",
    "Cause",
    "Closed",
    "NotOver",
    "Restatement",
    "Showing",
    "Step",
    "close",
    "closed",
    "decide",
    "decisions",
    "finish",
    "frozen",
    "is_reviewable",
    "kept_by",
    "one_line",
    "reference",
    "reopen",
    "restatements",
]
