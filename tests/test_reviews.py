"""A closed quarter stays as it was; what moved since is the sum of its causes."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import RECORDED_AT, confirmation, fill, meetings, network
from hypothesis import given, settings
from hypothesis import strategies as st
from registers import SEARCH

from bondgenoten import reviews, store
from bondgenoten.periods import Quarter
from bondgenoten.reviews import closing
from bondgenoten.reviews.figures import Figure

Q3 = Quarter(2026, 3)
REVIEWED = date(2026, 10, 20)
CLOSED_AT = datetime(2026, 10, 20, 12)
HELD = Figure("compliance", "region|Midden-Nederland", "met")
COUNT = Figure("frequency", "region|Midden-Nederland", "meetings_held")


def supersede(path: Path, moment: datetime, network_id: str, day: date) -> None:
    with store.writing(path) as draft, draft.transaction():
        draft.execute(
            "update register.meetings set superseded_at = ? where network_id = ? and date = ? and superseded_at is null",
            [moment, network_id, day],
        )


@pytest.fixture
def closed(register: Path) -> Path:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    fill(register, networks=[network("A"), network("B")], meetings=meetings("A", "held", *days),
         confirmations=[confirmation()])  # fmt: skip
    reviews.close(register, Q3, as_of=REVIEWED, closed_at=CLOSED_AT)
    return register


def test_frozen_figures_stay_byte_equal_whatever_comes_after(closed: Path) -> None:
    before = reviews.frozen(store.reader(closed), Q3)
    assert before[COUNT] == "2"
    for number in range(12):
        later = CLOSED_AT + timedelta(days=30 * number + 1)
        fill(
            closed, later, meetings=meetings("B", "held", date(2026, 7, 1) + timedelta(days=number))
        )
    reader = store.reader(closed)
    assert reviews.frozen(reader, Q3) == before
    assert closing.is_untouched(reader, Q3)


def test_a_quarter_is_closed_once_and_only_when_it_is_over(closed: Path, register: Path) -> None:
    with pytest.raises(reviews.AlreadyClosed):
        reviews.close(closed, Q3, as_of=REVIEWED, closed_at=CLOSED_AT)
    with pytest.raises(reviews.NotOver):
        reviews.close(closed, Quarter(2026, 4), as_of=REVIEWED, closed_at=CLOSED_AT)


def test_nothing_is_restated_where_nothing_came(closed: Path) -> None:
    assert reviews.restatements(store.reader(closed), Q3) == []


def test_a_later_import_is_named_with_its_difference_and_rows(closed: Path) -> None:
    late = CLOSED_AT + timedelta(days=9)
    fill(closed, late, meetings=meetings("B", "held", date(2026, 8, 1), date(2026, 8, 20)))
    reader = store.reader(closed)
    found = {r.figure: r for r in reviews.restatements(reader, Q3)}[COUNT]
    assert (found.old, found.new, found.difference) == ("2", "4", 2)
    (cause,) = found.causes
    assert (cause.kind, cause.recorded_at, cause.difference) == ("IMPORT", late, 2)
    rows = reviews.restating.changes(reader, Q3)
    assert rows["change"].tolist() == ["ADDED", "ADDED"]


def test_corrected_and_withdrawn_rows_are_told_apart(closed: Path) -> None:
    first, second = CLOSED_AT + timedelta(days=1), CLOSED_AT + timedelta(days=2)
    supersede(closed, first, "A", date(2026, 7, 10))
    fill(closed, first, meetings=meetings("A", "cancelled", date(2026, 7, 10)))
    supersede(closed, second, "A", date(2026, 9, 10))
    reader = store.reader(closed)
    found = {r.figure: r for r in reviews.restatements(reader, Q3)}[COUNT]
    assert [(c.recorded_at, c.difference) for c in found.causes] == [(first, -1), (second, -1)]
    assert reviews.restating.changes(reader, Q3)["change"].tolist() == ["CORRECTED", "WITHDRAWN"]


def test_another_definition_is_a_cause_of_its_own(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing(closed) as draft, draft.transaction():
        draft.execute("update register.norm set meetings_per_year = 6")
    (cause,) = {r.figure: r for r in reviews.restatements(store.reader(closed), Q3)}[
        Figure("norm", "A", "required")
    ].causes
    assert (cause.kind, cause.old, cause.new) == ("STRUCTURE", "5", "6")
    monkeypatch.setattr(reviews.restating, "definitions_hash", lambda: "other")
    moved = reviews.restatements(store.reader(closed), Q3)
    assert {c.kind for r in moved for c in r.causes} == {"DEFINITION_AND_STRUCTURE"}


@settings(SEARCH, max_examples=5)
@given(steps=st.lists(st.tuples(st.sampled_from("AB"), st.integers(0, 91), st.booleans()),
                      min_size=1, max_size=6))  # fmt: skip
def test_every_difference_is_the_sum_of_its_causes(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, bool]]
) -> None:
    path = tmp_path_factory.mktemp("sum") / "register.duckdb"
    store.create(path, kind="real", as_of=REVIEWED, recorded_at=RECORDED_AT)
    fill(
        path,
        networks=[network("A"), network("B")],
        meetings=meetings("A", "held", date(2026, 7, 10)),
    )
    reviews.close(path, Q3, as_of=REVIEWED, closed_at=CLOSED_AT)
    for number, (name, day, is_held) in enumerate(steps, start=1):
        when, moment = date(2026, 7, 1) + timedelta(days=day), CLOSED_AT + timedelta(hours=number)
        supersede(path, moment, name, when)
        fill(path, moment, meetings=meetings(name, "held" if is_held else "cancelled", when))
    for one in reviews.restatements(store.reader(path), Q3):
        assert one.old != one.new
        if one.difference is not None:
            known = [cause.difference for cause in one.causes]
            assert None not in known
            assert sum(d for d in known if d is not None) == pytest.approx(one.difference)


def test_decisions_are_kept_by_function_and_stay_open_until_done(register: Path) -> None:
    now: dict[str, Any] = {"recorded_at": datetime.now(UTC).replace(tzinfo=None)}
    number = reviews.decide(
        register, Q3, "  Twee  bijeenkomsten plannen ", "basisteam_chief", date(2026, 12, 1), **now
    )
    open_ones = reviews.decisions(store.reader(register))
    assert open_ones["decision"].tolist() == ["Twee bijeenkomsten plannen"]
    reviews.finish(register, number, date(2026, 11, 30), **now)
    assert len(reviews.decisions(store.reader(register))) == 0
    assert reviews.decisions(store.reader(register), Q3)["done_on"].tolist() == [date(2026, 11, 30)]
    for text, actor in (("", "analyst"), ("x", "Jan Jansen"), ("x" * 400, "analyst")):
        with pytest.raises(ValueError, match=r"^x*$"):
            reviews.decide(register, Q3, text, actor, date(2026, 12, 1), **now)
    with pytest.raises(KeyError):
        reviews.finish(register, number, date(2026, 12, 1), **now)
