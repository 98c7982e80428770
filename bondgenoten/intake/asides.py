"""A sheet that is none of ours is not read, but it is looked through: what points at a person may not
lie in a file that goes round, wherever it stands."""

from collections.abc import Collection, Iterator

from bondgenoten.intake.declaring import Declaring
from bondgenoten.intake.limits import LONG, MOST_ASIDE
from bondgenoten.intake.name_like import is_name_like
from bondgenoten.intake.privacy import LONGEST
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.refusals import Refusal
from bondgenoten.intake.sheets import Aside, must_be_little


def persons(
    file: int, aside: Aside, declaring: Declaring, places: Collection[str]
) -> Iterator[Problem]:
    """Where somebody is pointed at, and how; never the text itself."""
    harmless: set[str] = set()
    long = 0
    for row, position, text in aside.cells:
        if text in harmless:
            continue
        long += len(text) if len(text) > LONG else 0
        must_be_little(long)
        kind, reason = declaring.at(row, position, text)
        if kind:
            yield Problem(file, aside.name, row, position, None, "personal_data", None, None, reason,
                          {"personal": kind})  # fmt: skip
        elif is_name_like(text[:LONGEST], places):
            yield Problem(file, aside.name, row, position, None, "name_like")
        else:
            harmless.add(text)
            if len(harmless) > MOST_ASIDE:
                raise Refusal("unreadable", "too_much_aside", sheet=aside.name,
                              limit=str(MOST_ASIDE // 1000))  # fmt: skip
