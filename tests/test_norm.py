"""The norm of five meetings a year: every case N*, F* and B* of the definitions."""

import itertools
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
import pytest
from cast import RECORDED_AT, T, confirmation, meetings, network

from bondgenoten import metrics, store

Filled = Callable[..., store.Reader]
FIVE = [
    date(2026, 1, 10),
    date(2026, 3, 10),
    date(2026, 5, 10),
    date(2026, 7, 10),
    date(2026, 9, 10),
]


def norm_of(reader: store.Reader, as_of: date = T, year: int | None = None) -> dict[str, Any]:
    rows = metrics.compute(reader, "norm", as_of=as_of, year=year)
    assert len(rows) == 1
    return dict(rows.iloc[0])


@pytest.mark.parametrize(
    ("case", "started_on", "ended_on", "year", "active_days", "required"),
    [
        ("a full year", date(2019, 1, 1), None, 2026, 365, 5),
        ("a full leap year", date(2019, 1, 1), None, 2028, 366, 5),
        ("N2", date(2026, 7, 1), None, 2026, 184, 2),
        ("N3a", date(2026, 10, 20), None, 2026, 73, 1),
        ("N3a a day later", date(2026, 10, 21), None, 2026, 72, 0),
        ("N3b", date(2028, 10, 19), None, 2028, 74, 1),
        ("N3b a day later", date(2028, 10, 20), None, 2028, 73, 0),
        ("N4", date(2019, 1, 1), date(2026, 6, 30), 2026, 181, 2),
    ],
)
def test_required_follows_the_active_days(
    filled: Filled, case: str, started_on: date, ended_on: date | None, year: int,
    active_days: int, required: int,
) -> None:  # fmt: skip
    reader = filled(networks=[network("A", started_on, ended_on=ended_on)])
    row = norm_of(reader, year=year)
    assert (row["active_days"], row["required"]) == (active_days, required), case


def test_n5_a_pause_lowers_what_is_required(filled: Filled) -> None:
    pause = {"network_id": "A", "paused_from": date(2026, 3, 1),
             "paused_until": date(2026, 5, 31), "reason": "verbouwing"}  # fmt: skip
    row = norm_of(filled(networks=[network("A")], pauses=[pause]))
    assert (row["active_days"], row["required"]) == (273, 3)


@pytest.mark.parametrize("year", [2026, 2028])
def test_a_later_start_never_raises_what_is_required(filled: Filled, year: int) -> None:
    first = date(year, 1, 1)
    reader = filled(networks=[network(f"{n:03d}", first + timedelta(days=n)) for n in range(365)])
    rows = metrics.compute(reader, "norm", as_of=T, year=year).sort_values("network_id")
    required = rows["required"].tolist()
    assert required[0] == 5
    assert all(later <= earlier for earlier, later in itertools.pairwise(required))


def test_more_pause_never_raises_what_is_required(filled: Filled) -> None:
    ids = [f"{n:03d}" for n in range(300)]
    first = date(2026, 2, 1)
    pauses = [
        {"network_id": i, "paused_from": first, "paused_until": first + timedelta(n), "reason": "x"}
        for n, i in enumerate(ids)
    ]
    reader = filled(networks=[network(i) for i in ids], pauses=pauses)
    required = (
        metrics.compute(reader, "norm", as_of=T).sort_values("network_id")["required"].tolist()
    )
    assert (required[0], required[-1]) == (4, 0)
    assert all(more <= less for less, more in itertools.pairwise(required))


