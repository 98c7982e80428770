"""Rules that look beyond one cell: keys, lives, pauses, the as-of date."""

from datetime import date

import pytest
from cast import T
from deliveries import CAST, NETWORKS, PAUSES, found, with_cell, with_rows


def meeting(
    day: str, status: str = "Gehouden", network: str = "AMBER", theme: str = "Overig"
) -> str:
    return f"{network};{day};{status};;{theme};;;;"


def meetings(*rows: str) -> str:
    return with_rows("meetings", *rows)


def pauses(*rows: str) -> str:
    return with_rows("pauses", *rows)


def test_held_after_the_as_of_date_is_an_error_and_on_it_is_not(send):
    report = send({**CAST, "meetings": meetings(meeting("23-11-2026"), meeting("3-12-2026"))})
    assert found(report) == [("B3", "held_in_future")]
    report = send({**CAST, "meetings": meetings(meeting("3-12-2026"))}, as_of=date(2026, 12, 3))
    assert report.errors == []


def test_planned_before_the_as_of_date_is_a_warning(check):
    rows = meetings(meeting("22-11-2026", "Gepland"), meeting("23-11-2026", "Gepland"))
    report = check({"networks": NETWORKS, "meetings": rows})
    assert (found(report), found(report, "warning")) == ([], [("B2", "past_planned")])


@pytest.mark.parametrize(
    ("day", "status", "is_wrong"),
    [("31-12-2018", "Gehouden", True), ("1-1-2019", "Gehouden", False),
     ("30-6-2026", "Gehouden", False), ("1-7-2026", "Gehouden", True),
     ("24-12-2026", "Gepland", True), ("1-7-2026", "Geannuleerd", False),
     ("24-12-2026", "Gehouden", False)],
)  # fmt: skip
def test_only_what_is_held_or_planned_must_fall_in_the_life_of_the_network(
    check, day, status, is_wrong
):
    report = check({**CAST, "meetings": meetings(meeting(day, status, "ESDOORN"))})
    assert (("B2", "outside_life") in found(report)) == is_wrong
    assert len(report.errors) <= 1


def test_ending_a_network_before_meetings_the_register_has_is_told_at_the_end_date(send):
    rows = meetings(meeting("1-3-2026"), meeting("1-6-2026"))
    assert send({**CAST, "pauses": PAUSES, "meetings": rows}).written
    ended = with_cell("networks", "Einddatum", "30-4-2026")
    report = send({"networks": ended})
    assert found(report) == [("H2", "outside_life")]
    said = report.lines("nl")[2]
    assert "vallen 2 bijeenkomsten en onderbrekingen" in said and "01-07-2026" in said
    # The same upload may take those away.
    cancelled = meetings(meeting("1-6-2026", "Geannuleerd"))
    pause = with_rows("pauses", "AMBER;1-7-2026;31-7-2026;Zomerstop")
    assert found(send({"networks": ended, "meetings": cancelled})) == [("H2", "outside_life")]
    report = send({"networks": ended, "meetings": cancelled, "pauses": pause})
    assert found(report) == [("B2", "outside_life")]


def test_starting_a_network_after_its_meetings_is_told_at_the_start_date(send):
    assert send(CAST).written
    report = send({"networks": with_cell("networks", "Startdatum", "1-4-2026")})
    assert found(report) == [("G2", "outside_life")]


def test_the_life_that_counts_is_the_one_after_this_upload(send):
    assert send(CAST).written
    ended = with_cell("networks", "Einddatum", "31-8-2026")
    assert found(send({"networks": ended, "meetings": meetings(meeting("1-9-2026"))})) == [
        ("B2", "outside_life")
    ]


def test_an_end_before_the_start_is_told_at_the_end(send):
    report = send({**CAST, "networks": with_cell("networks", "Einddatum", "31-12-2018")})
    assert found(report) == [("H2", "ends_before_start")]
    assert (report.files[1].held_back, report.files[2].held_back) == (1, 1)
    report = send({**CAST, "pauses": pauses("AMBER;2-7-2026;1-7-2026;Verkeerd om")})
    assert found(report) == [("C2", "ends_before_start")]


def test_a_pause_lies_within_the_life_of_its_network(check):
    rows = pauses("ESDOORN;1-6-2026;31-7-2026;a", "ESDOORN;1-8-2026;;b", "AMBER;1-12-2018;;c")
    assert found(check({**CAST, "pauses": rows})) == [
        ("C2", "outside_life"), ("B3", "outside_life"), ("B4", "outside_life"),
    ]  # fmt: skip


def test_pauses_that_share_a_day_are_told_at_the_later_one(check):
    rows = pauses(
        "AMBER;1-9-2026;30-9-2026;b", "AMBER;1-7-2026;1-9-2026;a", "AMBER;1-10-2026;2-10-2026;c"
    )
    assert found(check({**CAST, "pauses": rows})) == [("B2", "overlapping_pause")]


def test_a_pause_may_not_overlap_one_of_the_register_but_may_correct_it(send):
    assert send(CAST).written
    report = send({"pauses": pauses("AMBER;15-6-2026;1-7-2026;eerder")})
    assert found(report) == [("B2", "overlapping_pause")]
    assert send({"pauses": pauses("AMBER;1-7-2026;15-7-2026;korter")}).files[0].corrected == 1


