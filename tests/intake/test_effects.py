"""What a delivery does, before it is saved: nothing that is lost hides behind what is gained."""

from cast import T
from deliveries import CAST, with_rows

from bondgenoten import effects, store
from bondgenoten.intake import undo

HELD = with_rows(
    "meetings", *(f"AMBER;{day};Gehouden;;Overig;;;;" for day in ("2-2-2026", "1-5-2026"))
)


def kept(register):
    return store.reader(register).rows(
        "select number from register.batch_effects where effect = 'meetings'"
        " and batch = (select max(batch) from register.batches) order by rowid"
    )


def test_a_meeting_no_longer_held_does_not_hide_behind_a_new_one(send, register):
    send({**CAST, "meetings": HELD})
    again = with_rows("meetings", "AMBER;2-2-2026;Gepland;;;;;;", "AMBER;1-5-2026;Gehouden;;Polarisatie;;;;",
                      *(f"AMBER;{day};Gehouden;;Overig;;;;" for day in ("1-9-2026", "1-10-2026")))  # fmt: skip
    send({"meetings": again}, effects=effects.effect)
    assert kept(register) == [(2,), (-1,)]


def test_what_undoing_takes_back_and_brings_back_is_counted_apart(send, register):
    send({**CAST, "meetings": HELD})
    again = with_rows(
        "meetings", "AMBER;2-2-2026;Gepland;;;;;;", "AMBER;1-9-2026;Gehouden;;Overig;;;;"
    )
    batch = send({"meetings": again}).batch
    undo(register, batch, as_of=T, actor="secretaris", effects=effects.effect)
    assert kept(register) == [(1,), (-1,)]


def test_a_first_delivery_has_only_new_meetings(send, register):
    send({**CAST, "meetings": HELD}, effects=effects.effect)
    assert kept(register) == [(2,)]
