"""What points at a person is found; what only looks like it is not. Numbers are invented."""

import json

import pytest
from deliveries import CAST, NETWORKS, found, with_cell, with_rows

from bondgenoten.intake.privacy import personal


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bel 06-12345678", "phone"), ("06 12 34 56 78", "phone"), ("+31 6 12345678", "phone"),
        ("0031612345678", "phone"), ("030-1234567", "phone"), ("(030) 123 45 67", "phone"),
        ("0346-123456", "phone"), ("+31 (0)30 234 56 78", "phone"),
        ("123456782", "bsn"), ("BSN 111222333", "bsn"), ("12345672", "bsn"),
        ("123.456.782", "bsn"), ("mail jan.jansen@voorbeeld.nl even", "email"),
        ("NL91 ABNA 0417 1643 00", "iban"), ("NL91ABNA0417164300 t.n.v. Jan", "iban"),
        ("auto 12-AB-34", "plate"), ("GB-123-X", "plate"), ("kenteken 12BXD3", "plate"),
        ("geboren 3 mei 1980", "birth_date"), ("geb. 03-05-1980", "birth_date"),
        ("geboortedatum: 1980-05-03", "birth_date"), ("born 3 May 1980", "birth_date"),
    ],
)  # fmt: skip
def test_a_text_that_points_at_a_person_is_known_by_its_kind(text, kind):
    assert personal(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "UTN-01", "LEK-01", "N00001", "123456789", "Zomerstop, verhuizing buurthuis", "3511 AB",
        "verplaatst van 01-02-2026 10:00", "06-12-2026 10:00", "Overvecht 2020-2024", "3-mrt-26",
        "2026-09-30 2026-10-01", "geboren en getogen in Zuilen", "gebouw 4-5-20", "politie 0900-8844",
        "straat 12 tot 14", "@home", "1.200 bezoekers", "",
    ],
)  # fmt: skip
def test_an_ordinary_text_is_let_through(text):
    assert personal(text) is None


@pytest.mark.parametrize(
    ("kind", "column", "cell"),
    [("networks", "Naam", "B2"), ("networks", "Gebied", "F2"), ("networks", "Basisteam", "C2"),
     ("meetings", "Thema's", "E2"), ("meetings", "Aanwezig burgers", "I2"),
     ("meetings", "Datum", "B2"), ("pauses", "Reden", "D2"), ("pauses", "Netwerknummer", "A2"),
     ("confirmations", "Basisteam", "A2")],
)  # fmt: skip
def test_a_person_in_any_cell_is_one_error_and_is_kept_nowhere(check, kind, column, cell):
    report = check({**CAST, kind: with_cell(kind, column, "123456782")})
    assert (cell, "personal_data") in found(report)
    assert len([p for p in report.errors if p.cell == cell]) == 1
    assert "123456782" not in json.dumps(report.to_json())
    assert "123456782" not in "\n".join(report.lines("nl") + report.lines("en"))


def test_a_person_in_an_ignored_column_or_beside_the_headings_is_found_too(check):
    rows = with_rows(
        "confirmations", "Lekpoort;30-9-2026;10-10-2026;jan@voorbeeld.nl",
        "Lekpoort;30-6-2026;10-7-2026;;bel 06-12345678",
    ).replace("Bevestigd op", "Bevestigd op;Opmerking")  # fmt: skip
    report = check({"confirmations": rows})
    assert found(report) == [("D2", "personal_data"), ("E3", "personal_data")]
    assert report.files[0].rejected == 2
    assert "voorbeeld" not in json.dumps(report.to_json())


def test_a_person_in_a_heading_is_not_repeated(check):
    report = check(
        {"networks": NETWORKS.replace("Leden burgers", "Leden burgers;jan@voorbeeld.nl")}
    )
    assert found(report) == [("L1", "personal_data")]
    assert "voorbeeld" not in json.dumps(report.to_json())


def test_a_valid_date_or_number_is_no_person(check):
    report = check({**CAST, "networks": with_cell("networks", "Startdatum", "2019-01-01")})
    assert report.errors == []
