"""The rules that look beyond one cell, as SQL over the upload tables: one rule a file in rules/.

Knows no screen and no store: it gets a connection with the upload tables (staging) and what is
known already under `register`. What it leaves: `problems` and, for every kind, `judged_<kind>`.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial

from bondgenoten.contract import KINDS
from bondgenoten.intake.known import Queried
from bondgenoten.intake.ruling import Absent, Row, Rules, filled

Steps = list[Callable[[], None]]
Held = tuple[int, int, int, int | None]
Found = tuple[int, int, str, str, str | None, dict[str, str] | None]
OUTCOMES = ("new", "corrected", "unchanged", "duplicate", "held_back", "rejected")

_NETWORKS = (
    "more_than_ten",
    "no_members",
    "other_municipality",
    "alike_network",
    "life_shortened",
    "reopened",
    "team_changed",
    "municipality_changed",
    "twin_network",
)
_PAUSES = ("pause_outside_life", "overlapping_pause", "withdrawn_pause", "pause_reopened")
_MEETINGS = (
    "held_in_future",
    "outside_life",
    "no_longer_held",
    "value_emptied",
    "past_planned",
    "no_theme",
    "held_in_pause",
    "many_present",
    "present_not_held",
    "themes_not_held",
    "nobody_present",
    "perhaps_moved",
)
_DAYS = ("before_method", "far_ahead")
_CONFIRMATIONS = ("covers_future", "confirmed_early", "confirmed_ahead", "unanswered")
_WAITING = ("meetings", "pauses", "confirmations")
_LACKING = ("nothing_held", "no_networks")  # of an upload that was read to its end


def check(
    connection: Queried,
    as_of: date,
    absent: Iterable[Absent],
    progress: Callable[[float], None],
    *,
    nameless: int | None = None,
    unnamed: Sequence[Row] = (),
    is_whole: bool = True,
    in_part: bool = False,
) -> None:
    """Runs every rule once, networks before what belongs to them.

    `nameless` is a sheet of networks without the column of their numbers, so that an unknown one may
    be there; `unnamed` are rows of networks that have no number to compare with; `is_whole` says that
    every file could be read, so that what is not there was not sent; `in_part` that the good rows are
    saved without the others.
    """
    rules = Rules(connection)
    confirmations = (*_CONFIRMATIONS, *(_LACKING if is_whole else ()))
    steps = _steps(rules, rules.sent(), nameless, confirmations, in_part)
    rules.prepare(as_of, absent, unnamed)
    for number, step in enumerate(steps, start=1):
        step()
        progress(number / len(steps))


def _steps(
    rules: Rules,
    sent: Collection[str],
    nameless: int | None,
    confirmations: Sequence[str],
    in_part: bool,
) -> Steps:
    kinds = list(KINDS.values())
    life = {"since": "started_on", "until": "ended_on"}
    pause = {"since": "paused_from", "until": "paused_until"}

    def of(one: str, *names: str, **values: str) -> Steps:
        """Rules about rows of one kind: where none was sent there is nothing to find."""
        return [partial(rules.find, name, **values) for name in names] if one in sent else []

    return [
        *(partial(rules.double, kind) for kind in kinds),
        partial(rules.settle, "networks"),
        *(partial(rules.find_double, kind) for kind in kinds if kind.name in sent),
        *of("networks", "ends_before_start", kind="networks", **life),
        *of("networks", *_NETWORKS),
        partial(rules.hold_back, nameless),
        *(partial(rules.settle, name) for name in ("meetings", "pauses")),
        *(step for k in ("meetings", "pauses") for step in of(k, "unknown_network", kind=k)),
        *of("pauses", "ends_before_start", kind="pauses", **pause),
        partial(rules.table, "pauses_after"),
        *of("pauses", *_PAUSES),
        *([partial(rules.table, "meetings_again")] if "meetings" in sent else []),
        *of("meetings", *_MEETINGS),
        *(partial(rules.find, rule) for rule in _DAYS),
        *(partial(rules.table, name) for name in ("teams_after", "doubtful")),
        *([rules.hold_confirmations] if in_part else []),
        partial(rules.settle, "confirmations"),
        partial(rules.table, "new_confirmations"),
        *of("confirmations", *confirmations),
        *(partial(rules.judge, kind) for kind in kinds),
    ]


def found(connection: Queried, most: int) -> list[Found]:
    """What the rules found: source, row, column, code, suggestion, details; errors first of all, and
    no more of one source than `most`."""
    return connection.rows(
        "select source, row, name, code, suggestion, details from problems "
        "qualify row_number() over "
        "(partition by source order by is_error desc, row, name, code) <= ?",
        [most],
    )


def held(connection: Queried, most: int) -> list[Held]:
    """Rows that are held back: source, row, and the source and row of what each waits for; without a
    row that is the sheet as a whole. No more of one source than `most`."""
    return [
        row
        for kind in _WAITING
        for row in connection.rows(
            f"from ({filled('held', {'kind': kind})}) "
            "qualify row_number() over (partition by source order by row) <= ? order by source, row",
            [most],
        )
    ]


def beyond(connection: Queried, most: int) -> list[tuple[int, int]]:
    """Each source with more than `found` and `held` give, and how many more."""
    parts = [filled("held", {"kind": kind}) for kind in _WAITING]
    held = " union all ".join(f"(select source from ({part}))" for part in parts)
    return connection.rows(
        "select source, sum(number - $most)::bigint from ("
        "select source, count(*) as number from problems group by source union all "
        f"select source, count(*) from ({held}) group by source"
        ") where number > $most group by source",
        {"most": most},
    )


def outcomes(connection: Queried) -> dict[tuple[int, str], int]:
    """How many rows of each source came to each outcome."""
    parts = (f"select source, state from judged_{kind}" for kind in KINDS)
    counted = connection.rows(
        f"select source, state, count(*) from ({' union all '.join(parts)}) group by all"
    )
    return {(source, state): number for source, state, number in counted}
