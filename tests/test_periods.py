"""Quarters and the last day to confirm them: cases C1 to C3."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondgenoten.periods import Quarter, quarters


@pytest.mark.parametrize(
    ("case", "quarter", "deadline"),
    [
        ("C1", Quarter(2026, 3), date(2026, 10, 15)),
        ("C2", Quarter(2027, 4), date(2028, 1, 17)),
        ("C3", Quarter(2028, 1), date(2028, 4, 18)),
    ],
)
def test_deadline_falls_on_a_working_day(case: str, quarter: Quarter, deadline: date) -> None:
    assert quarter.deadline(15) == deadline, case


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_a_day_lies_in_its_quarter(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.starts_on <= day <= quarter.ends_on
    assert Quarter.parse(str(quarter)) == quarter
    assert quarter.next.previous == quarter


@pytest.mark.parametrize("text", ["2026", "2026-Q5", "2026-Q0", "Q3-2026", "26-Q1", "2026-Q33"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a quarter"):
        Quarter.parse(text)


def test_quarters_come_in_order_without_gaps() -> None:
    found = quarters(2026, 2028)
    assert len(found) == 12
    assert all(one.next == other for one, other in itertools.pairwise(found))
