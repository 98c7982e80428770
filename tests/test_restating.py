"""Every difference since a closing is the sum of its causes, each named for what it was."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from cast import RECORDED_AT, Made, confirmation, fill, meetings, network
from hypothesis import given, settings
from hypothesis import strategies as st
from registers import SEARCH
from series import one_meeting_more

from bondgenoten import reviews, store
from bondgenoten.periods import Quarter
from bondgenoten.reviews.figures import Figure

Q3 = Quarter(2026, 3)
REVIEWED = date(2026, 10, 20)
CLOSED_AT = datetime(2026, 10, 20, 12)
COUNT = Figure("frequency", "region|Midden-Nederland", "meetings_held")
REQUIRED = Figure("norm", "A", "required")

Found = dict[Figure, reviews.Restatement]


def close(path: Path) -> None:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    fill(path, networks=[network("A"), network("B")], meetings=meetings("A", "held", *days),
         confirmations=[confirmation()])  # fmt: skip
    reviews.close(path, Q3, as_of=REVIEWED, closed_at=CLOSED_AT)


@pytest.fixture
def closed(made: Made) -> Path:
    return made(close)


def moved(path: Path, period: Quarter = Q3) -> Found:
    found = reviews.restatements(store.reader(path), Q3)
    return {one.figure: one for one in found if one.period == period}


def kinds(one: reviews.Restatement) -> list[tuple[str, float | None]]:
    return [(cause.step.kind, cause.difference) for cause in one.causes]


def withdraw(path: Path, moment: datetime, network_id: str, day: date) -> None:
    with store.writing(path) as draft, draft.transaction():
        draft.execute(
            "update register.meetings set superseded_at = ?"
            " where network_id = ? and date = ? and superseded_at is null",
            [moment, network_id, day],
        )


def restructure(path: Path) -> None:
    """The norm of the organisation becomes one higher."""
    with store.writing(path) as draft, draft.transaction():
        draft.execute("update register.norm set meetings_per_year = meetings_per_year + 1")


def test_one_import_that_adds_corrects_and_withdraws_is_told_in_three(closed: Path) -> None:
    late = CLOSED_AT + timedelta(days=3)
    withdraw(closed, late, "A", date(2026, 7, 10))
    withdraw(closed, late, "A", date(2026, 9, 10))
    corrected = meetings("A", "cancelled", date(2026, 9, 10))
    new = meetings("B", "held", date(2026, 7, 1), date(2026, 7, 20), date(2026, 8, 20))
    fill(closed, late, meetings=[*corrected, *new])
    one = moved(closed)[COUNT]
    assert (one.old, one.new) == ("2", "3")
    assert kinds(one) == [("ADDED", 3), ("CORRECTED", -1), ("WITHDRAWN", -1)]


def test_a_cause_names_its_batch_and_its_rows(closed: Path) -> None:
    late = CLOSED_AT + timedelta(days=3)
    with store.writing(closed) as draft, draft.transaction():
        draft.execute(
            "insert into register.batches values (7, ?, 'import', ?, null, null)", [late, REVIEWED]
        )
        draft.execute(
            "insert into register.batch_files values (7, 'opgave.xlsx', 'x', 2, 2, 0, 0, 0, 0, 0)"
        )
    fill(closed, late, meetings=meetings("B", "held", date(2026, 7, 1), date(2026, 7, 20)))
    (cause,) = moved(closed)[COUNT].causes
    assert (cause.step.batches, cause.step.files, cause.step.rows) == ((7,), ("opgave.xlsx",), 2)
    rows = reviews.restating.changes(store.reader(closed), Q3)
    assert rows["batch"].tolist() == [7, 7]
    assert rows["recorded_at"].tolist() == [late, late]


def test_another_structure_is_a_cause_of_its_own(closed: Path) -> None:
    restructure(closed)
    (cause,) = moved(closed)[REQUIRED].causes
    assert (cause.step.kind, cause.old, cause.new) == ("STRUCTURE", "5", "6")


def test_another_definition_is_a_cause_of_its_own(
    closed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one_meeting_more(monkeypatch, tmp_path)
    (cause,) = moved(closed)[REQUIRED].causes
    assert (cause.step.kind, cause.old, cause.new) == ("DEFINITION", "5", "6")


def test_definition_and_structure_are_told_apart(
    closed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    restructure(closed)
    one_meeting_more(monkeypatch, tmp_path)
    fill(closed, CLOSED_AT + timedelta(days=1), meetings=meetings("B", "held", date(2026, 8, 1)))
    found = moved(closed)
    assert (found[REQUIRED].old, found[REQUIRED].new) == ("5", "7")
    assert kinds(found[REQUIRED]) == [("DEFINITION", 1), ("STRUCTURE", 1)]
    assert kinds(found[COUNT]) == [("ADDED", 1)]


def test_they_are_told_together_where_the_structure_of_then_was_not_kept(
    closed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with store.writing(closed) as draft, draft.transaction():
        draft.execute("delete from register.closed_reference")
    restructure(closed)
    one_meeting_more(monkeypatch, tmp_path)
    assert kinds(moved(closed)[REQUIRED]) == [("DEFINITION_AND_STRUCTURE", 2)]


def test_a_merger_moves_no_figure_of_before_it(closed: Path) -> None:
    with store.writing(closed) as draft, draft.transaction():
        draft.execute(
            "update register.basisteams set valid_until = date '2027-01-01'"
            " where basisteam in ('lekpoort', 'de-copen')"
        )
    assert moved(closed) == {}


STEPS = st.lists(
    st.lists(
        st.tuples(st.sampled_from("AB"), st.integers(0, 60), st.sampled_from(("held", "cancelled", None))),
        min_size=1, max_size=5, unique_by=lambda row: row[:2],
    ),
    min_size=1, max_size=4,
)  # fmt: skip


@settings(SEARCH, max_examples=3)
@given(imports=STEPS, is_restructured=st.booleans(), is_redefined=st.booleans())
def test_every_difference_is_the_sum_of_its_causes(
    tmp_path_factory: pytest.TempPathFactory,
    imports: list[list[tuple[str, int, str | None]]],
    is_restructured: bool,
    is_redefined: bool,
) -> None:
    folder = tmp_path_factory.mktemp("sum")
    path = folder / "register.duckdb"
    store.create(path, kind="real", as_of=REVIEWED, recorded_at=RECORDED_AT)
    close(path)
    for number, rows in enumerate(imports, start=1):
        moment = CLOSED_AT + timedelta(hours=number)
        for name, day, status in rows:
            when = date(2026, 7, 1) + timedelta(days=day)
            withdraw(path, moment, name, when)
            if status:
                fill(path, moment, meetings=meetings(name, status, when))
    with pytest.MonkeyPatch.context() as patch:
        if is_restructured:
            restructure(path)
        if is_redefined:
            one_meeting_more(patch, folder)
        found = reviews.restatements(store.reader(path), Q3)
    told = {cause.step.kind for one in found for cause in one.causes}
    assert ("STRUCTURE" in told, "DEFINITION" in told) == (is_restructured, is_redefined)
    for one in found:
        assert one.old != one.new
        assert one.causes[0].old == one.old
        assert one.causes[-1].new == one.new
        if one.difference is not None:
            known = [cause.difference for cause in one.causes]
            assert None not in known
            assert sum(d for d in known if d is not None) == pytest.approx(one.difference)
