"""A sheet that is none of ours is not read, but it is looked through: what points at a person may not
lie in a file that goes round, wherever it stands."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from bondgenoten.intake.declaring import Declaring
from bondgenoten.intake.labels import is_said, said_by
from bondgenoten.intake.limits import LONG, MOST_ASIDE, MOST_FAULTS
from bondgenoten.intake.name_like import is_name_like
from bondgenoten.intake.parted import can_begin, joined
from bondgenoten.intake.privacy import LONGEST
from bondgenoten.intake.problems import Problem
from bondgenoten.intake.refusals import Refusal
from bondgenoten.intake.sheets import Aside, must_be_little

_FEWEST_NUMBERS = 10  # of a column, before they are taken together
_MOST_VALID = 1 / 3  # of them, where they are no BSNs: one in eleven passes the test by chance


def persons(
    file: int, aside: Aside, declaring: Declaring, places: Collection[str]
) -> Iterator[Problem]:
    """Where somebody is pointed at, and how; never the text itself."""
    harmless: set[str] = set()
    numbers, long = _Numbers(), 0
    labelled = _Labelled()
    starts: dict[str, bool] = {}  # whether a text can be the first part of a number
    place, before = (0, 0), ""  # the cell that came last, where it can
    for row, position, text in aside.cells:
        numbers.count(position, text)
        both = joined(before, text) if before and place == (row, position - 1) else None
        if text not in starts:
            starts[text] = can_begin(text)
        if said := labelled.kind(row, position, text):
            yield Problem(file, aside.name, row, position, None, "personal_data",
                          details={"personal": said})  # fmt: skip
            continue
        place, before = (row, position), text if starts[text] else ""
        if text in harmless and both is None:
            continue
        long += len(text) if len(text) > LONG else 0
        must_be_little(long)
        kind, reason = declaring.at(row, position, both or text)
        if kind:
            reason = reason or ("parted" if both else None)
            told = Problem(file, aside.name, row, position, None, "personal_data", None, None, reason,
                           {"personal": kind})  # fmt: skip
            if both or not numbers.keep(text, told):
                yield told
        elif is_name_like(text[:LONGEST], places):
            yield Problem(file, aside.name, row, position, None, "name_like")
        else:
            harmless.add(text)
            if len(harmless) > MOST_ASIDE:
                raise Refusal("unreadable", "too_much_aside", sheet=aside.name,
                              limit=str(MOST_ASIDE // 1000))  # fmt: skip
    yield from numbers.told()


class _Labelled:
    """The cells of one sheet that say what stands below or beside them."""

    def __init__(self) -> None:
        self._columns: dict[int, str] = {}  # below a label, as far as there is what it says
        self._beside: tuple[int, int, str] | None = None  # the cell to the right of the last label

    def kind(self, row: int, position: int, text: str) -> str | None:
        """What a cell was said to hold, where it does."""
        if len(text) > LONG:
            return None
        said = [self._columns.get(position)]
        if self._beside and self._beside[:2] == (row, position):
            said.append(self._beside[2])
        if found := next((kind for kind in said if is_said(kind, text)), None):
            return found
        self._columns.pop(position, None)
        if label := said_by(text):
            self._columns[position] = label
            self._beside = (row, position + 1, label)
        return None


class _Numbers:
    """The columns of one sheet as far as they hold numbers that may be BSNs: where hardly any of them
    passes the test they are numbers of something else, and that is one warning."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()
        self._kept: dict[int, list[Problem]] = defaultdict(list)

    def count(self, position: int, text: str) -> None:
        if len(text) in (8, 9) and text.isdecimal():
            self._counts[position] += 1

    def keep(self, text: str, told: Problem) -> bool:
        """Whether a problem waits for the rest of its column."""
        kept = self._kept[told.position]
        is_number = len(text) in (8, 9) and text.isdecimal() and told.details["personal"] == "bsn"
        if is_number and len(kept) <= MOST_FAULTS:
            kept.append(told)
            return True
        return False

    def told(self) -> Iterator[Problem]:
        for position, kept in self._kept.items():
            total = self._counts[position]
            if kept and total >= _FEWEST_NUMBERS and len(kept) < _MOST_VALID * total:
                details = {"found": str(len(kept)), "total": str(total)}
                yield replace(kept[0], code="perhaps_bsn", reason=None, details=details)
            else:
                yield from kept
