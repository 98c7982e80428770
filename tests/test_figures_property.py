"""On random registers the trend figures equal the slow computation, for every level and period."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from registers import DAYS, SEARCH, TEAMS, Rows, anew, registers
from slow_rows import SlowRows

from bondgenoten import answers, metrics, signals, store

COUNTS = ("meetings_with_theme", "meetings_with_any_theme", "meetings_held")


def opened(path: Path, rows: Rows, t: date) -> tuple[store.Reader, SlowRows]:
    reader = anew(path, rows)
    teams = dict(reader.rows("select basisteam, district from register.basisteams"))
    return reader, SlowRows(rows, teams, t)


def recent(frame: object, column: str) -> list[dict[str, object]]:
    """The rows from 2025 on, for before it nothing can have happened, and those of our teams."""
    return [row for row in frame.to_dict("records")  # type: ignore[attr-defined]
            if row[column] >= "2025" and row.get("key", "Utrecht") not in ("bes", "heuvelrug")]  # fmt: skip


@SEARCH
@given(rows=registers(), t=DAYS)
def test_frequency_equals_the_slow_computation(scratch: Path, rows: Rows, t: date) -> None:
    reader, slow = opened(scratch, rows, t)
    for row in recent(metrics.compute(reader, "frequency", as_of=t), "period"):
        if row["level"] == "basisteam" and row["key"] not in TEAMS:
            assert (row["meetings_held"], row["active_days"]) == (0, 0)
            continue
        *counts, rate = slow.frequency(row["period"], row["level"], row["key"])
        found = [row[c] for c in ("meetings_held", "of_which_urgent", "cancelled", "active_days")]
        assert found == counts, row
        assert (
            row["per_network_year"] is None
            or rate is None
            or (row["per_network_year"] == pytest.approx(rate))
        )


@SEARCH
@given(rows=registers(), t=DAYS)
def test_themes_equal_the_slow_computation(scratch: Path, rows: Rows, t: date) -> None:
    reader, slow = opened(scratch, rows, t)
    frame = metrics.compute(reader, "themes", as_of=t)
    assert len(frame) == 16 * len(set(frame["quarter"]))
    for row in recent(frame, "quarter"):
        found = tuple(row[c] for c in ("meetings_with_theme", "meetings_with_any_theme",
                                       "meetings_held", "networks_with_theme", "networks_that_met"))  # fmt: skip
        assert found == slow.theme(row["quarter"], row["theme"])
        assert row["provisional"] == slow.is_provisional(row["quarter"])
        assert row["is_mainly_one_network"] == slow.is_mainly_one(row["quarter"], row["theme"])
        if found[1]:
            assert row["share"] == pytest.approx(found[0] / found[1])
            assert (row["share_low"], row["share_high"]) == signals.wilson(*found[:2])


@SEARCH
@given(rows=registers(), t=DAYS)
def test_rollout_and_reach_equal_the_slow_computation(scratch: Path, rows: Rows, t: date) -> None:
    reader, slow = opened(scratch, rows, t)
    last = metrics.compute(reader, "rollout", as_of=t).to_dict("records")[-1]
    assert (last["basisteams_with_network"], last["active_networks"]) == slow.rollout(t)
    assert last["basisteams_in_force"] == 18
    for row in metrics.compute(reader, "reach", as_of=t).to_dict("records"):
        assert (row["seasoned"], row["maintained"]) == slow.maintained(row["basisteam"])


@SEARCH
@given(rows=registers(), t=DAYS)
def test_unrest_equals_the_slow_computation(scratch: Path, rows: Rows, t: date) -> None:
    reader, slow = opened(scratch, rows, t)
    frame = metrics.compute(reader, "unrest", as_of=t)
    for row in frame[frame["date"] >= date(2025, 1, 1)].to_dict("records"):
        found = [row[c] for c in ("networks", "prepared", "followed", "in_time")]
        *counts, first = slow.event(row["date"], row["basisteam"])
        assert found == counts, row
        assert (None if first is None else row["first_meeting_after"]) == first


@SEARCH
@given(rows=registers(), t=DAYS)
def test_agenda_and_peacetime_equal_the_slow_computation(
    scratch: Path, rows: Rows, t: date
) -> None:
    reader, slow = opened(scratch, rows, t)
    for row in recent(metrics.compute(reader, "agenda", as_of=t), "year"):
        counted = slow.agenda(int(row["year"]), row["level"], row["key"])
        assert {side: row[side] for side in counted} == counted
        known = counted.total() - counted["unknown"]
        assert row["known"] == known
        assert row["is_hidden"] == (known < 10 or counted["unknown"] > 0.3 * counted.total())
    events = reader.rows("select date, basisteams from register.events")
    for row in metrics.compute(reader, "peacetime", as_of=t).to_dict("records"):
        covering = [d for d, teams in events if "*" in teams or row["basisteam"] in teams]
        counted = slow.peacetime(row["network_id"], row["year"], covering)
        assert (row["in_peacetime"], row["after_event"]) == counted


@SEARCH
@given(rows=registers(), t=DAYS)
def test_reporting_equals_the_slow_computation(scratch: Path, rows: Rows, t: date) -> None:
    reader, slow = opened(scratch, rows, t)
    for row in recent(metrics.compute(reader, "reporting", as_of=t), "quarter"):
        first = slow.first_covering(row["basisteam"], row["quarter"])
        assert row["is_complete"] == (first is not None)
        assert row["is_on_time"] == slow.is_on_time(row["basisteam"], row["quarter"])


def ours(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of the region, and of the districts and teams that the registers use."""
    kept = (frame["level"] != "basisteam") | frame["key"].isin(TEAMS)
    return answers.records(frame[kept])


