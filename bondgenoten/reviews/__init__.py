"""The quarterly review: figures that stay, what has moved since and why, and what was decided.

closing.py freezes a quarter; restating.py compares it with what is known now; deciding.py keeps
the list. figures.py says which figures a review holds.
"""

from bondgenoten.reviews.closing import AlreadyClosed, Closed, NotOver, close, closed, frozen
from bondgenoten.reviews.deciding import ACTORS, LONGEST, decide, decisions, finish
from bondgenoten.reviews.restating import Cause, Restatement, restatements

__all__ = [
    "ACTORS",
    "LONGEST",
    "AlreadyClosed",
    "Cause",
    "Closed",
    "NotOver",
    "Restatement",
    "close",
    "closed",
    "decide",
    "decisions",
    "finish",
    "frozen",
    "restatements",
]
