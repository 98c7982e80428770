"""An older workbook that comes again undoes nothing in silence: what was held, filled in or over."""

from datetime import date

import pytest
from cast import T
from deliveries import CAST, NETWORKS, found, with_cell, with_rows

from bondgenoten import intake
from bondgenoten.intake.messages import message

DAY = "10-9-2026"
HELD = f"AMBER;{DAY};Gehouden;;Polarisatie;Politie;1;1;5"
PLANNED = f"AMBER;{DAY};Gepland;;;;;;"
CANCELLED = f"AMBER;{DAY};Geannuleerd;;;;;;"


def meetings(*rows):
    return {"meetings": with_rows("meetings", *rows)}


def pauses(*rows):
    return {"pauses": with_rows("pauses", *rows)}


def told(report):
    return [(p.cell, p.code) for p in report.problems]


@pytest.mark.parametrize(("sent", "word"), [(PLANNED, "gepland"), (CANCELLED, "geannuleerd")])
def test_a_held_meeting_that_comes_again_as_not_held_is_told_once(send, sent, word):
    send({"networks": NETWORKS})
    batch = send(meetings(HELD)).batch
    report = send(meetings(sent))
    assert (report.written, found(report, "warning")) == (True, [("C2", "no_longer_held")])
    said = message(report.problems[0], "nl")
    assert f"gehouden (aanlevering {batch} van " in said and f"wordt ze {word}" in said
    assert "Thema's, Ingebracht door, Aanwezig politie, Aanwezig gemeente" in said
    assert "kunt u de rij ook weghalen" in said


def test_a_meeting_confirmed_by_hand_is_not_planned_again_in_silence(send, register):
    send({"networks": NETWORKS, **meetings(PLANNED)})
    intake.confirm_planned(register, "AMBER", date(2026, 9, 10), as_of=T, actor="secretaris")
    report = send(meetings(PLANNED), dry_run=True)
    assert told(report) == [("C2", "no_longer_held")]
    assert "vervalt" not in message(report.problems[0], "nl")


@pytest.mark.parametrize("row", [HELD.replace("Gehouden", "Geannuleerd"),
                                 f"AMBER;{DAY};Geannuleerd;;Overig;;;;"])  # fmt: skip
def test_what_stands_at_a_meeting_no_longer_held_is_not_told_beside_it(send, row):
    send({"networks": NETWORKS, **meetings(HELD)})
    assert told(send(meetings(row), dry_run=True)) == [("C2", "no_longer_held")]


def test_a_held_meeting_moved_to_the_day_it_was_held_is_no_loss(send):
    send({"networks": NETWORKS, **meetings(HELD)})
    moved = HELD.replace(DAY, "11-9-2026")
    assert told(send(meetings(CANCELLED, moved), dry_run=True)) == []
    late = HELD.replace(DAY, "18-9-2026")
    assert told(send(meetings(CANCELLED, late), dry_run=True)) == [("C2", "no_longer_held")]
    planned = PLANNED.replace(DAY, "14-12-2026")
    assert told(send(meetings(CANCELLED, planned), dry_run=True)) == [("C2", "no_longer_held")]


def test_one_new_meeting_stands_for_one_that_is_cancelled(send):
    send({"networks": NETWORKS, **meetings(HELD, HELD.replace(DAY, "14-9-2026"))})
    again = meetings(CANCELLED, CANCELLED.replace(DAY, "14-9-2026"), HELD.replace(DAY, "11-9-2026"))
    assert told(send(again, dry_run=True)) == [("C3", "no_longer_held")]


@pytest.mark.parametrize(
    ("cells", "expected", "named"),
    [
        (";;;;", ("E2", "value_emptied"), "Thema's, Ingebracht door, Aanwezig politie"),
        ("Polarisatie;;1;1;5", ("F2", "value_emptied"), "bij: Ingebracht door. "),
        ("Polarisatie;Politie;1;1;", ("I2", "value_emptied"), "bij: Aanwezig burgers. "),
    ],
)
def test_cells_emptied_of_what_the_register_has_are_told_once_a_row(send, cells, expected, named):
    send({"networks": NETWORKS, **meetings(HELD)})
    report = send(meetings(f"AMBER;{DAY};Gehouden;;{cells}"))
    assert (report.written, found(report, "warning")) == (True, [expected])
    assert named in message(report.problems[0], "nl")


def test_a_column_that_is_not_in_the_file_empties_nothing(send):
    send({"networks": NETWORKS, **meetings(HELD)})
    short = f"Netwerknummer;Datum;Status\nAMBER;{DAY};Gehouden\n"
    report = send({"meetings": short})
    assert (report.problems, report.changes) == ([], 0)


@pytest.mark.parametrize(
    ("there", "sent"),
    [
        (HELD, HELD),
        (HELD, HELD.replace("Polarisatie", "Overig").replace("1;1;5", "2;1;4")),
        (HELD, HELD.replace(DAY, "1-12-2025")),
        (f"AMBER;{DAY};Gehouden;;Overig;;;;", HELD),
        (f"AMBER;{DAY};Gehouden;;Overig;;0;0;0", f"AMBER;{DAY};Gehouden;;Overig;;;;"),
        ("AMBER;10-12-2026;Gepland;;Overig;Politie;;;", "AMBER;10-12-2026;Geannuleerd;;;;;;"),
        ("AMBER;10-12-2026;Gepland;;;;1;1;5", "AMBER;10-12-2026;Gepland;;;;;;"),
        (CANCELLED, HELD),
        (PLANNED, HELD),
    ],
)
def test_what_a_message_asks_for_or_adds_something_empties_nothing(send, there, sent):
    send({"networks": NETWORKS, **meetings(there)})
    assert told(send(meetings(sent), dry_run=True)) == []


def test_a_pause_that_ended_and_comes_again_without_its_end_is_asked_about(send):
    send(CAST)
    opened = with_cell("pauses", "Onderbroken tot en met", "")
    report = send({"pauses": opened, **meetings(HELD)}, dry_run=True)
    assert told(report) == [("C2", "pause_reopened")]
    assert "tot en met 31-07-2026" in message(report.problems[0], "nl")
    within = meetings(HELD.replace(DAY, "15-7-2026"))
    report = send({"pauses": opened, **within}, dry_run=True)
    assert told(report) == [("C2", "pause_reopened"), ("B2", "held_in_pause")]
    short = "Netwerknummer;Onderbroken vanaf;Reden\nAMBER;1-7-2026;Zomerstop\n"
    assert told(send({"pauses": short}, dry_run=True)) == []


def test_a_pause_that_goes_on_or_ends_on_another_day_is_asked_nothing(send):
    send({"networks": NETWORKS, **pauses("AMBER;1-7-2026;;Zomerstop")})
    assert told(send(pauses("AMBER;1-7-2026;;Zomerstop"), dry_run=True)) == []
    assert told(send(pauses("AMBER;1-7-2026;31-7-2026;Zomerstop"))) == []
    assert told(send(pauses("AMBER;1-7-2026;15-8-2026;Zomerstop"), dry_run=True)) == []
