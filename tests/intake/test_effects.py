"""What a delivery does, before it is saved: nothing that is lost hides behind what is gained."""

from datetime import date

import pytest
from cast import T
from deliveries import CAST, with_cell, with_rows

from bondgenoten import effects, history, store
from bondgenoten.intake import rehearse, undo

HELD = with_rows(
    "meetings", *(f"AMBER;{day};Gehouden;;Overig;;;;" for day in ("2-2-2026", "1-5-2026"))
)


def kept(register):
    return store.reader(register).rows(
        "select number from register.batch_effects where effect = 'meetings'"
        " and batch = (select max(batch) from register.batches) order by rowid"
    )


@pytest.fixture
def corrections(send, register, tmp_path):
    """What a delivery would correct, with the most rows to tell."""

    def would(files, most=100):
        paths = [tmp_path / f"again-{kind}.csv" for kind in files]
        for path, text in zip(paths, files.values(), strict=True):
            path.write_text(text, "utf-8")
        with rehearse(register, paths, as_of=T) as rehearsal:
            return history.corrections(rehearsal.after, most)

    return would


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


def test_every_corrected_value_is_told_old_and_new(send, corrections):
    send({**CAST, "meetings": HELD})
    found = corrections({
        "networks": with_cell("networks", "Leden burgers", "7"),
        "meetings": with_rows("meetings", "AMBER;2-2-2026;Gepland;;;;;;", "AMBER;1-5-2026;Gehouden;;Overig;;;;",
                              "AMBER;1-9-2026;Gehouden;;Overig;;;;"),
        "pauses": with_cell("pauses", "Onderbroken tot en met", ""),
    })  # fmt: skip
    day = date(2026, 2, 2)
    assert found == (
        [
            [("networks", "AMBER", None, "members_citizens", 6, 7)],
            [("meetings", "AMBER", day, "status", "held", "planned"),
             ("meetings", "AMBER", day, "themes", ["other"], [])],
            [("pauses", "AMBER", date(2026, 7, 1), "paused_until", date(2026, 7, 31), None)],
        ],
        3,
    )  # fmt: skip


def test_of_many_corrected_rows_the_first_are_told_and_all_are_counted(send, corrections):
    send({**CAST, "meetings": HELD})
    files = {
        "networks": CAST["networks"].replace(";6\n", ";7\n"),
        "meetings": HELD.replace("Overig", "Polarisatie"),
    }
    found = corrections(files, most=3)
    assert [(one.kind, one.about, one.date) for (one,) in found.rows] == [
        ("networks", "AMBER", None),
        ("networks", "ESDOORN", None),
        ("meetings", "AMBER", date(2026, 2, 2)),
    ]
    assert found.total == 4
    assert corrections(files, most=1).total == 4


def test_a_delivery_of_new_rows_alone_corrects_nothing(send, corrections):
    send(CAST)
    assert corrections({"meetings": HELD}) == ([], 0)
