"""A question put to a basisteam is answered by what happens to its row, and by nothing else."""

from datetime import date, datetime

import pandas as pd
import pytest
from cast import T
from deliveries import CAST, with_cell, with_rows

from bondgenoten import intake, metrics, store

WHO = {"as_of": T, "actor": "analist"}
DAY = date(2026, 3, 1)
HELD_TWICE = with_rows("meetings", "AMBER;1-3-2026;Gehouden;Spoed;Overig;;;;")
UNTOUCHED = with_rows("meetings", "AMBER;1-4-2026;Gehouden;;Overig;;;;")


@pytest.fixture
def asked(send, register):
    """One question about a meeting, one about its network."""
    send({"networks": CAST["networks"]})
    send({"meetings": CAST["meetings"]})
    intake.put_question(register, "AMBER", DAY, "  Was dit een spoedoverleg? ", **WHO)
    intake.put_question(register, "AMBER", None, "Klopt het aantal leden?", **WHO)
    return register


def waiting(register, **asked):
    """The questions that still wait, by number."""
    frame = intake.put_questions(store.reader(register), T, **asked)
    is_open = ~(frame["is_answered"] | frame["is_withdrawn"])
    return sorted(frame[is_open]["question_id"])


def counted(register):
    frame = metrics.compute(store.reader(register), "quality", as_of=T, basisteam="lekpoort")
    return frame["open_questions"].tolist()


def answers(register):
    frame = intake.put_questions(store.reader(register), T).sort_values("question_id")
    return [None if pd.isna(number) else number for number in frame["answered_by"]]


def test_a_question_stands_with_its_network_its_team_and_who_asked(asked):
    rows = intake.put_questions(store.reader(asked), T).to_dict("records")
    assert [(r["question_id"], r["date"] if r["question_id"] == 1 else None, r["question"]) for r in rows] == [
        (2, None, "Klopt het aantal leden?"), (1, DAY, "Was dit een spoedoverleg?"),
    ]  # fmt: skip
    assert {(r["name"], r["basisteam"], r["asked_by"]) for r in rows} == {
        ("Bondgenoten Amber", "lekpoort", "analist")
    }
    sources = store.reader(asked).rows("select source from register.batches where batch > 2")
    assert sources == [("question",), ("question",)]
    assert (waiting(asked), counted(asked)) == ([1, 2], [2])
    assert waiting(asked, basisteam="de-copen") == []


def test_other_rows_and_rows_that_stay_the_same_answer_nothing(asked, send):
    send({"meetings": UNTOUCHED, "pauses": CAST["pauses"]})
    send({"networks": CAST["networks"], "meetings": CAST["meetings"]})
    assert waiting(asked) == [1, 2]


def test_a_changed_meeting_answers_the_question_about_it(asked, send):
    send({"meetings": HELD_TWICE})
    assert (waiting(asked), answers(asked), counted(asked)) == ([2], [5, None], [1])


def test_a_changed_network_answers_the_question_about_it(asked, send):
    send({"networks": with_cell("networks", "Leden burgers", "5")})
    assert (waiting(asked), answers(asked)) == ([1], [None, 5])


def test_a_withdrawn_row_is_an_answer_and_bringing_it_back_asks_again(asked):
    intake.undo(asked, 2, **WHO)
    assert (waiting(asked), answers(asked)) == ([2], [5, None])
    intake.undo(asked, 5, **WHO)
    assert waiting(asked) == [1, 2]


def test_a_row_brought_again_after_it_was_withdrawn_is_an_answer(asked, send):
    intake.undo(asked, 2, **WHO)
    send({"meetings": CAST["meetings"]})
    assert (waiting(asked), answers(asked)) == ([2], [6, None])


def test_undoing_the_answer_opens_the_question_and_redoing_it_answers_it(asked, send):
    send({"meetings": HELD_TWICE})
    intake.undo(asked, 5, **WHO)
    assert (waiting(asked), counted(asked)) == ([1, 2], [2])
    intake.undo(asked, 6, **WHO)
    assert (waiting(asked), answers(asked)) == ([2], [5, None])


def test_a_question_about_a_row_that_was_undone_is_answered_by_the_redo(asked, send):
    send({"meetings": HELD_TWICE})
    intake.undo(asked, 5, **WHO)
    number = intake.put_question(asked, "AMBER", DAY, "En nu?", **WHO)
    assert waiting(asked) == [1, 2, number]
    intake.undo(asked, 6, **WHO)
    assert (waiting(asked), answers(asked)) == ([2], [5, None, 8])


def test_what_was_open_at_an_earlier_moment_can_be_asked(send, register):
    send({"networks": CAST["networks"]}, recorded_at=datetime(2026, 6, 1))
    intake.put_question(register, "AMBER", None, "?", recorded_at=datetime(2026, 7, 1), **WHO)
    send({"networks": with_cell("networks", "Naam", "x")}, recorded_at=datetime(2026, 8, 1))
    assert waiting(register, known_at=datetime(2026, 6, 15)) == []
    assert waiting(register, known_at=datetime(2026, 7, 15)) == [1]
    assert waiting(register, known_at=datetime(2026, 8, 15)) == []


def test_a_question_can_be_taken_back_once(asked):
    intake.withdraw_question(asked, 1, **WHO)
    assert waiting(asked) == [2]
    for number in (1, 9):
        with pytest.raises(intake.NotPut) as refusal:
            intake.withdraw_question(asked, number, **WHO)
        assert refusal.value.code == "unknown_question"


@pytest.mark.parametrize(
    ("network_id", "day", "text", "code"),
    [
        ("AMBER", DAY, "  ", "empty"),
        ("AMBER", DAY, "x" * 301, "too_long"),
        ("AMBER", DAY, "Bel mij op 06-12345678", "personal_data"),
        ("AMBRE", None, "?", "unknown_network"),
        ("AMBER", date(2026, 3, 2), "?", "unknown_meeting"),
    ],
)
def test_a_question_that_cannot_be_put_leaves_nothing(asked, network_id, day, text, code):
    before = store.version(asked)
    with pytest.raises(intake.NotPut) as refusal:
        intake.put_question(asked, network_id, day, text, **WHO)
    assert refusal.value.code == code
    assert "06" not in str(refusal.value.values) + str(refusal.value)
    assert store.version(asked) == before
