"""Which row near the top of a sheet is its headings, and of which kind. Reads no file."""

from collections.abc import Sequence
from functools import partial
from itertools import count

from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.double_headings import joined
from bondgenoten.intake.folding import fold
from bondgenoten.intake.heading_words import LONGEST, clearly
from bondgenoten.intake.headings import MOST, SEARCHED, Headings, is_heading, match
from bondgenoten.intake.limits import MOST_COLUMNS
from bondgenoten.intake.refusals import Refusal
from bondgenoten.language import LANGUAGES, words


def recognise(rows: Sequence[Sequence[str]]) -> Headings | None:
    """The first row that is the headings of a kind; None when there is none near the top. Raises
    Refusal for a row of more columns than anybody makes."""
    top = rows[:SEARCHED]
    single = next((best for best in map(_best, count(1), top) if _is_enough(best)), None)
    if single and not single.unknown:
        return single
    return _double(top, single) or single or _in_other_words(top)


def kind_of(row: Sequence[str]) -> Kind | None:
    """The kind that a row is the headings of, and hardly anything else."""
    best = _best(0, row)
    is_row = _is_enough(best) and 2 * len(best.columns) >= sum(bool(text.strip()) for text in row)
    return best.kind if is_row else None


def _best(number: int, row: Sequence[str]) -> Headings:
    if sum(map(bool, row)) > MOST_COLUMNS:
        raise Refusal("unreadable", "too_wide")
    return max((match(kind, number, row) for kind in KINDS.values()), key=_fit)


def _double(rows: Sequence[Sequence[str]], single: Headings | None) -> Headings | None:
    """Headings over two rows, where those say more than the one row that was found."""
    last = len(rows) - 1 if single is None else min(single.row, len(rows) - 1)
    for lower in range(1 if single is None else max(single.row - 1, 1), last + 1):
        upper = rows[lower - 1]
        if max(len(upper), len(rows[lower])) > MOST:
            continue
        for kind in KINDS.values():
            made = joined(upper, rows[lower], partial(is_heading, kind))
            found = match(kind, lower + 1, made) if made else None
            if found and _is_enough(found) and (single is None or _fit(found) > _fit(single)):
                return found
    return None


def _in_other_words(rows: Sequence[Sequence[str]]) -> Headings | None:
    """A row in which too few headings are titles, but enough of the others clearly stand for one."""
    for number, row in enumerate(rows, start=1):
        for kind in KINDS.values() if 2 < sum(map(bool, row)) <= MOST else ():
            found = match(kind, number, row)
            meant = {clearly(row[p][:LONGEST], kind) for p in found.unknown} - {None}
            there = meant | set(found.columns.values())
            required = {c.name for c in kind.columns if c.required}
            if found.columns and len(there) > 2 and 2 * len(there & required) >= len(required):
                return found
    return None


def resemblance(rows: Sequence[Sequence[str]]) -> int:
    """How many contract headings the likeliest row near the top holds."""
    found = (len(match(kind, 0, row).columns) for row in rows[:SEARCHED] for kind in KINDS.values())
    return max(found, default=0)


def is_kind(sheet: str) -> bool:
    """Whether a sheet bears the name of a kind, in either language."""
    names = set(KINDS)
    names |= {fold(words(language)(f"file.{k}")) for language in LANGUAGES for k in KINDS}
    return fold(sheet) in names


def _fit(found: Headings) -> tuple[int, float]:
    return len(found.columns), -len(found.missing) / len(found.kind.columns)


def _is_enough(found: Headings) -> bool:
    names = set(found.columns.values())
    shared = {"network_id", "basisteam"}
    required = [c.name for c in found.kind.columns if c.required]
    half = 2 * (len(required) - len(found.missing)) >= len(required)
    return len(names) >= 2 and bool(names - shared) and (half or len(names) >= 3)
