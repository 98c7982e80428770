"""Undoing a batch brings back exactly what was, or is refused with the reason; it can be undone too."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from cast import T
from deliveries import CAST, with_cell, with_rows
from figures import all_figures

from bondgenoten import doctor, effects, metrics, store
from bondgenoten.exports import csv
from bondgenoten.intake import NotAFunction, NotUndoable, undo, would_undo
from bondgenoten.store.replacing import replace_reference

SECRETARY = "secretaris"
SOME = ("networks", "meetings", "rollout_by_team", "compliance")
CORRECTION = {
    "networks": with_cell("networks", "Basisteam", "De Copen"),
    "meetings": with_rows("meetings", "AMBER;1-3-2026;Geannuleerd;;;;;;", "AMBER;1-4-2026;Gehouden;;;;;;"),
    "pauses": with_rows("pauses", "AMBER;1-7-2026;14-7-2026;Korter", "AMBER;1-9-2026;;Open"),
    "confirmations": with_rows("confirmations", "Lekpoort;31-10-2026;1-11-2026"),
}  # fmt: skip


def take_back(register: Path, batch: int) -> int:
    return undo(register, batch, as_of=T, actor=SECRETARY)


def reason(register: Path, batch: int) -> tuple[str, dict[str, object]]:
    """Why a batch cannot be undone; nothing is written then."""
    before = store.version(register)
    with pytest.raises(NotUndoable) as refusal:
        take_back(register, batch)
    assert store.version(register) == before
    return refusal.value.code, refusal.value.values


def is_whole(register: Path) -> bool:
    findings = doctor.examine(register, T)
    return all(f.is_sound for f in findings if f.check == "whole")


def test_undoing_a_correction_brings_back_every_figure_and_redoing_it_too(send, register):
    send(CAST)
    before = all_figures(register)
    send(CORRECTION)
    after = all_figures(register)
    assert sum(before[name] != after[name] for name in before) > 10
    assert take_back(register, 2) == 3
    assert all_figures(register) == before
    assert take_back(register, 3) == 4
    assert all_figures(register) == after
    assert is_whole(register)


def test_what_is_foretold_of_an_undo_is_what_it_does(send, register):
    send(CAST)
    send(CORRECTION)
    before = store.version(register)
    foretold = would_undo(register, 2, as_of=T, effects=effects.effect)
    with pytest.raises(NotUndoable):
        would_undo(register, 9, as_of=T, effects=effects.effect)
    assert store.version(register) == before
    undo(register, 2, as_of=T, actor=SECRETARY, effects=effects.effect)
    asked = "select effect, before, after, number from register.batch_effects where batch = 3"
    kept = store.reader(register).rows(asked)
    assert [tuple(one) for one in foretold] == kept
    assert [one.number for one in foretold if one.effect == "meetings"] == [1, -1]
    assert len(foretold) > 3


def test_undoing_the_first_import_leaves_an_empty_register(send, register):
    before = all_figures(register)
    send(CAST)
    take_back(register, 1)
    assert all_figures(register) == before


def test_what_was_known_before_the_undo_can_still_be_asked(send, register):
    send(CAST, recorded_at=datetime(2026, 10, 1))
    send(CORRECTION, recorded_at=datetime(2026, 11, 1))
    undo(register, 2, as_of=T, actor=SECRETARY, recorded_at=datetime(2026, 11, 2))

    def norm(moment: datetime) -> bytes:
        frame = metrics.compute(store.reader(register), "norm", as_of=T, known_at=moment)
        return csv.machine(frame)

    assert b"de-copen" in norm(datetime(2026, 11, 1, 12))
    assert b"de-copen" not in norm(datetime(2026, 11, 2))


def test_an_undo_is_a_batch_that_says_what_it_undoes_and_who_did_it(send, register):
    send(CAST, actor="wijkagent", recorded_at=datetime(2026, 11, 1))
    undo(register, 1, as_of=T, actor="  chef  basisteam ", recorded_at=datetime(2026, 12, 1))
    rows = store.reader(register).rows(
        "select source, actor, undoes, recorded_at > timestamp '2026-11-30', as_of"
        " from register.batches where batch > 0 order by batch"
    )
    assert rows == [("import", "wijkagent", None, False, T),
                    ("undo", "chef basisteam", 1, True, T)]  # fmt: skip


def test_every_batch_is_recorded_after_the_one_before_it(send, register):
    same = datetime(2026, 11, 1)
    send(CAST, recorded_at=same)
    send(CORRECTION, recorded_at=same)
    undo(register, 2, as_of=T, actor=SECRETARY, recorded_at=same)
    moments = [
        row[0] for row in store.reader(register).rows(
            "select recorded_at from register.batches where batch > 0 order by batch")
    ]  # fmt: skip
    assert moments == sorted(set(moments))
    assert all_figures(register, SOME)["meetings"].count(b"\n") == 2


def test_batches_are_undone_from_the_last_to_the_first(send, register):
    send(CAST)
    first = all_figures(register, SOME)
    send({"networks": with_cell("networks", "Basisteam", "De Copen")})
    second = all_figures(register, SOME)
    send({"networks": with_cell("networks", "Basisteam", "Amersfoort")})
    assert reason(register, 2) == ("changed_later", {"batch": 2, "later": 3})
    take_back(register, 3)
    assert all_figures(register, SOME) == second
    take_back(register, 2)
    assert all_figures(register, SOME) == first
    assert reason(register, 4) == ("changed_later", {"batch": 4, "later": 5})
    take_back(register, 5)
    assert all_figures(register, SOME) == second


def test_a_batch_is_undone_once(send, register):
    send(CAST)
    take_back(register, 1)
    assert reason(register, 1) == ("already_undone", {"batch": 1, "by": 2})
    take_back(register, 2)
    assert reason(register, 1) == ("already_undone", {"batch": 1, "by": 2})


@pytest.mark.parametrize(("batch", "code"), [(0, "not_undoable"), (9, "unknown_batch")])
def test_only_what_was_brought_in_can_be_undone(send, register, batch, code):
    send(CAST)
    assert reason(register, batch) == (code, {"batch": batch})


def test_a_withdrawn_row_that_came_back_since_stands_in_the_way_of_a_redo(send, register):
    send({"networks": CAST["networks"]})
    send({"meetings": CAST["meetings"]})
    take_back(register, 2)
    send({"meetings": CAST["meetings"]})
    assert reason(register, 3) == ("changed_later", {"batch": 3, "later": 4})


def test_a_network_with_later_meetings_does_not_vanish(send, register):
    send({"networks": CAST["networks"]})
    send({"meetings": CAST["meetings"]})
    found = {"n": 1, "network": "AMBER", "day": date(2026, 3, 1)}
    assert reason(register, 1) == ("network_gone", found)
    assert is_whole(register)


def test_a_life_does_not_shrink_below_later_meetings(send, register):
    send({"networks": with_cell("networks", "Einddatum", "28-2-2026")})
    send({"networks": with_cell("networks", "Einddatum", "")})
    send({"meetings": CAST["meetings"]})
    found = {"n": 1, "network": "AMBER", "day": date(2026, 3, 1)}
    assert reason(register, 2) == ("life_shortened", found)


def test_a_pause_does_not_grow_over_a_later_one(send, register):
    send({"networks": CAST["networks"], "pauses": CAST["pauses"]})
    send({"pauses": with_rows("pauses", "AMBER;1-7-2026;10-7-2026;Zomerstop")})
    send({"pauses": with_rows("pauses", "AMBER;20-7-2026;25-7-2026;Brand")})
    found = {"n": 1, "network": "AMBER", "day": date(2026, 7, 20)}
    assert reason(register, 2) == ("pauses_overlap", found)


def test_a_person_does_not_undo(send, register):
    send(CAST)
    before = store.version(register)
    with pytest.raises(NotAFunction):
        undo(register, 1, as_of=T, actor="Jan de Vries")
    assert store.version(register) == before


def test_a_team_that_no_longer_existed_is_forgotten_with_the_batch_that_named_it(
    send, register, tmp_path
):
    """Before a merger a network may have been of the team that went; an undone mistake was never so."""
    folder = tmp_path / "reference"
    shutil.copytree(store.ROOT / "data" / "reference", folder)
    file = folder / "basisteams.csv"
    lines = file.read_text("utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if ",lekpoort," in f",{line}")
    cells = dict(zip(lines[0].split(","), lines[place].split(","), strict=True))
    lines[place] = ",".join((cells | {"valid_from": "2024-01-01"}).values())
    file.write_text("\n".join(lines) + "\n", "utf-8")
    replace_reference(register, folder, as_of=T, recorded_at=datetime(2026, 1, 2))
    send({"networks": CAST["networks"]})
    before = all_figures(register, SOME)
    send({"networks": with_cell("networks", "Basisteam", "De Copen")})
    take_back(register, 3)
    assert all_figures(register, SOME) == before