@SEARCH
@given(rows=registers(), t=DAYS)
def test_composition_and_attendance_equal_the_slow_computation(
    scratch: Path, rows: Rows, t: date
) -> None:
    reader, slow = opened(scratch, rows, t)
    checks = ("members_total", "at_most_ten", "one_police", "one_municipality", "has_citizens")
    composed = metrics.compute(reader, "composition", as_of=t).to_dict("records")
    assert {r["network_id"]: tuple(r[c] for c in checks) for r in composed} == slow.composition()
    counts = ("meetings_held", "meetings_recorded", "both_professionals", "present_police",
              "present_municipality", "present_citizens")  # fmt: skip
    for row in ours(metrics.compute(reader, "attendance", as_of=t)):
        if row["period"] >= "2025":
            found = tuple(row[c] for c in counts)
            assert found == slow.attendance(row["period"], row["level"], row["key"])


@SEARCH
@given(rows=registers(), t=DAYS)
def test_recent_themes_and_aftermath_equal_the_slow_computation(
    scratch: Path, rows: Rows, t: date
) -> None:
    reader, slow = opened(scratch, rows, t)
    for row in ours(metrics.compute(reader, "recent_themes", as_of=t)):
        found = tuple(row[c] for c in COUNTS)
        assert found == slow.recent_theme(row["theme"], row["level"], row["key"])
    after = metrics.compute(reader, "aftermath", as_of=t).to_dict("records")
    events = metrics.compute(reader, "unrest", as_of=t)
    for event in events[events["date"] >= date(2025, 1, 1)].to_dict("records"):
        themes, with_any, held = slow.aftermath(event["date"], event["basisteam"])
        mine = [r for r in after if (r["event_id"], r["basisteam"]) ==
                (event["event_id"], event["basisteam"])]  # fmt: skip
        assert {r["theme"]: tuple(r[c] for c in COUNTS) for r in mine} == {
            theme: (n, with_any, held) for theme, n in themes.items()
        }


@SEARCH
@given(rows=registers(), t=DAYS)
def test_questions_and_rhythm_equal_the_slow_computation(
    scratch: Path, rows: Rows, t: date
) -> None:
    reader, slow = opened(scratch, rows, t)
    asked = answers.records(metrics.compute(reader, "questions", as_of=t))
    found = Counter((row["question"], row["network_id"], row["date"]) for row in asked)
    assert found == slow.questions()
    months = metrics.compute(reader, "rhythm", as_of=t).to_dict("records")
    shown = {(r["network_id"], r["month"]): (r["held"], r["active_days"]) for r in months}
    assert shown == slow.rhythm()


@SEARCH
@given(rows=registers(), t=DAYS)
def test_development_equals_the_slow_computation(scratch: Path, rows: Rows, t: date) -> None:
    reader, slow = opened(scratch, rows, t)
    since = date(t.year - 1, t.month, 1)
    for row in ours(metrics.compute(reader, "development", as_of=t, since=since)):
        found = tuple(row[c] for c in ("networks", "assessable", "met"))
        assert found == slow.development(row["on_date"], row["level"], row["key"])