def test_a_meeting_held_in_a_pause_is_a_warning(check):
    rows = meetings(meeting("1-7-2026"), meeting("31-7-2026"), meeting("1-8-2026"))
    report = check({**CAST, "meetings": rows})
    assert (found(report), found(report, "warning")) == (
        [], [("B2", "held_in_pause"), ("B3", "held_in_pause")],
    )  # fmt: skip


def test_a_meeting_held_without_a_theme_is_a_warning_and_a_cancelled_one_is_not(check):
    rows = meetings(meeting("1-4-2026", theme=""), meeting("2-4-2026", "Geannuleerd", theme=""))
    assert found(check({**CAST, "meetings": rows}), "warning") == [("E2", "no_theme")]


def test_eleven_members_are_a_warning_and_ten_are_not(send):
    report = send({**CAST, "networks": with_cell("networks", "Leden burgers", "9")})
    assert found(report, "warning") == [("K2", "more_than_ten")]
    assert send({**CAST, "networks": with_cell("networks", "Leden burgers", "8")}).problems == []


def test_the_same_row_twice_counts_once_and_is_a_warning(check):
    rows = meetings(meeting("1-4-2026"), meeting("2026-04-01"), meeting("1-5-2026"))
    report = check({**CAST, "meetings": rows})
    assert (found(report), found(report, "warning")) == ([], [("A3", "duplicate_row")])
    assert (report.files[1].new, report.files[1].duplicate) == (2, 1)


def test_two_rows_that_contradict_each_other_are_both_refused(check):
    rows = meetings(meeting("1-4-2026"), meeting("1-4-2026", "Geannuleerd"), meeting("1-5-2026"))
    report = check({**CAST, "meetings": rows})
    assert found(report) == [("A3", "conflicting_rows")]
    assert report.files[1].rejected == 2
    assert "Rij 2 " in report.to_json()["files"][1]["problems"][0]["message_nl"]


def test_rows_are_compared_across_files_and_the_other_file_is_named(check):
    other = {"more.csv": meetings(meeting("1-3-2026", "Geannuleerd"))}
    report = check({**CAST, **other})
    assert [(p.file, p.cell, p.code) for p in report.errors] == [(4, "A2", "conflicting_rows")]
    assert (
        "Rij 2 van meetings.csv gaat over hetzelfde"
        in report.to_json()["files"][4]["problems"][0]["message_nl"]
    )


def test_networks_that_contradict_each_other_hold_their_meetings_back(check):
    row = "AMBER;Anders;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6"
    report = check({**CAST, "networks": NETWORKS + row + "\n"})
    assert found(report) == [("A4", "conflicting_rows")]
    assert (report.files[1].held_back, report.files[2].held_back) == (1, 1)


def test_meetings_of_a_faulty_network_are_held_back_also_under_a_faulty_number(check):
    report = check({
        **CAST,
        "networks": with_cell("networks", "Basisteam", "Nergens"),
        "meetings": meetings(meeting("1-3-2026"), meeting("31-2-2026"), meeting("1-3-2026", network="X")),
    })  # fmt: skip
    assert found(report) == [
        ("C2", "unknown_basisteam"), ("B3", "not_a_date"), ("A4", "unknown_network"),
    ]  # fmt: skip
    assert (report.files[1].held_back, report.files[1].rejected) == (1, 2)


def test_a_network_of_the_register_need_not_be_in_the_upload(send):
    assert send(CAST, as_of=T).written
    assert send({"meetings": meetings(meeting("1-5-2026"))}).files[0].new == 1


@pytest.mark.parametrize("number", ["AM BER", "", "123456782", "Ámber"])
def test_meetings_of_a_network_whose_number_is_faulty_wait_and_a_strange_number_is_told(
    check, number
):
    rows = meetings(
        meeting("1-3-2026"), meeting("1-4-2026"), meeting("1-5-2026", network="ZZZ-9"),
        meeting("1-5-2026", network="ESDOORN"),
    )  # fmt: skip
    networks = with_cell("networks", "Netwerknummer", number)
    report = check({"networks": networks, "meetings": rows})
    assert [(p.file, p.cell) for p in report.errors] == [(0, "A2"), (1, "A4")]
    assert (report.files[1].held_back, report.files[1].new, report.files[1].rejected) == (2, 1, 1)


def test_data_that_is_complete_up_to_a_day_to_come_is_warned_of(check):
    ahead = with_rows(
        "confirmations", "Lekpoort;30-9-2027;5-10-2026", "De Copen;30-9-2026;5-10-2026"
    )
    of_both = NETWORKS.replace("AMBER", "BEUK").replace("Lekpoort;Houten", "De Copen;Woerden")
    files = {
        "networks": NETWORKS + of_both.splitlines()[1] + "\n",
        "meetings": meetings(meeting("1-3-2026"), meeting("1-3-2026", network="BEUK")),
    }
    assert found(check({**files, "confirmations": ahead}), "warning") == [("B2", "covers_future")]


def test_a_network_number_is_sure_only_where_capitals_alone_differ(check):
    rows = [meeting("1-9-2026").replace("AMBER", key) for key in ("amber", "AMBR")]
    report = check({"networks": NETWORKS, "meetings": meetings(*rows)})
    assert [(p.suggestion, p.mend) for p in report.problems if p.code == "unknown_network"] == [
        ("AMBER", "AMBER"), ("AMBER", None)
    ]  # fmt: skip