CASES: dict[str, dict[str, Any]] = {
    "N1": {"t": date(2026, 12, 31), "held": FIVE, "status": "MET", "hpk": (5, 0, 0)},
    "N4b": {"ended_on": date(2026, 6, 30), "held": FIVE[:1], "status": "NOT_MET", "shortfall": 1},
    "N7": {"held": FIVE[:3], "planned": [date(2026, 11, 30), date(2026, 12, 14)],
           "status": "BEHIND_BUT_PLANNED", "hpk": (3, 2, 0), "required_to_date": 4},
    "N8": {"held": FIVE[:3], "planned": [date(2026, 12, 14)], "status": "TO_PLAN", "hpk": (3, 1, 1)},
    "N9": {"t": date(2026, 12, 20), "held": FIVE[:3], "status": "OUT_OF_REACH", "capacity": 1,
           "shortfall": 2},
    "N10": {"held": FIVE[:4], "planned": [date(2026, 12, 8)], "status": "ON_COURSE",
            "hpk": (4, 1, 0)},
    "N10 cancelled": {"held": FIVE[:4], "cancelled": [date(2026, 12, 8)], "status": "TO_PLAN",
                      "hpk": (4, 0, 1)},
    "N11": {"held": FIVE[:2], "covers_until": date(2026, 6, 30), "status": "UNKNOWN"},
    "N12": {"held": FIVE, "covers_until": date(2026, 6, 30), "status": "MET"},
    "N13": {"held": FIVE[:4], "planned": [T], "status": "ON_COURSE", "hpk": (4, 1, 0)},
    "N14": {"started_on": date(2026, 12, 15), "t": date(2026, 12, 31),
            "held": [date(2026, 12, 16), date(2026, 12, 20)], "status": "NOT_ASSESSABLE",
            "hpk": (2, 0, 0)},
    "N4 final on its last day": {"t": date(2026, 6, 30), "ended_on": date(2026, 6, 30),
                                 "held": FIVE[:1], "status": "NOT_MET", "shortfall": 1},
    "open a day before its last day": {"t": date(2026, 6, 29), "ended_on": date(2026, 6, 30),
                                       "held": FIVE[:1], "status": "TO_PLAN"},
    "never confirmed": {"held": FIVE[:4], "covers_until": None, "status": "UNKNOWN"},
    "the deadline itself has not passed": {
        "t": date(2026, 10, 15), "held": FIVE[:4], "planned": [date(2026, 11, 1)],
        "covers_until": date(2026, 6, 30), "status": "ON_COURSE"},
    "the day after the deadline": {
        "t": date(2026, 10, 16), "held": FIVE[:4], "planned": [date(2026, 11, 1)],
        "covers_until": date(2026, 6, 30), "status": "UNKNOWN"},
    "F2 planned in the past counts nowhere": {
        "held": FIVE[:4], "planned": [date(2026, 11, 10)], "status": "TO_PLAN", "hpk": (4, 0, 1),
        "to_confirm": 1},
    "a meeting planned in a pause does not count": {
        "held": FIVE[:4], "planned": [date(2026, 12, 8)],
        "pause": (date(2026, 12, 1), date(2026, 12, 10)), "hpk": (4, 0, 0), "status": "MET"},
    "more planned than there is room for": {
        "t": date(2026, 12, 20), "held": FIVE[:3],
        "planned": [date(2026, 12, 21), date(2026, 12, 22)], "status": "BEHIND_BUT_PLANNED"},
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_status_is_the_first_rule_that_fits(filled: Filled, case: str) -> None:
    given = CASES[case]
    covers = given.get("covers_until", max(date(2026, 9, 30), given.get("t", T) - timedelta(60)))
    pauses = [{"network_id": "A", "paused_from": a, "paused_until": b, "reason": "x"}
              for a, b in [given["pause"]] if "pause" in given] if "pause" in given else []  # fmt: skip
    reader = filled(
        networks=[network("A", given.get("started_on", date(2019, 1, 1)),
                          ended_on=given.get("ended_on"))],
        meetings=[row for status in ("held", "planned", "cancelled")
                  for row in meetings("A", status, *given.get(status, ()))],
        pauses=pauses,
        confirmations=[confirmation(covers_until=covers, confirmed_on=date(2026, 1, 2))]
        if covers else [],
    )  # fmt: skip
    row = norm_of(reader, as_of=given.get("t", T), year=2026)
    assert row["status"] == given["status"]
    if "hpk" in given:
        assert (row["held"], row["planned"], row["still_to_plan"]) == given["hpk"]
    for column in ("shortfall", "required_to_date", "capacity", "to_confirm"):
        assert row[column] == given.get(column, row[column])


def test_five_meetings_by_february_meet_the_norm_and_show_the_silence(filled: Filled) -> None:
    dates = [
        date(2026, 1, 5),
        date(2026, 1, 12),
        date(2026, 1, 19),
        date(2026, 1, 26),
        date(2026, 2, 2),
    ]
    row = norm_of(filled(networks=[network("A")], meetings=meetings("A", "held", *dates)),
                  as_of=date(2026, 12, 31))  # fmt: skip
    assert (row["status"], row["longest_silence"], row["dormant"]) == ("MET", 332, True)


@pytest.mark.parametrize(("days", "dormant"), [(146, False), (147, True)])
def test_dormant_is_more_than_146_active_days(filled: Filled, days: int, dormant: bool) -> None:
    last = T - timedelta(days=days)
    row = norm_of(filled(networks=[network("A")], meetings=meetings("A", "held", last)))
    assert row["dormant"] is dormant


def test_a_pause_is_no_silence(filled: Filled) -> None:
    pause = {"network_id": "A", "paused_from": date(2026, 2, 1), "paused_until": date(2026, 10, 31),
             "reason": "x"}  # fmt: skip
    reader = filled(networks=[network("A")], pauses=[pause],
                    meetings=meetings("A", "held", date(2026, 1, 11)))  # fmt: skip
    row = norm_of(reader)
    assert (row["longest_silence"], row["dormant"]) == (20 + 23, False)


def test_rolling_twelve_months_equal_the_year_on_its_last_day(filled: Filled) -> None:
    dates = [date(2027, 12, 31), *(day.replace(year=2028) for day in FIVE)]
    reader = filled(networks=[network("A")], meetings=meetings("A", "held", *dates))
    row = norm_of(reader, as_of=date(2028, 12, 31))
    assert (
        (row["rolling_required"], row["rolling_held"]) == (row["required"], row["held"]) == (5, 5)
    )


def test_rolling_window_from_29_february_falls_back_to_28(filled: Filled) -> None:
    reader = filled(networks=[network("A")],
                    meetings=meetings("A", "held", date(2027, 2, 28), date(2027, 3, 1)))  # fmt: skip
    assert norm_of(reader, as_of=date(2028, 2, 29))["rolling_held"] == 1


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_rows_of_one_day_count_alike_now_and_as_known_then(filled: Filled, rows: int) -> None:
    days = [date(2024, 6, 1), *[date(2026, 5, 4)] * (rows - 1), *[date(2026, 5, 5)] * rows]
    reader = filled(networks=[network("A")], meetings=meetings("A", "held", *days))
    then = metrics.compute(reader, "norm", as_of=T, known_at=RECORDED_AT)
    now = metrics.compute(reader, "norm", as_of=T)
    pd.testing.assert_frame_equal(now, then)
    held = 2 * rows - 1
    assert now[["held", "rolling_held", "longest_silence"]].iloc[0].tolist() == [held, held, 202]


def test_f1_frequency_counts_days_not_networks(filled: Filled) -> None:
    reader = filled(
        networks=[network("A"), network("B", date(2026, 7, 1))],
        meetings=[*meetings("A", "held", *FIVE), *meetings("B", "held", *FIVE[3:])],
    )
    rows = metrics.compute(reader, "norm", as_of=date(2026, 12, 31))
    held, days = rows["held"].sum(), rows["active_days"].sum()
    assert (held, days, round(365 * held / days, 2)) == (7, 549, 4.65)


def compliance_of(reader: store.Reader, key: str) -> dict[str, Any]:
    rows = metrics.compute(reader, "compliance", as_of=date(2026, 12, 31))
    return dict(rows[rows["key"] == key].iloc[0])


def team_of(*held: int, basisteam: str = "lekpoort", late: int | None = None) -> dict[str, Any]:
    """Networks of one team, each with so many held meetings; `late` one starts on 15 December."""
    ids = [f"{basisteam}-{number}" for number in range(len(held))]
    starts = [date(2026, 12, 15) if n == late else date(2019, 1, 1) for n in range(len(held))]
    days = [date(2026, 1, 10) + timedelta(days=20 * n) for n in range(12)]
    return {
        "networks": [network(i, s, basisteam=basisteam) for i, s in zip(ids, starts, strict=True)],
        "meetings": [
            row for i, n in zip(ids, held, strict=True) for row in meetings(i, "held", *days[:n])
        ],
    }


def test_b1_not_assessable_is_outside_the_count(filled: Filled) -> None:
    reader = filled(**team_of(5, 5, 2, 0, late=3), confirmations=[confirmation()])
    row = compliance_of(reader, "lekpoort")
    assert (row["met"], row["assessable"], row["not_assessable"]) == (2, 3, 1)


def test_b2_a_surplus_never_pays_for_another(filled: Filled) -> None:
    row = compliance_of(filled(**team_of(8, 2), confirmations=[confirmation()]), "lekpoort")
    assert (row["met"], row["assessable"], row["shortfall"]) == (1, 2, 3)


def test_b3_unknown_gives_bounds(filled: Filled) -> None:
    known, doubtful = team_of(5, 5, 2), team_of(2, basisteam="de-copen")
    both = {kind: known[kind] + doubtful[kind] for kind in known}
    row = compliance_of(filled(**both, confirmations=[confirmation()]), "West-Utrecht")
    assert (row["met"], row["assessable"], row["unknown"]) == (2, 3, 1)
    assert (row["lower_met"], row["lower_of"], row["upper_met"], row["upper_of"]) == (2, 4, 3, 4)


def test_b4_a_team_without_a_network_has_a_row_with_nothing(filled: Filled) -> None:
    row = compliance_of(filled(), "amersfoort")
    assert (row["networks"], row["assessable"], row["met"]) == (0, 0, 0)


def test_b6_a_district_is_counted_from_its_networks(filled: Filled) -> None:
    one, other = team_of(5), team_of(5, 5, 5, 0, 0, 0, 0, 0, 0, basisteam="de-copen")
    both = {kind: one[kind] + other[kind] for kind in one}
    teams = [confirmation(), confirmation("de-copen")]
    row = compliance_of(filled(**both, confirmations=teams), "West-Utrecht")
    assert (row["met"], row["assessable"]) == (4, 10)


def test_every_level_has_its_row_in_the_order_of_the_organisation(filled: Filled) -> None:
    rows = metrics.compute(filled(), "compliance", as_of=T)
    assert rows["level"].tolist() == ["region"] + ["district"] * 5 + ["basisteam"] * 18
    assert rows["key"].tolist()[1:4] == ["Flevoland", "Gooi en Vechtstreek", "West-Utrecht"]


def test_what_was_known_earlier_can_be_asked_again(filled: Filled) -> None:
    reader = filled(networks=[network("A")], meetings=meetings("A", "held", *FIVE))
    before = metrics.compute(reader, "norm", as_of=T, known_at=datetime(2025, 12, 31))
    assert len(before) == 0
    assert norm_of(reader)["held"] == 5
