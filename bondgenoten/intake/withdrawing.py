"""Withdrawing one pause that was entered by mistake, as a batch of its own that can be undone.

A pause only limits what may stand beside it, so that nothing can be left hanging without it.
"""

from datetime import date, datetime
from pathlib import Path

from bondgenoten import store
from bondgenoten.intake import saving
from bondgenoten.intake.actors import function
from bondgenoten.intake.declining import Declined
from bondgenoten.intake.importing import DemoRegister
from bondgenoten.intake.saving import Effects

_THIS = "superseded_at is null and network_id = ? and paused_from = ?"


class NotWithdrawn(Declined):
    """A pause to withdraw that is not there (any more): no_pause."""

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
        if not draft.rows(
            f"select 1 from register.pauses where {_THIS}", [network_id, paused_from]
        ):
            raise NotWithdrawn("no_pause", network=network_id, day=paused_from)
        made = saving.next_batch(draft, "withdrawal", as_of, recorded_at, by)
        with draft.transaction():
            saving.note(draft, made)
            draft.execute(
                f"update register.pauses set superseded_at = ? where {_THIS}",
                [made.recorded_at, network_id, paused_from],
            )
        saving.save_effects(draft, database, effects, as_of)
    return made.number
