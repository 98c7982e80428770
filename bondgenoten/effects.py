"""What an import does to what the register says, in a few counts: shown before it is saved and kept
with it. The words are on the screen and in the catalogue."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from bondgenoten import metrics, store
from bondgenoten.contract import KINDS
from bondgenoten.intake.saving import Effect
from bondgenoten.periods import Quarter
from bondgenoten.reviews.figures import Count

__all__ = ["Effect", "effect"]

_HELD = "select count(*) from register.meetings where superseded_at is null and status = 'held'"
# Held at a moment, and not any more.
_GONE = """
select count(*) from register.meetings was
where status = 'held' and recorded_at <= $moment and superseded_at > $moment
  and not exists (
      from register.meetings now
      where now.network_id = was.network_id and now.date = was.date
        and now.superseded_at is null and now.status = 'held'
  )
"""


def effect(before: store.Connection, after: store.Connection, as_of: date) -> list[Effect]:
    """The differences that a reader would notice, largest matter first; none where all is the same.

    `meetings` are held ones that are new, and with a number below nothing those that are no longer held
    (batches of before kept the two as one number); `rows` how many of a kind (in `after`) were added,
    changed or taken away; `status` networks whose norm of this year moves; `closed_quarter` figures
    of a closed quarter (in `after`) that move.
    """
    return [
        *_meetings(before, after),
        *_rows(before, after),
        *_status(before, after, as_of),
        *_closed(before, after),
    ]


def _meetings(before: store.Connection, after: store.Connection) -> Iterator[Effect]:
    gone: int = after.rows(_GONE, {"moment": _last(before)})[0][0]
    new = after.rows(_HELD)[0][0] - before.rows(_HELD)[0][0] + gone
    for number in (new, -gone):
        if number:
            yield Effect("meetings", "", "", number)


def _rows(before: store.Connection, after: store.Connection) -> Iterator[Effect]:
    found = after.rows(
        "select kind, count(*) from changes_since(?::timestamp) group by kind", [_last(before)]
    )
    counts = dict(found)
    for kind in KINDS:
        if kind in counts:
            yield Effect("rows", "", kind, counts[kind])


def _last(connection: store.Connection) -> datetime:
    moment: datetime = connection.rows("select max(recorded_at) from register.batches")[0][0]
    return moment


def _status(before: store.Connection, after: store.Connection, as_of: date) -> Iterator[Effect]:
    old, new = (_statuses(connection, as_of) for connection in (before, after))
    moved = Counter(
        (old.get(network, ""), new.get(network, ""))
        for network in {**old, **new}
        if old.get(network) != new.get(network)
    )
    for (was, now), number in sorted(moved.items()):
        yield Effect("status", was, now, number)


def _statuses(connection: store.Connection, as_of: date) -> dict[str, str]:
    frame = metrics.compute(connection, "norm", as_of=as_of)
    return dict(zip(frame["network_id"], frame["status"], strict=True))


def _closed(before: store.Connection, after: store.Connection) -> Iterator[Effect]:
    """How many figures of each closed quarter the change moves, newest quarter first."""
    quarters = before.rows("select quarter, as_of from register.closed_quarters order by 1 desc")
    first = _first_day(before, after) if quarters else None
    for name, as_of in quarters:
        quarter = Quarter.parse(name)
        if first is None or first > date(quarter.year, 12, 31):
            continue  # a norm year counts to its end; what lies after it moves nothing here
        old, new = (Count(connection, as_of).figures(quarter) for connection in (before, after))
        number = sum(old.get(figure) != new.get(figure) for figure in {**old, **new})
        if number:
            yield Effect("closed_quarter", "", name, number)


def _first_day(before: store.Connection, after: store.Connection) -> date | None:
    """The first day that the change is about; a network is about all its days."""
    found = after.rows(
        "select min(if(kind = 'networks', date '1900-01-01', date)) "
        "from changes_since(?::timestamp)", [_last(before)],
    )  # fmt: skip
    day: date | None = found[0][0]
    return day
