"""One pause that was a mistake is withdrawn, as a batch of its own that can be undone."""

from datetime import date, datetime

import pytest
from cast import T
from deliveries import CAST, PAUSES, found, with_cell, with_rows
from figures import all_figures

from bondgenoten import effects, history, intake, store
from bondgenoten.intake.messages import message
from bondgenoten.language import words

WHO = {"as_of": T, "actor": "secretaris"}
JULY = date(2026, 7, 1)
BESIDES = {kind: CAST[kind] for kind in ("networks", "meetings", "confirmations")}


@pytest.fixture
def paused(send):
    """Amber with one pause."""
    send(BESIDES)
    send({"pauses": PAUSES})


def test_a_withdrawn_pause_leaves_every_figure_as_it_was_before_it(send, register):
    send(BESIDES)
    before = all_figures(register)
    send({"pauses": PAUSES})
    during = all_figures(register)
    assert during != before
    assert intake.withdraw_pause(register, "AMBER", JULY, effects=effects.effect, **WHO) == 3
    assert all_figures(register) == before
    row = history.batches(store.reader(register)).to_dict("records")[0]
    assert (row["source"], row["actor"], row["rows_taken_back"]) == ("withdrawal", "secretaris", 1)
    assert row["may_be_undone"] and list(row["effects"])
    intake.undo(register, 3, **WHO)
    assert all_figures(register) == during


def test_a_network_can_end_before_a_pause_once_that_is_withdrawn(paused, register, send):
    ended = {"networks": with_cell("networks", "Einddatum", "30-4-2026")}
    assert found(send(ended)) == [("H2", "outside_life")]
    intake.withdraw_pause(register, "AMBER", JULY, **WHO)
    assert send(ended).written


@pytest.mark.parametrize(
    ("network", "day", "code", "said"),
    [("AMBER", date(2026, 7, 2), "other_pause", "begint, wel vanaf 01-07-2026"),
     ("ESDOORN", JULY, "no_pause", "ESDOORN heeft geen onderbreking")],
)  # fmt: skip
def test_a_pause_that_is_not_there_is_not_withdrawn(paused, register, network, day, code, said):
    before = store.version(register)
    with pytest.raises(intake.NotWithdrawn) as refusal:
        intake.withdraw_pause(register, network, day, **WHO)
    assert refusal.value.code == code
    assert said in refusal.value.said(words("nl"))
    with pytest.raises(intake.NotWithdrawn):
        intake.would_withdraw(register, network, day, as_of=T, effects=effects.effect)
    assert store.version(register) == before


def test_what_is_foretold_of_a_withdrawal_is_what_it_does(paused, register):
    before = store.version(register)
    foretold = intake.would_withdraw(register, "AMBER", JULY, as_of=T, effects=effects.effect)
    assert store.version(register) == before
    intake.withdraw_pause(register, "AMBER", JULY, effects=effects.effect, **WHO)
    kept = history.batches(store.reader(register)).to_dict("records")[0]["effects"]
    assert [tuple(one.values()) for one in kept] == foretold != []


def test_a_pause_is_withdrawn_once_and_its_neighbours_stay(paused, register, send):
    send({"pauses": with_rows("pauses", "AMBER;1-9-2026;30-9-2026;Verbouwing")})
    intake.withdraw_pause(register, "AMBER", JULY, **WHO)
    with pytest.raises(intake.NotWithdrawn):
        intake.withdraw_pause(register, "AMBER", JULY, **WHO)
    left = "select paused_from from register.pauses where superseded_at is null"
    assert store.reader(register).rows(left) == [(date(2026, 9, 1),)]


def test_a_pause_that_came_back_since_stands_in_the_way_of_undoing_its_withdrawal(
    paused, register, send
):
    intake.withdraw_pause(register, "AMBER", JULY, **WHO)
    send({"pauses": PAUSES})
    with pytest.raises(intake.NotUndoable) as refusal:
        intake.undo(register, 3, **WHO)
    assert refusal.value.code == "changed_later"


def test_a_person_does_not_withdraw(paused, register):
    before = store.version(register)
    with pytest.raises(intake.NotAFunction):
        intake.withdraw_pause(register, "AMBER", JULY, as_of=T, actor="Jan de Vries")
    assert store.version(register) == before


def test_a_withdrawn_pause_that_comes_with_the_next_workbook_is_asked_about(paused, register, send):
    """Withdrawn at half past eleven in the evening of Greenwich: in Holland that is the next day."""
    late = datetime(2027, 1, 1, 23, 30)
    intake.withdraw_pause(register, "AMBER", JULY, recorded_at=late, **WHO)
    two = {"pauses": with_rows("pauses", PAUSES.splitlines()[1], "AMBER;1-9-2026;;Verbouwing")}
    report = send(two)
    assert report.written and found(report, "warning") == [("B2", "withdrawn_pause")]
    said = message(report.problems[0], "nl")
    assert "is op 02-01-2027 ingetrokken door secretaris (aanlevering 3)" in said
    assert send({"pauses": with_cell("pauses", "Reden", "Zomer")}).problems == []


def test_only_a_pause_that_is_withdrawn_now_is_asked_about(paused, register, send):
    intake.withdraw_pause(register, "AMBER", JULY, **WHO)
    intake.undo(register, 3, **WHO)
    assert send({"pauses": PAUSES}, dry_run=True).problems == []
    intake.undo(register, 4, as_of=T, actor="analist")
    (problem,) = send({"pauses": PAUSES}, dry_run=True).problems
    assert (problem.code, problem.details["who"]) == ("withdrawn_pause", "analist")


def test_a_pause_whose_whole_delivery_was_undone_comes_again_without_a_word(paused, register, send):
    intake.undo(register, 2, **WHO)
    assert send({"pauses": PAUSES}).problems == []
