"""The cases of definitions 5 to 10: themes, roll-out, composition, unrest, agenda, reporting."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from cast import T, confirmation, meetings, network

from bondgenoten import metrics, store

Filled = Callable[..., store.Reader]
Q3 = date(2026, 7, 1)


def days(count: int, first: date = Q3) -> list[date]:
    return [first + timedelta(days=n) for n in range(count)]


def themed(network_id: str, count: int, *themes: str, first: date = Q3) -> list[dict[str, Any]]:
    return meetings(network_id, "held", *days(count, first), themes=sorted(themes))


def theme_row(reader: store.Reader, theme: str, quarter: str = "2026-Q3") -> dict[str, Any]:
    rows = metrics.compute(reader, "themes", as_of=T)
    return dict(rows[(rows["theme"] == theme) & (rows["quarter"] == quarter)].iloc[0])


def test_t8_only_meetings_with_a_theme_are_the_base(filled: Filled) -> None:
    held = themed("A", 8, "trust") + themed("A", 2, first=date(2026, 9, 1))
    row = theme_row(filled(networks=[network("A")], meetings=held), "trust")
    assert (row["meetings_with_any_theme"], row["meetings_held"], row["share"]) == (8, 10, 1.0)


def test_t10_one_network_can_make_a_theme(filled: Filled) -> None:
    ids = [f"N{number:02d}" for number in range(41)]
    held = themed("N00", 8, "trust") + themed("N01", 1, "trust")
    held += [row for i in ids[2:] for row in themed(i, 1, "other")] + themed(
        "N05", 14, "other", first=date(2026, 8, 1)
    )
    row = theme_row(filled(networks=[network(i) for i in ids], meetings=held), "trust")
    assert (row["meetings_with_theme"], row["meetings_with_any_theme"]) == (9, 62)
    assert (row["networks_with_theme"], row["networks_that_met"]) == (2, 41)
    assert row["is_mainly_one_network"] is True
    assert round(100 * row["share"]) == 15


def test_t7_too_few_meetings_give_no_verdict(filled: Filled) -> None:
    held = themed("A", 1, "trust", first=date(2025, 7, 1)) + themed(
        "A", 8, "other", first=date(2025, 8, 1)
    )
    held += themed("A", 4, "trust") + themed("A", 4, "other", first=date(2026, 8, 1))
    given = [confirmation(team) for team in TEAMS]
    row = theme_row(filled(networks=[network("A")], meetings=held, confirmations=given), "trust")
    assert row["change"] == "TOO_FEW"


def test_a_clear_change_is_a_signal_and_an_unconfirmed_quarter_is_not(filled: Filled) -> None:
    held = themed("A", 2, "trust", first=date(2025, 7, 1)) + themed(
        "A", 28, "other", first=date(2025, 8, 1)
    )
    held += themed("A", 20, "trust") + themed("A", 10, "other", first=date(2026, 8, 1))
    rows: dict[str, Any] = {"networks": [network("A")], "meetings": held}
    assert theme_row(filled(**rows), "trust")["change"] == "PROVISIONAL"
    sure = filled(confirmations=[confirmation(team) for team in TEAMS])
    assert theme_row(sure, "trust")["change"] == "MORE"
    assert theme_row(sure, "other")["change"] == "LESS"
    assert theme_row(sure, "trust")["provisional"] is False


TEAMS = (
    "noordoostpolder-urk-dronten", "almere-haven-poort", "almere-stad", "almere-buiten-hout",
    "lelystad-zeewolde", "gooi-noord", "gooi-zuid", "stichtse-vecht-de-ronde-venen", "de-copen",
    "lekpoort", "bes", "amersfoort", "binnensticht", "heuvelrug", "utrecht-noord",
    "utrecht-centrum", "utrecht-west", "utrecht-zuid",
)  # fmt: skip


def test_every_quarter_up_to_the_date_exists_also_an_empty_one(filled: Filled) -> None:
    rows = metrics.compute(filled(), "themes", as_of=T)
    quarters = list(dict.fromkeys(rows["quarter"].tolist()))
    assert (quarters[0], quarters[-1], len(quarters)) == ("2007-Q1", "2026-Q4", 80)
    assert rows["share"].isna().all()


@pytest.mark.parametrize(
    ("members", "checks"),
    [((1, 1, 8), (True, True, True, True)), ((1, 1, 9), (False, True, True, True)),
     ((2, 0, 3), (True, False, False, True)), ((1, 1, 0), (True, True, True, False))],
)  # fmt: skip
def test_composition_is_four_separate_answers(
    filled: Filled, members: tuple[int, int, int], checks: tuple[bool, ...]
) -> None:
    sides = ("members_police", "members_municipality", "members_citizens")
    reader = filled(networks=[network("A", **dict(zip(sides, members, strict=True)))])
    row = metrics.compute(reader, "composition", as_of=T).iloc[0]
    found = (row["at_most_ten"], row["one_police"], row["one_municipality"], row["has_citizens"])
    assert found == checks


HOUTEN = date(2025, 10, 14)  # an event that covers Lekpoort alone


def event_row(reader: store.Reader, as_of: date = T) -> dict[str, Any]:
    rows = metrics.compute(reader, "unrest", as_of=as_of)
    return dict(rows[rows["event_id"] == "E034"].iloc[0])


def test_no_network_at_an_event_is_itself_the_finding(filled: Filled) -> None:
    row = event_row(filled())
    assert (row["reach"], row["networks"]) == ("NO_NETWORK", 0)


@pytest.mark.parametrize(
    ("before", "reach"), [((1, 180), "PREPARED"), ((1, 181), "NETWORK"), ((0, 1), "NETWORK")]
)
def test_prepared_is_two_meetings_in_the_180_days_before(
    filled: Filled, before: tuple[int, int], reach: str
) -> None:
    held = meetings("A", "held", *(HOUTEN - timedelta(days=n) for n in before))
    assert event_row(filled(networks=[network("A")], meetings=held))["reach"] == reach


@pytest.mark.parametrize(("after", "in_time"), [(0, 1), (7, 1), (8, 0)])
def test_the_first_meeting_in_time_is_within_seven_days(
    filled: Filled, after: int, in_time: int
) -> None:
    held = meetings("A", "held", HOUTEN + timedelta(days=after))
    row = event_row(filled(networks=[network("A")], meetings=held))
    assert (row["in_time"], row["followed"], row["first_meeting_after"]) == (in_time, 1, after)


def test_a_week_has_to_pass_before_it_is_too_late(filled: Filled) -> None:
    reader = filled(networks=[network("A")])
    assert event_row(reader, HOUTEN + timedelta(days=6))["first_meeting"] == "TOO_EARLY"
    assert event_row(reader, HOUTEN + timedelta(days=7))["first_meeting"] == "NOT_YET"


def test_peacetime_and_the_28_days_after_an_event_are_counted_apart(filled: Filled) -> None:
    inside, outside = (HOUTEN, HOUTEN + timedelta(days=28)), (HOUTEN + timedelta(days=29),)
    reader = filled(networks=[network("A")], meetings=meetings("A", "held", *inside, *outside))
    row = metrics.compute(reader, "peacetime", as_of=T).iloc[0]
    assert (row["in_peacetime"], row["after_event"]) == (1, 2)


@pytest.mark.parametrize(
    ("known", "unknown", "hidden"), [(14, 6, False), (13, 7, True), (9, 0, True), (10, 0, False)]
)
def test_the_agenda_is_hidden_where_too_little_is_known(
    filled: Filled, known: int, unknown: int, hidden: bool
) -> None:
    held = meetings("A", "held", *days(known), agenda_from="community")
    held += meetings("A", "held", *days(unknown, date(2026, 9, 1)))
    rows = metrics.compute(filled(networks=[network("A")], meetings=held), "agenda", as_of=T)
    row = rows[(rows["year"] == "2026") & (rows["level"] == "region")].iloc[0]
    assert (row["known"], row["unknown"], row["is_hidden"]) == (known, unknown, hidden)
    assert hidden == bool(rows["community_share"].isna()[row.name])


@pytest.mark.parametrize(
    ("case", "given", "complete", "on_time"),
    [("C4", [(date(2026, 9, 28), date(2026, 9, 28))], False, False),
     ("C6", [(date(2026, 9, 30), date(2026, 10, 10)), (date(2026, 9, 30), date(2026, 11, 3))], True, True),
     ("on the deadline", [(date(2026, 9, 30), date(2026, 10, 15))], True, True),
     ("a day late", [(date(2026, 12, 31), date(2026, 10, 16))], True, False),
     ("received after the as-of date", [(date(2026, 9, 30), date(2026, 11, 24))], False, False)],
)  # fmt: skip
def test_reporting_is_complete_and_on_time(
    filled: Filled, case: str, given: list[tuple[date, date]], complete: bool, on_time: bool
) -> None:
    reader = filled(confirmations=[confirmation("lekpoort", *one) for one in given])
    rows = metrics.compute(reader, "reporting", as_of=T, basisteam="lekpoort")
    row = rows[rows["quarter"] == "2026-Q3"].iloc[0]
    assert (row["is_complete"], row["is_on_time"]) == (complete, on_time), case


def test_c7_a_team_in_force_for_part_of_a_quarter_is_expected(register: Any) -> None:
    with store.writing(register) as draft, draft.transaction():
        draft.execute(
            "update register.basisteams set valid_from = date '2026-08-01' where basisteam = 'lekpoort'"
        )
    rows = metrics.compute(store.reader(register), "reporting", as_of=T, basisteam="lekpoort")
    assert rows["quarter"].tolist() == ["2026-Q3"]


def test_rollout_counts_a_paused_network_as_not_active(filled: Filled) -> None:
    pause = {
        "network_id": "A",
        "paused_from": date(2026, 11, 1),
        "paused_until": None,
        "reason": "x",
    }
    reader = filled(networks=[network("A"), network("B", basisteam="bes")], pauses=[pause])
    rows = metrics.compute(reader, "rollout", as_of=T).to_dict("records")
    assert [(r["basisteams_with_network"], r["active_networks"]) for r in rows[-2:]] == [
        (2, 2),
        (1, 1),
    ]
    assert [r["is_carried_back"] for r in rows if r["month"] in ("2012-12", "2013-01")] == [
        True,
        False,
    ]


def test_reach_tells_never_from_lost_and_keeps_ended_networks_in_the_base(filled: Filled) -> None:
    reader = filled(networks=[network("A", ended_on=date(2021, 3, 31)), network("B", basisteam="bes")],
                    meetings=meetings("B", "held", *days(5, date(2026, 5, 1))))  # fmt: skip
    rows = {r["basisteam"]: r for r in metrics.compute(reader, "reach", as_of=T).to_dict("records")}
    assert (rows["lekpoort"]["reached"], rows["lekpoort"]["last_active_on"]) == (
        "LOST",
        date(2021, 3, 31),
    )
    assert (rows["lekpoort"]["seasoned"], rows["lekpoort"]["maintained"]) == (1, 0)
    assert (rows["bes"]["reached"], rows["bes"]["maintained"]) == ("REACHED", 1)
    assert rows["amersfoort"]["reached"] == "NEVER"
