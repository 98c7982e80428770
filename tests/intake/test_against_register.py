"""What a delivery changes in what the register has, and what it may have left out, is asked about."""

from datetime import datetime

import pytest
from cast import T
from deliveries import CAST, NETWORKS, found, with_cell, with_rows

from bondgenoten import intake, store
from bondgenoten.intake.messages import message

ENDED = with_cell("networks", "Einddatum", "30-6-2026")


def warned(report):
    return found(report, "warning")


def meeting(day, status="Gehouden", kind="", network="AMBER"):
    return f"{network};{day};{status};{kind};Overig;;1;;4" if status == "Gehouden" else (
        f"{network};{day};{status};{kind};;;;;")  # fmt: skip


def meetings(*rows):
    return {"meetings": with_rows("meetings", *rows)}


def test_a_network_that_ended_and_comes_again_without_its_end_is_asked_about(send):
    send({"networks": ENDED})
    assert send({"networks": ENDED}, dry_run=True).problems == []
    report = send({"networks": NETWORKS}, dry_run=True)
    assert [(p.cell, p.code) for p in report.problems] == [("H2", "reopened")]
    assert "30-06-2026" in message(report.problems[0], "nl")
    later = with_cell("networks", "Einddatum", "31-8-2026")
    assert send({"networks": later}, dry_run=True).problems == []


def test_without_a_column_of_ends_no_network_reopens(send):
    send({"networks": ENDED})
    rows = [line.split(";") for line in NETWORKS.splitlines()]
    text = "\n".join(";".join(row[:7] + row[8:]) for row in rows)
    report = send({"networks": text})
    assert (report.problems, report.changes) == ([], 0)


def test_a_network_that_starts_after_its_end_is_to_get_a_new_number(send):
    row = "AMBER;Bondgenoten Amber;Lekpoort;Houten;Wijk;;1-9-2026;;1;1;6"
    again = {"networks": with_rows("networks", row)}
    send({"networks": ENDED})
    report = send(again, dry_run=True)
    assert [(p.cell, p.code) for p in report.problems] == [("G2", "reopened")]
    send(meetings(meeting("1-3-2026")))
    report = send(again, dry_run=True)
    assert [(p.cell, p.code) for p in report.problems] == [("G2", "outside_life")]
    for language, word in (("nl", "nieuw nummer"), ("en", "new number")):
        said = message(report.problems[0], language)
        assert word in said and "eannuleerd" not in said and "ancelled" not in said


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (meetings(meeting("1-7-2026")), "valt 1 bijeenkomst uit het register buiten de looptijd"),
        (meetings(meeting("1-7-2026"), meeting("1-9-2026")), "vallen 2 bijeenkomsten uit"),
        ({"pauses": with_rows("pauses", "AMBER;1-7-2026;31-7-2026;x")}, "trek haar dan in op"),
    ],
)
def test_what_falls_outside_a_life_is_counted_and_has_its_own_way_out(send, files, said):
    send({"networks": NETWORKS, **files})
    (problem,) = send({"networks": ENDED}, dry_run=True).errors
    assert said in message(problem, "nl")
    assert ("Geannuleerd" in message(problem, "nl")) == ("meetings" in files)


def test_another_basisteam_takes_the_earlier_figures_along_and_that_is_said(send, register):
    send(CAST)
    other = with_cell("networks", "Basisteam", "De Copen").replace(
        "De Copen;Houten", "De Copen;Woerden"
    )
    report = send({"networks": other}, dry_run=True)
    assert warned(report) == [("C2", "team_changed"), ("D2", "municipality_changed")]
    said = message(report.problems[0], "nl")
    assert "basisteam Lekpoort" in said and "ook zijn eerdere cijfers naar De Copen" in said
    assert send({"networks": other}).written
    assert send({"networks": other}).problems == []


def test_a_network_that_moved_stays_where_its_last_move_says(send, register):
    send(CAST)
    with store.writing(register) as draft, draft.transaction():
        draft.execute(
            "insert into register.moves values ('2025-01-01', 'AMBER', 'lekpoort', 'de-copen')"
        )
    moved = with_cell("networks", "Basisteam", "De Copen").replace(
        "De Copen;Houten", "De Copen;Woerden"
    )
    assert warned(send({"networks": NETWORKS}, dry_run=True)) == []
    assert warned(send({"networks": moved}, dry_run=True)) == [("D2", "municipality_changed")]
    astray = with_cell("networks", "Basisteam", "Amersfoort")
    (problem, *_) = send({"networks": astray}, dry_run=True).problems
    assert problem.code == "team_changed" and "verandert geen cijfer" in message(problem, "nl")


