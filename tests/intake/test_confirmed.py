"""A confirmation that may be mistaken is asked about, by a file as by the button, and always taken."""

from datetime import date

import pytest
from cast import T
from deliveries import CAST, NETWORKS, found, with_rows

from bondgenoten import intake, store
from bondgenoten.intake.messages import message

Q3 = "Lekpoort;30-9-2026;10-10-2026"
HELD = "AMBER;{};Gehouden;;Overig;;1;1;4"


def confirmations(*rows):
    return {"confirmations": with_rows("confirmations", *rows)}


def meetings(*rows):
    return {"meetings": with_rows("meetings", *rows)}


def warned(report):
    return found(report, "warning")


@pytest.mark.parametrize(("day", "is_told"), [("30-6-2026", True), ("1-7-2026", False),
                                              ("30-9-2026", False), ("1-10-2026", True)])  # fmt: skip
def test_a_quarter_without_a_meeting_is_asked_about(send, day, is_told):
    send({"networks": NETWORKS, **meetings(HELD.format("1-3-2026")),
          **confirmations("Lekpoort;30-6-2026;1-7-2026")})  # fmt: skip
    files = {**meetings(HELD.format("1-3-2026"), HELD.format(day)), **confirmations(Q3)}
    report = send(files)
    assert (report.written, warned(report)) == (True, [("B2", "nothing_held")] * is_told)
    # What the register has, it was told of before.
    assert send(files).problems == []


def test_a_first_confirmation_without_any_meeting_is_asked_about(check):
    report = check({"networks": NETWORKS, **confirmations(Q3)})
    assert warned(report) == [("B2", "nothing_held")]
    assert "geen enkele gehouden bijeenkomst, terwijl er 2 netwerken zijn" in message(
        report.problems[0], "nl"
    )


def test_of_several_quarters_in_one_file_the_last_is_asked_about(check):
    files = {**meetings(HELD.format("1-5-2026")),
             **confirmations("Lekpoort;30-6-2026;1-7-2026", Q3, "Lekpoort;31-3-2026;1-4-2026")}  # fmt: skip
    report = check({"networks": NETWORKS, **files})
    assert warned(report) == [("B3", "nothing_held")]


@pytest.mark.parametrize(
    "files",
    [
        meetings("AMBER;31-9-2026;Gehouden;;Overig;;1;1;4"),
        meetings("AMBR;1-9-2026;Gehouden;;Overig;;1;1;4"),
        meetings(HELD.format("1-9-2026")) | {"networks": NETWORKS.replace("Houten", "Parijs")},
        {"meetings.csv": ""},
    ],
)
def test_while_other_rows_are_wrong_nothing_is_said_to_be_missing(check, files):
    report = check({"networks": NETWORKS, **files, **confirmations(Q3)})
    assert report.errors and warned(report) == []


def test_planned_dates_that_passed_are_asked_about_once_and_only_those_of_the_register(send):
    send({"networks": NETWORKS, **meetings(HELD.format("1-9-2026"), "AMBER;15-9-2026;Gepland;;;;;;",
                                           "AMBER;25-9-2026;Gepland;;;;;;", "AMBER;2-10-2026;Gepland;;;;;;")})  # fmt: skip
    report = send(confirmations(Q3), dry_run=True)
    assert warned(report) == [("B2", "unanswered")]
    assert (
        "wachten nog 2 geplande bijeenkomsten op een antwoord, de eerste van 15-09-2026"
        in message(report.problems[0], "nl")
    )
    answered = meetings("AMBER;15-9-2026;Geannuleerd;;;;;;", "AMBER;25-9-2026;Gepland;;;;;;")
    report = send({**confirmations(Q3), **answered}, dry_run=True)
    assert [p.code for p in report.problems] == ["past_planned"]


@pytest.mark.parametrize(("on", "codes"), [("29-9-2026", ["confirmed_early"]), ("30-9-2026", [])])
def test_a_confirmation_from_before_the_day_it_covers_is_asked_about(check, on, codes):
    report = check({**CAST, **confirmations(f"Lekpoort;30-9-2026;{on}")})
    assert [p.code for p in report.problems] == codes


@pytest.mark.parametrize(("on", "codes"), [("23-11-2026", []), ("24-11-2026", ["confirmed_ahead"]),
                                           ("10-10-2027", ["confirmed_ahead"]),
                                           ("10-10-2028", ["far_ahead"])])  # fmt: skip
def test_a_confirmation_of_a_day_to_come_counts_nowhere_yet_and_that_is_said(send, on, codes):
    report = send({**CAST, **meetings(HELD.format("1-9-2026")),
                   **confirmations(f"Lekpoort;30-9-2026;{on}")})  # fmt: skip
    assert (report.written, [p.code for p in report.problems]) == (True, codes)
    assert all(p.cell == "C2" for p in report.problems)


