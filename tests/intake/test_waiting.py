"""Rows that are held back: each says for which cell it waits, and none of them counts as a fault."""

import csv
import io

import pytest
from cast import T
from deliveries import CAST, MEETINGS, NETWORKS, found, with_cell, with_rows
from python_calamine import CalamineWorkbook
from test_workbooks import table, workbook

from bondgenoten.intake import Upload, annotate, import_files
from bondgenoten.intake.annotating import copy_name
from bondgenoten.intake.messages import message

FAULTY = with_cell("networks", "Basisteam", "Nergens")


def meeting(day: str, network: str = "AMBER") -> str:
    return f"{network};{day};Gehouden;;Overig;;;;"


WHERE = ("other_file", "other_sheet", "other")


def waits(report):
    """The file, the cell of the row, the cell it waits for, and whether that is a guess."""
    return [
        (p.file, p.cell, " ".join(p.details[n] for n in WHERE if n in p.details), p.reason)
        for p in report.held
    ]


def test_every_row_that_is_held_back_says_for_which_cell_it_waits(check):
    report = check({**CAST, "networks": FAULTY})
    assert [(p.file, p.cell) for p in report.errors] == [(0, "C2")]
    assert waits(report) == [(1, "A2", "networks.csv C2", None), (2, "A2", "networks.csv C2", None)]
    assert len(report.held) == sum(file.held_back for file in report.files)
    lines = report.lines("nl")
    assert lines[0] == "Niet ingelezen, er is niets gewijzigd: 1 fout te verbeteren."
    assert (
        sum(
            "wacht: A2: Deze rij wacht op het netwerk in cel C2 van networks.csv." in line
            for line in lines
        )
        == 2
    )
    assert any("waits: A2: This row waits" in line for line in report.lines("en"))


def test_the_json_report_has_the_rows_that_wait_beside_the_problems(check):
    files = check({**CAST, "networks": FAULTY}).to_json()["files"]
    assert [len(file["problems"]) for file in files] == [1, 0, 0, 0]
    assert [len(file["waiting"]) for file in files] == [0, 1, 1, 0]
    (row,) = files[1]["waiting"]
    assert [row[name] for name in ("sheet", "cell", "column", "code", "severity")] == [
        None, "A2", "network_id", "held_back", "held",
    ]  # fmt: skip
    assert "C2 van networks.csv" in row["message_nl"] and row["message_nl"] != row["message_en"]


def test_a_sound_delivery_has_no_rows_that_wait(check):
    report = check(CAST)
    assert (report.held, [file["waiting"] for file in report.to_json()["files"]]) == ([], [[]] * 4)


def test_in_a_workbook_the_sheet_is_named(check, tmp_path):
    rows = table("networks")
    rows[1][6] = "30-2-2020"
    sheets = {"Netwerken": rows, "Bijeenkomsten": table("meetings")}
    report = check({"x.xlsx": workbook(tmp_path / "x.xlsx", sheets)})
    assert waits(report) == [(0, "A2", "Netwerken G2", None)]


def test_rows_of_networks_that_contradict_each_other_wait_for_the_row_that_is_told(check):
    row = "AMBER;Anders;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6\n"
    report = check({**CAST, "networks": NETWORKS + row})
    assert found(report) == [("A4", "conflicting_rows")]
    assert {other for _, _, other, _ in waits(report)} == {"networks.csv A4"}


@pytest.mark.parametrize("number", ["AM BER", "Ámber", "", "#N/A", "jan@voorbeeld.nl"])
def test_a_row_that_may_be_of_a_network_without_a_good_number_says_so(check, number):
    networks = with_cell("networks", "Netwerknummer", number)
    report = check({"networks": networks, "meetings": MEETINGS})
    assert [(p.file, p.cell) for p in report.errors] == [(0, "A2")]
    assert waits(report) == [(1, "A2", "networks.csv A2", "perhaps")]
    said = message(report.held[0], "nl")
    assert "kan “AMBER” zijn" in said and "voorbeeld" not in said


def test_without_the_column_of_numbers_rows_wait_for_its_heading(check):
    rows = [line.partition(";")[2] for line in NETWORKS.splitlines()]
    report = check({"networks": "\n".join(rows), "meetings": MEETINGS})
    assert waits(report) == [(1, "A2", "networks.csv A1", "perhaps")]


def test_a_row_with_a_fault_of_its_own_is_rejected_and_does_not_wait(check):
    rows = with_rows("meetings", meeting("1-3-2026"), meeting("31-2-2026"))
    report = check({**CAST, "networks": FAULTY, "meetings": rows})
    assert [(p.file, p.cell) for p in report.errors] == [(0, "C2"), (1, "B3")]
    assert [cell for file, cell, *_ in waits(report) if file == 1] == ["A2"]


def annotated(register, tmp_path, files):
    uploads = []
    for name, content in files.items():
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        uploads.append(Upload(tmp_path / name, name))
    report = import_files(register, uploads, as_of=T, dry_run=True)
    by_copy = {copy_name(name, "nl"): name for name in files}
    return {by_copy[name]: copy for name, copy in annotate(uploads, report, "nl")}