@pytest.mark.parametrize(
    ("there", "sent", "is_told"),
    [
        (meeting("10-9-2026", "Gepland"), meeting("11-9-2026"), True),
        (meeting("10-9-2026"), meeting("11-9-2026"), True),
        (meeting("10-9-2026"), meeting("17-9-2026"), True),
        (meeting("10-9-2026"), meeting("18-9-2026"), False),
        (meeting("30-9-2026"), meeting("2-10-2026"), False),  # another quarter, another file
        (meeting("30-9-2026", "Gepland"), meeting("2-10-2026"), True),
        (meeting("10-12-2026", "Gepland"), meeting("14-12-2026", "Gepland"), True),
        (meeting("10-9-2026"), meeting("14-9-2026", kind="Spoed"), False),
        (meeting("10-9-2026", "Geannuleerd"), meeting("11-9-2026"), False),
        (meeting("10-9-2026", network="ESDOORN").replace("9-2026", "6-2026"), meeting("11-6-2026"), False),
    ],
)  # fmt: skip
def test_a_meeting_that_may_have_moved_is_asked_about(send, there, sent, is_told):
    send({"networks": NETWORKS, **meetings(there)})
    report = send(meetings(sent), dry_run=True)
    codes = [(p.cell, p.code) for p in report.problems if p.code != "past_planned"]
    assert codes == [("B2", "perhaps_moved")] * is_told


def test_a_file_that_still_has_the_other_day_or_cancels_it_is_asked_nothing(send):
    send({"networks": NETWORKS, **meetings(meeting("10-9-2026"))})
    both = meetings(meeting("10-9-2026"), meeting("11-9-2026"))
    moved = meetings(meeting("10-9-2026", "Geannuleerd"), meeting("11-9-2026"))
    for files in (both, moved):
        assert send(files, dry_run=True).problems == []
    assert send(both).written
    assert send(meetings(meeting("11-9-2026"))).problems == []


def test_two_new_meetings_beside_one_of_the_register_are_asked_about_once(send):
    send({"networks": NETWORKS, **meetings(meeting("10-9-2026"))})
    report = send(meetings(meeting("12-9-2026"), meeting("9-9-2026")), dry_run=True)
    assert [(p.cell, p.details["other_day"]) for p in report.problems] == [("B3", "10-09-2026")]


def test_themes_that_were_planned_may_stay_when_a_meeting_is_cancelled(send, register):
    send({"networks": NETWORKS, **meetings("AMBER;10-12-2026;Gepland;;Polarisatie;;;;")})
    who = {"as_of": T, "actor": "secretaris"}
    cancelled = intake.cancel(register, "AMBER", datetime(2026, 12, 10).date(), **who)
    assert (cancelled.written, cancelled.problems) == (True, [])
    others = meetings("AMBER;10-12-2026;Geannuleerd;;Overig;;;;")
    assert warned(send(others)) == [("E2", "themes_not_held")]


def test_a_network_beside_one_of_the_register_with_its_name_area_and_team_is_asked_about(send):
    row = "{};bondgenoten  Amber;{};Houten;Wijk;;{};;1;1;6"
    send({"networks": NETWORKS})
    for number, team, start, is_told in (
        ("NIEUW", "Lekpoort", "1-1-2020", True),
        ("NIEUW", "Amersfoort", "1-1-2020", False),
        ("AMBER", "Lekpoort", "1-1-2019", False),
    ):
        networks = with_rows("networks", row.format(number, team, start))
        report = send({"networks": networks}, dry_run=True)
        told = [(p.cell, p.details["other"]) for p in report.problems if p.code == "twin_network"]
        assert told == [("B2", "AMBER")] * is_told


def test_a_network_that_goes_on_under_a_new_number_after_its_end_is_no_twin(send):
    row = "AMBER-2;Bondgenoten Amber;Lekpoort;Houten;Wijk;;1-9-2026;;1;1;6"
    send({"networks": ENDED})
    assert send({"networks": with_rows("networks", row)}).problems == []


def test_a_register_that_is_filled_is_told_nothing_of_its_own_files(send):
    send(CAST)
    assert send(CAST).problems == []