def test_a_basisteam_without_networks_is_asked_about_the_first_time(send):
    files = confirmations("De Copen;30-6-2026;1-7-2026")
    assert warned(send(files)) == [("A2", "no_networks")]
    assert send(confirmations("De Copen;30-9-2026;1-10-2026")).problems == []


def test_a_basisteam_without_networks_is_called_by_its_name_in_a_file_and_by_the_button(
    send, register
):
    by_file = send(confirmations("de-copen;30-9-2026;23-11-2026"), dry_run=True).problems
    by_hand = intake.confirming(register, "de-copen", date(2026, 9, 30), T)
    for language in ("nl", "en"):
        (said, there) = (message(p, language) for p in (*by_file, *by_hand))
        assert said == there and said.startswith("Basisteam De Copen ") and "de-copen" not in said


def test_beside_networks_of_others_no_networks_are_forgotten(send):
    files = {"networks": NETWORKS, **confirmations("De Copen;30-6-2026;1-7-2026")}
    assert warned(send(files)) == []


def test_a_confirmation_up_to_a_day_to_come_is_told_as_that_alone(send):
    send({"networks": NETWORKS, **meetings("AMBER;15-9-2026;Gepland;;;;;;")})
    late = "Lekpoort;31-12-2026;{}"
    for on in ("10-10-2026", "1-1-2027"):
        report = send(
            confirmations(late.format(on), "De Copen;24-11-2026;23-11-2026"), dry_run=True
        )
        assert warned(report) == [("B2", "covers_future"), ("B3", "covers_future")]
    # An earlier one in the same file is asked about as if it were the last.
    report = send(confirmations(late.format("10-10-2026"), Q3), dry_run=True)
    assert warned(report) == [("B2", "covers_future"), ("B3", "nothing_held"), ("B3", "unanswered")]


def test_the_button_asks_what_a_file_is_asked(send, register):
    send({"networks": NETWORKS, **meetings("AMBER;15-9-2026;Gepland;;;;;;")})
    by_hand = intake.confirming(register, "lekpoort", date(2026, 9, 30), T)
    by_file = send(confirmations("Lekpoort;30-9-2026;23-11-2026"), dry_run=True).problems
    assert [p.code for p in by_hand] == [p.code for p in by_file] == ["nothing_held", "unanswered"]
    assert [message(p, "nl") for p in by_hand] != []


def test_a_network_that_was_paused_all_along_had_nothing_to_hold(check):
    paused = with_rows("pauses", "AMBER;1-1-2019;31-12-2026;a", "ESDOORN;1-1-2019;;b")
    files = {"networks": NETWORKS, "pauses": paused, **confirmations(Q3)}
    assert "nothing_held" not in {code for _, code in warned(check(files))}
    short = with_rows("pauses", "AMBER;1-1-2019;31-8-2026;a", "ESDOORN;1-1-2019;;b")
    assert ("B2", "nothing_held") in warned(check(files | {"pauses": short}))


def test_beside_rows_that_are_left_out_a_confirmation_waits(send, register):
    send({"networks": NETWORKS, **meetings(HELD.format("1-3-2026"))})
    amber = meetings(HELD.format("1-7-2026"), "AMBER;1-9-2026;gehoudn;;Overig;;1;1;4")
    report = send({**amber, **confirmations(Q3)}, accept_valid=True)
    assert (report.written, report.files[1].new, report.files[1].held_back) == (True, 0, 1)
    (told,) = report.held
    assert message(told, "nl").startswith("Deze opgave wacht op cel")
    assert "C3" in message(told, "nl")
    kept = "select count(*) from register.confirmations where superseded_at is null"
    assert store.reader(register).rows(kept) == [(0,)]


@pytest.mark.parametrize(
    "row", ["BERK;1-9-2026;gehoudn;;Overig;;1;1;4", "AMBER;1-11-2026;gehoudn;;Overig;;1;1;4"]
)
def test_a_row_of_another_basisteam_or_of_later_keeps_no_confirmation_waiting(send, row):
    berk = NETWORKS.splitlines()[1].replace("AMBER", "BERK").replace("Lekpoort", "Amersfoort")
    send(
        {"networks": "\n".join([*NETWORKS.splitlines(), berk]), **meetings(HELD.format("1-9-2026"))}
    )
    report = send({**meetings(row), **confirmations(Q3)}, accept_valid=True)
    assert [(one.new, one.held_back, one.rejected) for one in report.files] == [
        (0, 0, 1),
        (1, 0, 0),
    ]


@pytest.mark.parametrize("row", ["Lekpoort;30-6-2026;20-11-2026", "Lekpoort;30-9-2026;20-11-2026"])
def test_a_day_that_was_confirmed_beyond_is_not_asked_about_again(send, row):
    send({"networks": NETWORKS, **meetings("AMBER;15-6-2026;Gepland;;;;;;")})
    assert [p.code for p in send(confirmations(Q3)).problems] == ["nothing_held", "unanswered"]
    report = send(confirmations(row))
    assert (report.written, report.problems) == (True, [])
