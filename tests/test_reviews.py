"""A closed quarter stays as it was; what moved since is the sum of its causes."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import Made, confirmation, fill, meetings, network

from bondgenoten import metrics, reviews, store
from bondgenoten.answers import records
from bondgenoten.periods import Quarter
from bondgenoten.reviews import closing
from bondgenoten.reviews.figures import PARTS, Count, Figure

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


def _closed(register: Path) -> None:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    fill(register, networks=[network("A"), network("B")], meetings=meetings("A", "held", *days),
         confirmations=[confirmation()])  # fmt: skip
    reviews.close(register, Q3, as_of=REVIEWED, closed_at=CLOSED_AT)


@pytest.fixture
def closed(made: Made) -> Path:
    return made(_closed)


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


def test_one_scope_of_the_frozen_figures_leaves_out_the_other_scopes_alone(closed: Path) -> None:
    reader = store.reader(closed)
    whole = reviews.frozen(reader, Q3)
    own = reviews.frozen(reader, Q3, of=("basisteam", "lekpoort"))
    left = [figure for figure in whole if figure not in own]
    assert own == {figure: whole[figure] for figure in own}
    assert {f.metric for f in left} == {"compliance", "frequency", "themes"}
    assert not any(f"{f.key}|".startswith("basisteam|lekpoort|") for f in left)
    by_level = [f for f in own if f.metric in {"compliance", "frequency", "themes"}]
    assert all(f"{f.key}|".startswith("basisteam|lekpoort|") for f in by_level) and by_level


def test_the_figures_beside_a_closed_quarter_are_frozen_with_it(closed: Path) -> None:
    reader = store.reader(closed)
    own, before, year_ago = (
        reviews.frozen(reader, Q3, period) for period in (Q3, Quarter(2026, 2), Quarter(2025, 3))
    )
    assert (own[COUNT], before[COUNT], year_ago[COUNT]) == ("2", "1", "0")
    themes = {figure.key.split("|")[0] for figure in before if figure.metric == "themes"}
    assert themes == {"region", "district", "basisteam"}
    fill(closed, CLOSED_AT + timedelta(days=1), meetings=meetings("B", "held", date(2026, 4, 1)))
    moved = {
        r.figure: r
        for r in reviews.restatements(store.reader(closed), Q3)
        if r.period == Quarter(2026, 2)
    }
    assert (moved[COUNT].old, moved[COUNT].new) == ("1", "2")


def test_an_earlier_closing_keeps_its_own_figures_in_the_reviews_after_it(closed: Path) -> None:
    fill(closed, CLOSED_AT + timedelta(days=1), meetings=meetings("B", "held", date(2026, 8, 1)))
    later = date(2027, 1, 20)
    reviews.close(closed, Quarter(2026, 4), as_of=later, closed_at=CLOSED_AT + timedelta(days=92))
    reader = store.reader(closed)
    made = reviews.closed(reader, Quarter(2026, 4))
    assert made is not None
    keeper = reviews.kept_by(reader, made, Q3)
    assert keeper == reviews.closed(reader, Q3)
    moved = {r.figure: r for r in reviews.restatements(reader, Quarter(2026, 4)) if r.period == Q3}
    assert (moved[COUNT].old, moved[COUNT].new) == ("2", "3")


def test_themes_of_a_part_are_those_of_the_metric(closed: Path) -> None:
    late = CLOSED_AT + timedelta(days=1)
    fill(closed, late, networks=[network("C", basisteam="amersfoort")],
         meetings=meetings("C", "held", date(2026, 8, 1), date(2026, 9, 1), themes=["trust"]))  # fmt: skip
    reader = store.reader(closed)
    (part,) = (part for part in PARTS if part.metric == "themes")
    found = Count(reader, REVIEWED).rows(part, Q3)
    of_all = Count(reader, REVIEWED).figures(Q3, [part])
    for (level, key), rows in found.groupby(["level", "key"]):
        scope = {} if level == "region" else {level: key}
        asked = metrics.compute(reader, "themes", as_of=REVIEWED, **scope)
        expected = asked[asked["quarter"] == str(Q3)].reset_index(drop=True)
        assert rows[list(expected.columns)].reset_index(drop=True).equals(expected), key
        alone = Count(reader, REVIEWED, of=(level, key)).figures(Q3, [part])
        assert alone == {f: v for f, v in of_all.items() if f.key.startswith(f"{level}|{key}|")}


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
    assert (cause.step.kind, cause.step.recorded_at, cause.difference) == ("ADDED", late, 2)
    rows = reviews.restating.changes(reader, Q3)
    assert rows["change"].tolist() == ["ADDED", "ADDED"]


def test_corrected_and_withdrawn_rows_are_told_apart(closed: Path) -> None:
    first, second = CLOSED_AT + timedelta(days=1), CLOSED_AT + timedelta(days=2)
    supersede(closed, first, "A", date(2026, 7, 10))
    fill(closed, first, meetings=meetings("A", "cancelled", date(2026, 7, 10)))
    supersede(closed, second, "A", date(2026, 9, 10))
    reader = store.reader(closed)
    found = {r.figure: r for r in reviews.restatements(reader, Q3)}[COUNT]
    assert [(c.step.recorded_at, c.difference) for c in found.causes] == [(first, -1), (second, -1)]
    assert reviews.restating.changes(reader, Q3)["change"].tolist() == ["CORRECTED", "WITHDRAWN"]


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


def test_a_decision_that_is_done_can_be_reopened_and_keeps_its_history(register: Path) -> None:
    moments = [CLOSED_AT + timedelta(days=day) for day in range(3)]
    number = reviews.decide(register, Q3, "Plannen", "analyst", date(2026, 12, 1), moments[0])
    with pytest.raises(KeyError):
        reviews.reopen(register, number, moments[1])
    reviews.finish(register, number, date(2026, 11, 30), moments[1])
    reader = store.reader(register)
    assert reviews.decisions(reader, also=[number])["decision_id"].tolist() == [number]
    reviews.reopen(register, number, moments[2])
    (row,) = records(reviews.decisions(store.reader(register)))
    assert (row["decision"], row["actor"], row["done_on"]) == ("Plannen", "analyst", None)
    kept = store.reader(register).query(
        "select done_on, superseded_at from register.decisions order by recorded_at"
    )
    assert [r["done_on"] for r in records(kept)] == [None, date(2026, 11, 30), None]
    assert [r["superseded_at"] for r in records(kept)] == [*moments[1:], None]


def test_a_quarter_before_the_method_began_cannot_be_closed(register: Path) -> None:
    with pytest.raises(reviews.NotOver):
        reviews.close(register, Quarter(2006, 4), as_of=date(2026, 10, 20), closed_at=CLOSED_AT)
