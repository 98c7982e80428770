"""How each basisteam looks after its data: on made-up cases, and on random registers counted slowly."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from cast import T, confirmation, fill, meetings, network
from hypothesis import given
from registers import DAYS, SEARCH, TEAMS, Rows, registers
from slow_figures import Slow, quarter_days
from slow_norm import deadline
from test_figures_property import opened

from bondgenoten import metrics, store
from bondgenoten.intake import confirm_team, confirmed_until, confirming

COUNTS = ("due_quarters", "on_time", "past_planned", "held_without_theme", "held_in_pause",
          "more_than_ten", "open_questions")  # fmt: skip


def of(reader: store.Reader, team: str, t: date = T) -> dict[str, object]:
    rows = metrics.compute(reader, "quality", as_of=t, basisteam=team).to_dict("records")
    assert len(rows) == 1
    return dict(rows[0])


def test_every_basisteam_in_force_has_a_row_also_with_nothing(register: Path) -> None:
    frame = metrics.compute(store.reader(register), "quality", as_of=T)
    assert len(frame) == 18
    assert frame["confirmed_until"].isna().all()
    assert not frame["stopped_reporting"].any()
    assert {column: frame[column].sum() for column in COUNTS} == {
        column: 18 * 4 if column == "due_quarters" else 0 for column in COUNTS
    }


def test_what_still_asks_for_a_word_is_counted(register: Path) -> None:
    fill(
        register,
        networks=[network("A"), network("B", members_citizens=9)],
        pauses=[{"network_id": "A", "paused_from": date(2026, 5, 1),
                 "paused_until": date(2026, 5, 31), "reason": "x"}],
        meetings=[*meetings("A", "planned", date(2026, 11, 10), date(2026, 11, 23)),
                  *meetings("A", "held", date(2026, 5, 5), themes=["trust"]),
                  *meetings("A", "held", date(2026, 6, 5), date(2024, 6, 5))],
        confirmations=[confirmation()],
    )  # fmt: skip
    found = of(store.reader(register), "lekpoort")
    assert [found[column] for column in COUNTS] == [4, 1, 1, 1, 1, 1, 0]
    assert found["confirmed_until"] == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("covers_until", "has_stopped"),
    [(date(2026, 9, 30), False), (date(2026, 6, 30), False), (date(2026, 6, 29), True),
     (date(2026, 3, 31), True), (date(2006, 12, 31), False)],
)  # fmt: skip
def test_a_team_stopped_when_it_covers_neither_of_the_last_two_due_quarters(
    register: Path, covers_until: date, has_stopped: bool
) -> None:
    fill(register, confirmations=[confirmation(covers_until=covers_until)])
    assert of(store.reader(register), "lekpoort")["stopped_reporting"] is has_stopped


def slow_quality(slow: Slow, team: str) -> list[object]:
    """The counts of one team, one row at a time."""
    t = slow.t
    back = t.replace(year=t.year - 2) if (t.month, t.day) != (2, 29) else date(t.year - 2, 2, 28)
    mine = {i for i in slow.by_id if slow.by_id[i]["basisteam"] == team}
    rows = [m for m in slow.rows["meetings"] if m["network_id"] in mine]
    recent = [m for m in rows if m["status"] == "held" and back < m["date"] <= t]
    quarters = [f"{year}-Q{q}" for year in range(2007, t.year + 1) for q in (1, 2, 3, 4)]
    due = [q for q in quarters if deadline(quarter_days(q)[1]) < t]
    covered = [slow.first_covering(team, q) is not None for q in due]
    big = [i for i in mine if slow.active(i, t) and sum(
        slow.by_id[i][f"members_{side}"] for side in ("police", "municipality", "citizens")) > 10]  # fmt: skip
    return [
        len(due[-4:]),
        sum(slow.is_on_time(team, q) for q in due[-4:]),
        sum(m["status"] == "planned" and m["date"] < t for m in rows),
        sum(not m["themes"] for m in recent),
        sum(slow.lives(m["network_id"], m["date"]) and not slow.active(m["network_id"], m["date"])
            for m in recent),
        len(big), 0, any(covered) and not any(covered[-2:]),
    ]  # fmt: skip


@SEARCH
@given(rows=registers(), t=DAYS)
def test_quality_equals_the_slow_computation(scratch: Path, rows: Rows, t: date) -> None:
    for number, row in enumerate(rows["networks"]):
        row["members_citizens"] = 6 + 2 * number  # some above ten
    reader, slow = opened(scratch, rows, t)
    for team in TEAMS:
        found = of(reader, team, t)
        counts = [found[column] for column in (*COUNTS, "stopped_reporting")]
        assert counts == slow_quality(slow, team)


def test_a_confirmation_with_nothing_to_report_is_warned_of_and_taken(register: Path) -> None:
    fill(
        register,
        networks=[network("A"), network("B")],
        meetings=[*meetings("A", "held", date(2026, 9, 30)),
                  *meetings("A", "planned", date(2026, 10, 6), date(2026, 11, 20))],
        confirmations=[confirmation()],
    )  # fmt: skip
    until = date(2026, 10, 31)
    found = confirming(register, "lekpoort", until, T)
    assert [(odd.code, odd.details["n"]) for odd in found] == [
        ("nothing_held", "2"), ("unanswered", "1"),
    ]  # fmt: skip
    assert confirm_team(register, "lekpoort", until, as_of=T, actor="secretaris").written
    assert of(store.reader(register), "lekpoort")["confirmed_until"] == until
    assert confirmed_until(store.reader(register), "lekpoort", T) == until


def test_a_team_with_meetings_confirms_without_a_warning_and_one_without_networks_with_one(
    register: Path,
) -> None:
    fill(register, networks=[network("A")], meetings=meetings("A", "held", date(2026, 10, 6)))
    until = date(2026, 10, 31)
    assert confirming(register, "lekpoort", until, T) == []
    assert [odd.code for odd in confirming(register, "de-copen", until, T)] == ["no_networks"]
    later = confirming(register, "lekpoort", T + timedelta(1), T)
    assert [odd.code for odd in later] == ["covers_future"]
