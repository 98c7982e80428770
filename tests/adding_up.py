"""For each metric how its figures are added up from the listed rows, and from nothing else."""

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
from listed import Listed, quarter, year_before

from bondgenoten import periods

DAY = timedelta(1)


def norm(all_: Listed) -> None:
    rows = all_.meetings("year")
    for row in all_.figures("norm"):
        mine = [r["counts_as"] for r in rows
                if (r["network_id"], r["date"].year) == (row["network_id"], row["year"])]  # fmt: skip
        assert row["held"] == mine.count("COUNTED")
        assert row["planned"] == mine.count("PLANNED")
        assert row["to_confirm"] == mine.count("NEVER_CONFIRMED")


def compliance(all_: Listed) -> None:
    (row,) = all_.figures("compliance")
    listed = all_.figures("norm")
    states = [one["status"] for one in listed]
    for status in ("MET", "UNKNOWN", "NOT_ASSESSABLE", "ON_COURSE", "TO_PLAN", "NOT_MET"):
        assert row[status.lower()] == states.count(status)
    assert row["networks"] == len(listed)
    assert row["shortfall"] == sum(one["shortfall"] for one in listed)
    assert row["active_networks"] == len(all_.active(all_.t))


def development(all_: Listed) -> None:
    for row in all_.figures("development")[-3:]:
        lived = [n for n in all_.networks(row["on_date"]) if n["counts_as"] in ("ACTIVE", "PAUSED")]
        states = [n["rolling_status"] for n in lived]
        assert row["networks"] == len(lived)
        assert row["assessable"] == len(lived) - states.count("NOT_ASSESSABLE")
        assert row["met"] == states.count("MET")


def frequency(all_: Listed) -> None:
    for row in all_.figures("frequency"):
        mine = [r for r in all_.meetings("quarter") if quarter(r) == row["period"]]
        held = [r for r in mine if r["counts_as"] == "COUNTED"]
        assert row["meetings_held"] == len(held)
        assert row["of_which_urgent"] == sum(r["kind"] == "urgent" for r in held)
        assert row["cancelled"] == sum(r["counts_as"] == "CANCELLED" for r in mine)
    assert row["active_networks"] == len(all_.active(all_.t))


def rhythm(all_: Listed) -> None:
    held = [(r["network_id"], f"{r['date']:%Y-%m}") for r in all_.held("century")]
    shown = all_.figures("rhythm")
    for row in shown:
        assert row["held"] == held.count((row["network_id"], row["month"]))
    months = {row["month"] for row in shown}
    assert sum(row["held"] for row in shown) == sum(month in months for _, month in held)


def themes(all_: Listed) -> None:
    for row in all_.figures("themes"):
        mine = [r for r in all_.held("quarter") if quarter(r) == row["quarter"]]
        having = [r for r in mine if row["theme"] in r["themes"]]
        assert row["meetings_held"] == len(mine)
        assert row["meetings_with_any_theme"] == sum(len(r["themes"]) > 0 for r in mine)
        assert row["meetings_with_theme"] == len(having)
        assert row["networks_with_theme"] == len({r["network_id"] for r in having})
        assert row["networks_that_met"] == len({r["network_id"] for r in mine})


def themes_by_team(all_: Listed) -> None:
    for row in all_.figures("themes_by_team"):
        mine = [r for r in all_.held("quarter")
                if (quarter(r), r["basisteam"]) == (row["quarter"], row["basisteam"])]  # fmt: skip
        assert row["meetings_held"] == len(mine)
        assert row["meetings_with_theme"] == sum(row["theme"] in r["themes"] for r in mine)


def recent_themes(all_: Listed) -> None:
    held = [r for r in all_.held("century") if r["date"] > year_before(all_.t)]
    for row in all_.figures("recent_themes"):
        assert row["meetings_held"] == len(held)
        assert row["meetings_with_any_theme"] == sum(len(r["themes"]) > 0 for r in held)
        assert row["meetings_with_theme"] == sum(row["theme"] in r["themes"] for r in held)


def rollout(all_: Listed) -> None:
    for row in all_.figures("rollout")[-1::-7][:4]:
        day = min(periods.last_day(row["month"]), all_.t)
        active = all_.active(day)
        assert row["active_networks"] == len(active)
        assert row["basisteams_with_network"] == len({n["basisteam"] for n in active})
        edges = {name: sum(f"{n[f'{name}_on']}"[:7] == row["month"] for n in all_.networks(day)
                           if n[f"{name}_on"] is not None and n[f"{name}_on"] <= day)
                 for name in ("started", "ended")}  # fmt: skip
        assert (row["networks_started"], row["networks_ended"]) == (
            edges["started"],
            edges["ended"],
        )


def rollout_by_team(all_: Listed) -> None:
    for row in all_.figures("rollout_by_team"):
        if row["month"] == f"{all_.t:%Y-%m}":
            mine = [n for n in all_.active(all_.t) if n["basisteam"] == row["basisteam"]]
            assert row["active_networks"] == len(mine)


def reach(all_: Listed) -> None:
    for row in all_.figures("reach"):
        mine = [n for n in all_.networks(all_.t)
                if n["basisteam"] == row["basisteam"] and n["counts_as"] != "NOT_STARTED"]  # fmt: skip
        active = sum(n["counts_as"] == "ACTIVE" for n in mine)
        kept = [n["maintained_as"] for n in mine]
        assert row["active_networks"] == active
        assert row["seasoned"] == len(mine) - kept.count("TOO_YOUNG")
        assert row["maintained"] == kept.count("MAINTAINED")
        assert row["reached"] == ("REACHED" if active else "LOST" if mine else "NEVER")


