"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondgenoten.intake.dates import (
    day_first,
    is_written_as_date,
    likely_date,
    month_first,
    read_date,
)

DAY = date(2026, 2, 10)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-10", "2026-2-10", "10-2-2026", "10-02-2026", "10/2/2026", "10.02.2026",
        "10 februari 2026", "10 Februari 2026", "10 FEBRUARI 2026", "10 feb 2026", "10 feb. 2026",
        "10 february 2026", "10-feb-2026", "10  februari  2026", "2026-02-10 00:00:00",
        "2026-02-10T14:30:00", "10-2-2026 14:30", "dinsdag 10 februari 2026", "Di. 10-2-2026",
        "Tuesday, 10 February 2026",
    ],
)  # fmt: skip
def test_every_form_of_a_date_is_read_with_the_day_before_the_month(text):
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "month"),
    [("1 mrt 2026", 3), ("1 maart 2026", 3), ("1 mei 2026", 5), ("1 May 2026", 5),
     ("1 okt 2026", 10), ("1 October 2026", 10), ("1 sept. 2026", 9), ("1 aug 2026", 8)],
)  # fmt: skip
def test_months_have_dutch_and_english_names_and_their_abbreviations(text, month):
    assert read_date(text) == date(2026, month, 1)


@pytest.mark.parametrize(
    "text",
    ["31-02-2026", "29-2-2025", "30 februari 2026", "10-2-26", "2-13-2026", "46000", "morgen", "",
     "1899-12-31", "1-1-2200", "10-2/2026", "10 foo 2026", "2026-02", "9999-99-99", "10-2-2026 x", "maandag 10 februari 2026",
     "dinsdag", "dinsdag 10 februari", "ma 31-2-2026"],
)  # fmt: skip
def test_what_is_no_day_from_1900_to_2199_is_no_date(text):
    assert read_date(text) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back_from_every_numeric_form(day):
    forms = (
        day.isoformat(),
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
    )
    assert {read_date(form) for form in forms} == {day}


@given(st.text(max_size=40))
def test_any_other_text_is_refused_quietly(text):
    assert read_date(text) is None or text[:1].isdecimal()


def test_a_bare_day_number_of_excel_suggests_the_day_it_stands_for():
    assert likely_date("46000") == date(2025, 12, 9)
    assert likely_date("10-2-26") == DAY
    assert likely_date("2-13-2026") == date(2026, 2, 13)
    assert likely_date("2026/02/10") == DAY
    assert likely_date("20260210") == DAY
    assert likely_date("31-02-2026") is None


def test_a_day_that_is_not_there_is_told_apart_from_a_text_that_is_no_date():
    written = ("31-02-2026", "30 februari 2026", "1-1-2200", "2026-13-01")
    assert all(is_written_as_date(text) and read_date(text) is None for text in written)
    other = ("9 maart", "2026/01/12", "10 foo 2026", "morgen", "")
    assert not any(is_written_as_date(text) for text in other)


@pytest.mark.parametrize(
    "text",
    ["10-feb-26", "10 feb '26", "10e februari 2026", "February 10, 2026", "feb 10 2026", "10-2-2026 om 10.00 uur",
     "10-2-'26", "10 - 2 - 2026", "maandag 10 februari 2026", "10 februari, 2026", "10 feb 26, 19.30 u"],
)  # fmt: skip
def test_other_ways_to_write_a_day_suggest_it(text):
    assert (read_date(text), likely_date(text)) == (None, DAY)


@pytest.mark.parametrize(
    "text", ["10 februari", "februari 2026", "10 foo 26", "31 feb 26", "Feest 10, 2026"]
)
def test_what_is_no_whole_day_suggests_none(text):
    assert likely_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["\u200e10-2-2026", "10\u00ad-2-2026", "\u200b10-2-2026\u200b", "10–2–2026", "10\u20112\u20112026", "2026−02−10",
     "１０-２-２０２６", "10\u00a0februari\u200d 2026", "\ufeff10–2–2026 14:30"],
)  # fmt: skip
def test_a_date_is_read_as_it_looks(text):
    assert read_date(text) == DAY
    assert is_written_as_date(text)


def test_a_date_with_a_dash_or_what_does_not_show_has_its_day_first_too():
    assert month_first("\u200e10–2–2026") == ("-", False)
    assert day_first("13–2\u00ad–2026") == "-"
    assert likely_date("10–2–26") == DAY
