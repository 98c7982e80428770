"""The one way a file is turned down as a whole: a code and the reason, never a traceback."""

from collections.abc import Sequence

from bondgenoten.intake.limits import MOST_FAULTS
from bondgenoten.intake.problems import Problem


class Refusal(Exception):
    """A file, or a sheet of it, that cannot be read.

    `code` is `unreadable`, `unknown_file` or `personal_data`; `reason` completes the message id
    `problem.<code>.<reason>`; `details` are the values that message names.
    """

    def __init__(self, code: str, reason: str, *, sheet: str | None = None, **details: str) -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason
        self.sheet = sheet
        self.details = details


def must_be_few(found: Sequence[Problem]) -> None:
    """Refuses a file with more faults than anybody mends; none of its rows would be used."""
    if len(found) > MOST_FAULTS:
        where = " ".join(part for part in (found[0].sheet, found[0].cell) if part)
        raise Refusal("unreadable", "too_faulty", cell=where, limit=str(MOST_FAULTS // 1000))
