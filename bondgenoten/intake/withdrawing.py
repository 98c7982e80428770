"""Withdrawing one pause that was entered by mistake, as a batch of its own that can be undone.

A pause only limits what may stand beside it, so that nothing can be left hanging without it.
"""

from datetime import date, datetime
from pathlib import Path

from bondgenoten import store
from bondgenoten.intake import rehearsing, saving
from bondgenoten.intake.actors import function
from bondgenoten.intake.declining import Declined
from bondgenoten.intake.importing import DemoRegister
from bondgenoten.intake.saving import Effect, Effects

_DAYS = (
    "select paused_from from register.pauses where superseded_at is null and network_id = ?"
    " order by paused_from"
)


class NotWithdrawn(Declined):
    """A pause to withdraw that is not there (any more): no_pause, other_pause (there are others)."""

    room = "withdrawal"


def withdraw_pause(
    database: Path,
    network_id: str,
    paused_from: date,
    *,
    as_of: date,
    actor: str,
    recorded_at: datetime | None = None,
    effects: Effects | None = None,
) -> int:
    """Takes the pause of a network that begins on a day away and gives the number of the batch.

    What `effects` says of the register before and after is kept with it. Raises NotWithdrawn,
    NotAFunction, DemoRegister, and store.Busy, store.Missing, store.Damaged.
    """
    by = function(actor)
    store.version(database)
    with store.writing(database) as draft:
        if store.about(draft)["kind"] != "real":
            raise DemoRegister("real")
        _refuse_absent(draft, network_id, paused_from)
        made = saving.next_batch(draft, "withdrawal", as_of, recorded_at, by)
        _withdraw(draft, network_id, paused_from, made)
        saving.save_effects(draft, database, effects, as_of)
    return made.number


def would_withdraw(
    database: Path, network_id: str, paused_from: date, *, as_of: date, effects: Effects
) -> list[Effect]:
    """What withdrawing the pause would do, by `effects`; nothing is written. Raises NotWithdrawn."""
    with rehearsing.drafting(database) as (before, draft):
        _refuse_absent(draft, network_id, paused_from)
        made = saving.next_batch(draft, "withdrawal", as_of, None)
        _withdraw(draft, network_id, paused_from, made)
        return effects(before, draft, as_of)


def _refuse_absent(draft: store.Draft, network_id: str, paused_from: date) -> None:
    """Says which pauses there are where this one is not."""
    days = [day for (day,) in draft.rows(_DAYS, [network_id])]
    if not days:
        raise NotWithdrawn("no_pause", network=network_id)
    if paused_from not in days:
        raise NotWithdrawn("other_pause", network=network_id, day=paused_from, days=days)


def _withdraw(draft: store.Draft, network_id: str, paused_from: date, made: saving.Batch) -> None:
    with draft.transaction():
        saving.note(draft, made)
        draft.execute(
            "update register.pauses set superseded_at = ?"
            " where superseded_at is null and network_id = ? and paused_from = ?",
            [made.recorded_at, network_id, paused_from],
        )
