"""Dates with the month first: those that can be read both ways are not read in silence."""

import pytest
from cast import T
from deliveries import CAST, with_rows
from test_workbooks import table, workbook

from bondgenoten.intake import Place
from bondgenoten.intake.dates import month_first, read_date
from bondgenoten.intake.groups import grouped
from bondgenoten.intake.messages import message


def meetings(*days: str) -> dict[str, str]:
    rows = [f"AMBER;{day};Gepland;;;;;;" for day in days]
    return {**CAST, "meetings": with_rows("meetings", *rows)}


@pytest.mark.parametrize(
    ("text", "order"),
    [("3/25/2026", ("/", True)), ("3/4/2026", ("/", False)), ("03-04-2026", ("-", False)),
     ("12.13.2026", (".", True)), ("25/3/2026", None), ("4/4/2026", None), ("2026-03-04", None),
     ("4 maart 2026", None), ("13/32/2026", None), ("2/30/2026", None), ("", None)],
)  # fmt: skip
def test_which_dates_can_have_the_month_first(text, order):
    assert month_first(text) == order
    assert order is None or (read_date(text) is None) == order[1]


def test_dates_in_doubt_are_one_warning_beside_each_that_is_wrong(check):
    report = check(meetings("12/6/2026", "12/25/2026", "12/7/2026", "12-8-2026", "12/30/2026"))
    told = [(p.cell, p.code) for p in report.problems if p.code != "past_planned"]
    assert told == [("B2", "month_first"), ("B3", "not_a_date"), ("B6", "not_a_date")]
    (doubt,) = [p for p in report.problems if p.code == "month_first"]
    said = message(doubt, "nl")
    assert (
        "B3" in said and "B2, B4." in said and "12 juni 2026" in said and "6 december 2026" in said
    )
    assert "“12/6/2026”" in said and "6 December 2026" in message(doubt, "en")


def test_mending_what_is_wrong_does_not_silence_the_doubt(check):
    files = meetings("12/6/2026", "12/25/2026")
    mended = {p: text for g in grouped(check(files).errors) for p, text in g.mended.items()}
    report = check(files, mended=mended)
    assert ([p.cell for p in report.problems if p.code == "month_first"], report.errors) == (
        ["B2"],
        [],
    )


def test_the_doubt_reaches_over_the_chunks_of_a_long_file(check):
    days = ["12/6/2026", *["25-12-2026"] * 20_001, "12/25/2026"]
    codes = [(p.cell, p.code) for p in check(meetings(*days), as_of=T).problems]
    assert ("B2", "month_first") in codes and ("B20004", "not_a_date") in codes


@pytest.mark.parametrize(
    "days",
    [("12/6/2026", "13/6/2026"), ("12-6-2026", "12/25/2026"), ("25/12/2026", "6/13/2099x")],
)
def test_without_a_date_that_must_have_the_month_first_nothing_is_in_doubt(check, days):
    assert "month_first" not in {p.code for p in check(meetings(*days)).problems}


def test_dates_that_can_only_have_the_day_first_take_the_doubt_away(check):
    report = check(meetings("12/6/2026", "12/25/2026", *["4/4/2026"] * 3, "13/10/2026"))
    assert [p.cell for p in report.errors] == ["B3"]
    assert "month_first" not in {p.code for p in report.problems}
    for other in ("13-10-2026", "13/10/1026"):
        told = check(meetings("12/6/2026", "12/25/2026", other)).problems
        assert "month_first" in {p.code for p in told}


def test_what_was_mended_does_not_prove_that_others_have_the_day_first(check):
    files = meetings("12/6/2026", "12/25/2026")
    report = check(files, mended={Place(1, None, 3, 1): "25/12/2026"})
    assert [p.cell for p in report.problems if p.code == "month_first"] == ["B2"]


def test_very_many_dates_in_doubt_are_counted(check):
    report = check(meetings(*[f"{month}/12/2026" for month in range(1, 12)], "12/25/2026"))
    (doubt,) = [p for p in report.problems if p.code == "month_first"]
    assert "B9 en nog 3 cellen" in message(doubt, "nl")


def test_real_dates_of_excel_are_in_no_doubt(check, tmp_path):
    rows = [*table("meetings")[:1], ["AMBER", T, "Gepland"], ["AMBER", "12/25/2026", "Gepland"]]
    sheets = {"Netwerken": table("networks"), "Bijeenkomsten": rows}
    content = workbook(tmp_path / "x.xlsx", sheets)
    assert "month_first" not in {p.code for p in check({"x.xlsx": content}).problems}