def composition(all_: Listed) -> None:
    shown = {row["network_id"] for row in all_.figures("composition")}
    assert shown == {n["network_id"] for n in all_.active(all_.t)}


def attendance(all_: Listed) -> None:
    sides = ("police", "municipality", "citizens")
    for row in all_.figures("attendance"):
        mine = [[r[f"present_{side}"] for side in sides] for r in all_.held("quarter")
                if quarter(r) == row["period"]]  # fmt: skip
        noted = [one for one in mine if not any(pd.isna(count) for count in one)]
        assert row["meetings_held"] == len(mine)
        assert row["meetings_recorded"] == len(noted)
        assert row["both_professionals"] == sum(one[0] > 0 and one[1] > 0 for one in noted)
        assert [row[f"present_{side}"] for side in sides] == [
            sum(one[place] for one in noted) for place in range(3)
        ]


def unrest(all_: Listed) -> None:
    there = all_.figures("networks_at_events")
    for row in all_.figures("unrest"):
        if row["date"].year >= 2025:
            mine = [n for n in there
                    if (n["event_id"], n["basisteam"]) == (row["event_id"], row["basisteam"])]  # fmt: skip
            assert row["networks"] == len(mine)
            assert row["prepared"] == sum(n["is_prepared"] for n in mine)
            assert row["in_time"] == sum(n["is_followed"] and n["is_in_time"] for n in mine)


def networks_at_events(all_: Listed) -> None:
    found: dict[tuple[date, str], set[str]] = {}
    for row in all_.figures("networks_at_events"):
        found.setdefault((row["date"], row["basisteam"]), set()).add(row["network_id"])
    for (day, team), there in found.items():
        active = {n["network_id"] for n in all_.active(day) if n["basisteam"] == team}
        assert there == active


def aftermath(all_: Listed) -> None:
    for row in all_.figures("aftermath"):
        mine = [r for r in all_.held("day") if r["basisteam"] == row["basisteam"]
                and row["date"] <= r["date"] <= row["date"] + 28 * DAY]  # fmt: skip
        assert row["meetings_held"] == len(mine)
        assert row["meetings_with_theme"] == sum(row["theme"] in r["themes"] for r in mine)


def peacetime(all_: Listed) -> None:
    events = {(row["basisteam"], row["date"]) for row in all_.figures("unrest")}
    for row in all_.figures("peacetime"):
        mine = [r["date"] for r in all_.held("day")
                if (r["network_id"], r["date"].year, r["basisteam"])
                == (row["network_id"], row["year"], row["basisteam"])]  # fmt: skip
        after = sum(
            any((row["basisteam"], day - n * DAY) in events for n in range(29)) for day in mine
        )
        assert (row["in_peacetime"], row["after_event"]) == (len(mine) - after, after)


def questions(all_: Listed) -> None:
    asked = all_.figures("questions")
    first = all_.t.replace(year=all_.t.year - 2, day=min(all_.t.day, 28))
    rows = [r for r in all_.meetings("century") if first + 3 * DAY < r["date"] <= all_.t]
    for name, expected in (
        ("NEVER_CONFIRMED", [r for r in rows if r["counts_as"] == "NEVER_CONFIRMED"]),
        ("NO_THEME", [r for r in rows if r["status"] == "held" and len(r["themes"]) == 0]),
    ):
        found = {(q["network_id"], q["date"]) for q in asked if q["question"] == name}
        assert found >= {(r["network_id"], r["date"]) for r in expected}
        assert {key for key in found if key[1] > first + 3 * DAY} == {
            (r["network_id"], r["date"]) for r in expected
        }


def agenda(all_: Listed) -> None:
    for row in all_.figures("agenda"):
        mine = [r["agenda_from"] for r in all_.held("year") if str(r["date"].year) == row["year"]]
        for side in ("community", "police", "municipality", "joint"):
            assert row[side] == mine.count(side)
        assert row["meetings_held"] == len(mine)


def reporting(all_: Listed) -> None:
    """Each figure is the rows that are complete, of all that are expected: a row a basisteam."""
    given = all_.figures("confirmations")
    for row in all_.figures("reporting"):
        end = periods.Quarter.parse(row["quarter"]).ends_on
        mine = [c["confirmed_on"] for c in given if c["basisteam"] == row["basisteam"]
                and c["covers_until"] >= end and c["confirmed_on"] <= all_.t]  # fmt: skip
        assert row["is_complete"] == bool(mine)
        assert row["is_on_time"] == (bool(mine) and min(mine) <= row["deadline"])


def quality(all_: Listed) -> None:
    asked, reported = all_.figures("questions"), all_.figures("reporting")
    planned = [r for r in all_.meetings("century") if r["counts_as"] == "NEVER_CONFIRMED"]
    for row in all_.figures("quality"):
        team = row["basisteam"]
        mine = [q["question"] for q in asked if q["basisteam"] == team]
        assert row["held_without_theme"] == mine.count("NO_THEME")
        assert row["held_in_pause"] == mine.count("HELD_IN_PAUSE")
        assert row["more_than_ten"] == mine.count("MORE_THAN_TEN")
        assert row["past_planned"] == sum(r["basisteam"] == team for r in planned)
        due = [q["is_on_time"] for q in reported if q["basisteam"] == team and q["is_due"]][-4:]
        assert (row["due_quarters"], row["on_time"]) == (len(due), sum(due))


FIGURES: tuple[Callable[[Listed], None], ...] = (
    norm, compliance, development, frequency, rhythm, themes, themes_by_team, recent_themes, rollout,
    rollout_by_team, reach, composition, attendance, unrest, networks_at_events, aftermath, peacetime,
    questions, agenda, reporting, quality,
)  # fmt: skip