def test_the_annotated_copy_says_it_in_the_row_that_waits(register, tmp_path):
    copies = annotated(register, tmp_path, {"networks.csv": FAULTY, "meetings.csv": MEETINGS})
    heading, row = csv.reader(
        io.StringIO(copies["meetings.csv"].decode("utf-8-sig")), delimiter=";"
    )
    assert heading[-1] == "Fout"
    assert row[-1].startswith("Deze rij wacht op het netwerk in cel C2 van networks.csv.")
    rows = table("networks")
    rows[1][2] = "Nergens"
    sheets = {"Netwerken": rows, "Bijeenkomsten": table("meetings")}
    content = workbook(tmp_path / "made.xlsx", sheets)
    copy = annotated(register, tmp_path, {"x.xlsx": content})["x.xlsx"]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(copy)).get_sheet_by_name("Bijeenkomsten")
    assert "wacht op het netwerk in cel C2 op blad Netwerken." in sheet.to_python()[1][-1]


def test_no_person_is_in_the_copy_of_a_row_that_waits(register, tmp_path):
    files = {name: text.replace("AMBER", "jan@voorbeeld.nl") for name, text in
             {"networks.csv": NETWORKS, "meetings.csv": MEETINGS}.items()}  # fmt: skip
    copy = annotated(register, tmp_path, files)["meetings.csv"]
    assert b"wacht op het netwerk" in copy and b"voorbeeld" not in copy


def test_rows_of_a_sheet_that_misses_a_column_wait_for_its_headings(check):
    files = {"networks": NETWORKS.replace("Startdatum", "Startdatm"), "meetings": MEETINGS}
    assert waits(check(files)) == [(1, "A2", "networks.csv G1", None)]


def test_a_number_that_is_faulty_here_and_good_there_waits_in_both_forms(check):
    networks = with_cell("networks", "Netwerknummer", "AM BER")
    rows = with_rows("meetings", meeting("1-3-2026", "AM BER"), meeting("1-4-2026", "AM-BER"))
    report = check({"networks": networks, "meetings": rows})
    assert found(report) == [("A2", "bad_key")]
    assert [(p.cell, p.reason) for p in report.held] == [("A2", None), ("A3", "perhaps")]


STRANGE = "UTN-11"


@pytest.mark.parametrize(
    ("number", "started_on"),
    [("UTN- 10", "1-1-2019"), ("Netwerk Zuilen", "1-1-2019"), ("UTN 1", "1-1-2019"), ("", "1-10-2026"),
     ("A" * 41, "1-1-2019")],
)  # fmt: skip
def test_a_faulty_number_does_not_silence_an_unknown_one_that_cannot_come_from_it(
    check, number, started_on
):
    networks = with_rows("networks", f"{number};Zuilen;Lekpoort;Houten;Wijk;;{started_on};;1;1;6")
    report = check(
        {"networks": networks, "meetings": with_rows("meetings", meeting("1-3-2026", STRANGE))}
    )
    assert [(p.file, p.cell) for p in report.errors] == [(0, "A2"), (1, "A2")]
    assert (report.errors[1].code, report.held) == ("unknown_network", [])


def test_rows_of_another_faulty_network_take_no_place_of_those_without_a_number(check):
    rows = [f"{n};Naam;Lekpoort;{town};Wijk;;1-1-2019;;1;1;6" for n, town in
            (("UTN-10", "Parijs"), ("", "Houten"))]  # fmt: skip
    meetings = [meeting(f"{day}-3-2026", n) for n in ("UTN-10", STRANGE) for day in (1, 2, 3)]
    report = check(
        {"networks": with_rows("networks", *rows), "meetings": with_rows("meetings", *meetings)}
    )
    assert [(p.file, p.cell) for p in report.errors] == [(0, "D2"), (0, "A3")]
    assert [p.reason for p in report.held] == [None] * 3 + ["perhaps"] * 3


def test_a_note_below_the_networks_silences_no_unknown_network(check):
    networks = NETWORKS + "bel 06-12345678\n"
    rows = with_rows("meetings", meeting("1-3-2026", STRANGE))
    report = check({"networks": networks, "meetings": rows})
    assert [(p.file, p.cell) for p in report.errors] == [(0, "A4"), (1, "A2")]


def test_a_network_whose_rows_bear_its_faulty_number_silences_no_other(check):
    person = "jan@voorbeeld.nl"
    networks = with_cell("networks", "Netwerknummer", person)
    rows = with_rows("meetings", meeting("1-3-2026", person), meeting("1-4-2026", STRANGE))
    report = check({"networks": networks, "meetings": rows})
    assert [(p.file, p.cell) for p in report.errors] == [(0, "A2"), (1, "A3")]
    assert [(p.cell, p.reason) for p in report.held] == [("A2", None)]
