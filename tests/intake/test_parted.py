"""A number of somebody in two cells beside each other is found; counts and dates beside each other are not."""

import json

import pytest
from deliveries import CAST, NETWORKS, found
from test_workbooks import table, workbook

from bondgenoten.intake import Place, Upload, annotate
from bondgenoten.intake.groups import grouped
from bondgenoten.intake.parted import joined
from bondgenoten.intake.privacy import personal

PARTED = [
    ("06", "12345678", "phone"), ("bel 06", "12 34 56 78", "phone"), ("06-1234", "5678", "phone"),
    ("+31", "30 2345678", "phone"), ("0031 6", "12345678", "phone"), ("030", "2345678", "phone"),
    ("(030)", "234 56 78", "phone"), ("tel. 0346", "123456", "phone"), ("NL20", "INGB0001234567", "iban"),
    ("NL20 INGB", "0001 2345 67", "iban"), ("rekening NL20 INGB 0001", "2345 67", "iban"),
    ("BSN 1234", "56782", "bsn"), ("bsn: 123", "456 782", "bsn"), ("BSN 123456", "782", "bsn"),
]  # fmt: skip
WHOLE = [
    ("1234", "56782"), ("12500", "1300"), ("6", "12345678"), ("0", "612345678"), ("12-03-2026", "123456782x"),
    ("0344", "361924"), ("0307", "160902"), ("06", "20261123"), ("06-2026", "1234"), ("01-06-2026", "12345678"),
    ("2026-06", "12345678"), ("11", "1234567"), ("0900", "8844"), ("NL20", "INGB0001234568"), ("UTN-06", "12345678"),
    ("06", "1"), ("06", ""), ("", "12345678"), ("zaak 12", "3456782"), ("wijk 06", "12 mensen"), ("09.30", "12345678"),
    ("06-12345678", "12345678"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "kind"), PARTED)
def test_two_parts_are_known_as_one(left, right, kind):
    assert (personal(left), personal(right)) == (None, None)
    assert personal(joined(left, right) or "") == kind


@pytest.mark.parametrize(("left", "right"), WHOLE)
def test_ordinary_cells_beside_each_other_are_no_person(left, right):
    assert joined(left, right) is None


def with_columns(*titles: str, rows: tuple[str, str]) -> dict[str, str]:
    lines = NETWORKS.splitlines()
    return {"networks": "\n".join(f"{line};{more}" for line, more in
                                  zip(lines, (";".join(titles), *rows), strict=True))}  # fmt: skip


def test_a_telephone_number_in_two_ignored_columns_is_one_error_and_kept_nowhere(check):
    report = check(with_columns("Kengetal", "Abonnee", rows=("030;2345678", "030;onbekend")))
    assert [(p.cell, p.code, p.reason) for p in report.errors] == [
        ("M2", "personal_data", "parted")
    ]
    assert report.files[0].rejected == 1
    said = json.dumps(report.to_json()) + str(report.lines("nl") + report.lines("en"))
    assert "2345678" not in said and "links ernaast staat samen een telefoonnummer" in said


@pytest.mark.parametrize(("kind", "row", "cell"), [
    ("networks", "BERK;bel 06;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6;12345678", None),
    ("networks", "bel-06;12345678;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6", "B4"),
    ("pauses", "AMBER;1-2-2026;;bel 06;12345678", "E3"), ("pauses", "AMBER;1-2-2026;;niets;NL20;INGB0001234567", "F3"),
])  # fmt: skip
def test_columns_for_text_and_cells_beside_the_headings_are_looked_at_too(check, kind, row, cell):
    report = check({**CAST, kind: CAST[kind] + row + "\n"})
    assert found(report) == ([(cell, "personal_data")] if cell else [])


def test_counts_and_dates_in_the_columns_of_the_contract_are_let_through(check):
    rows = (
        "AMBER;06-11-2026;Gepland;;;;06;1234567;30\nAMBER;1-9-2026;Gehouden;;Overig;;030;2345678;\n"
    )
    report = check({**CAST, "meetings": CAST["meetings"] + rows})
    assert report.errors == []


def test_on_an_extra_sheet_they_are_found_and_declared_as_anywhere(check, register, tmp_path):
    rows = [["wie", "BSN 1234", 56782], ["tel", "06", "12345678"], ["aantal", 1234, 56782]]
    sheets = {"Netwerken": table("networks"), "Adressen": rows}
    files = {"x.xlsx": workbook(tmp_path / "x.xlsx", sheets)}
    report = check(files)
    assert [(p.cell, p.details["personal"]) for p in report.errors] == [
        ("C1", "bsn"),
        ("C2", "phone"),
    ]
    assert [group.is_declarable for group in grouped(report.errors)] == [True, False]
    declared = {Place(0, "Adressen", 1, 2): "Zaaknummer"}
    assert found(check(files, declared=declared)) == [("C2", "personal_data")]
    ((_, copy),) = annotate([Upload(tmp_path / "x.xlsx", "x.xlsx")], report, "nl")
    assert check({"back.xlsx": copy}).problems == []


def test_above_the_headings_they_are_found_too(check):
    report = check({"networks": "Opgave;tel;06;12345678\nBel;;030;2345678\n" + NETWORKS})
    assert found(report) == [("D1", "personal_data"), ("D2", "personal_data")]
    assert {problem.reason for problem in report.errors} == {"parted"}
