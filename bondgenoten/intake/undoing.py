"""Undoing a batch: what it brought is withdrawn, what it had replaced comes back, as a batch of its own
that can be undone in turn."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from bondgenoten import store
from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake import rehearsing, saving
from bondgenoten.intake.actors import function
from bondgenoten.intake.declining import Declined
from bondgenoten.intake.saving import Effect, Effects

# Sources; what came with a register stays in it.
UNDOABLE = ("import", "entry", "undo", "withdrawal")


class NotUndoable(Declined):
    """A batch that cannot be undone: unknown_batch, not_undoable, already_undone, changed_later,
    network_gone, life_shortened or pauses_overlap."""

    room = "undo"


def undo(
    database: Path,
    batch: int,
    *,
    as_of: date,
    actor: str,
    recorded_at: datetime | None = None,
    effects: Effects | None = None,
) -> int:
    """Takes a batch back and gives the number of the batch that did so.

    Every figure is again what it was before. What `effects` says of the register before and after is
    kept with the new batch. Raises NotUndoable, NotAFunction, and store.Busy, store.Missing,
    store.Damaged.
    """
    by = function(actor)
    store.version(database)
    with store.writing(database) as draft:
        made = _undo(draft, batch, as_of, recorded_at, by)
        saving.save_effects(draft, database, effects, as_of)
    return made.number


def would_undo(database: Path, batch: int, *, as_of: date, effects: Effects) -> list[Effect]:
    """What undoing a batch would do, by `effects`; nothing is written. Raises NotUndoable."""
    with rehearsing.drafting(database) as (before, draft):
        _undo(draft, batch, as_of, None, None)
        return effects(before, draft, as_of)


def _undo(
    draft: store.Draft, batch: int, as_of: date, recorded_at: datetime | None, by: str | None
) -> saving.Batch:
    moment = _moment(draft, batch)
    _note_touched(draft, batch, moment)
    _refuse_changed(draft, batch, moment)
    broken = _broken(draft)
    made = saving.next_batch(draft, "undo", as_of, recorded_at, by, batch)
    with draft.transaction():
        saving.note(draft, made)
        for kind in KINDS.values():
            _turn_back(draft, kind, made)
    _refuse_broken(_broken(draft) - broken)  # what is refused here is never published
    return made


def _moment(draft: store.Draft, batch: int) -> datetime:
    """When the batch was recorded. Raises NotUndoable for one that is not there to be undone."""
    found = draft.rows("select recorded_at, source from register.batches where batch = ?", [batch])
    if not found:
        raise NotUndoable("unknown_batch", batch=batch)
    moment, source = found[0]
    if source not in UNDOABLE:
        raise NotUndoable("not_undoable", batch=batch)
    undone = draft.rows("select batch from register.batches where undoes = ?", [batch])
    if undone:
        raise NotUndoable("already_undone", batch=batch, by=undone[0][0])
    return moment


def _note_touched(draft: store.Draft, batch: int, moment: datetime) -> None:
    """The keys that the batch touched, and the rows it closed, by kind."""
    for kind in KINDS.values():
        key, names = ", ".join(kind.key), ", ".join(kind.names)
        draft.execute(
            f"create table touched_{kind.name} as select distinct {key} from register.{kind.name}"
            " where batch = ? or superseded_at = ?",
            [batch, moment],
        )
        draft.execute(
            f"create table closed_{kind.name} as select {names} from register.{kind.name}"
            " where superseded_at = ?",
            [moment],
        )


def _refuse_changed(draft: store.Draft, batch: int, moment: datetime) -> None:
    """Later batches that touched the same rows stand in the way, but not where they were undone."""
    touched = (
        f"select rows.* from register.{kind.name} as rows join touched_{kind.name}"
        f" using ({', '.join(kind.key)})"
        for kind in KINDS.values()
    )
    keys = [f"select batch, superseded_at from ({rows})" for rows in touched]
    later = draft.rows(
        f"with rows as ({' union all '.join(keys)})"
        " select batch, undoes from register.batches where batch > $batch and (batch in"
        " (select batch from rows) or (recorded_at > $moment"
        " and recorded_at in (select superseded_at from rows))) order by batch",
        {"batch": batch, "moment": moment},
    )
    standing: set[int] = set()
    for number, undoes in later:
        if undoes in standing:
            standing.remove(undoes)
        else:
            standing.add(number)
    if standing:
        raise NotUndoable("changed_later", batch=batch, later=max(standing))


def _turn_back(draft: store.Draft, kind: Kind, made: saving.Batch) -> None:
    same = " and ".join(f"rows.{column} = touched.{column}" for column in kind.key)
    names = ", ".join(kind.names)
    draft.execute(
        f"update register.{kind.name} as rows set superseded_at = ? from touched_{kind.name} as touched"
        f" where rows.superseded_at is null and {same}",
        [made.recorded_at],
    )
    draft.execute(
        f"insert into register.{kind.name} ({names}, recorded_at, superseded_at, batch)"
        f" select {names}, ?, null, ? from closed_{kind.name}",
        [made.recorded_at, made.number],
    )


def _broken(draft: store.Draft) -> set[tuple[Any, ...]]:
    return set(draft.rows("from broken_rows()"))


def _refuse_broken(broken: set[tuple[Any, ...]]) -> None:
    """Rows that a later batch brought may not be left hanging in the air."""
    for code in ("network_gone", "life_shortened", "pauses_overlap"):
        found = sorted((network, day) for fault, _, network, day in broken if fault == code)
        if found:
            network, day = found[0]
            raise NotUndoable(code, n=len(found), network=network, day=day)
