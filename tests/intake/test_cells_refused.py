"""Every fault of a single cell has its code, its cell and, where something is near, a suggestion."""

import pytest
from deliveries import CAST, NETWORKS, found, with_cell, with_rows

from bondgenoten.intake.messages import message

CASES = [
    ("networks", "Netwerknummer", "UTN 01", "A2", "bad_key", "UTN-01"),
    ("networks", "Netwerknummer", "A" * 41, "A2", "too_long", None),
    ("networks", "Naam", "", "B2", "missing_value", None),
    ("networks", "Naam", "x" * 121, "B2", "too_long", None),
    ("networks", "Basisteam", "Leckpoort", "C2", "unknown_basisteam", "Lekpoort"),
    ("networks", "Gemeente", "Houtten", "D2", "unknown_municipality", "Houten"),
    ("networks", "Gemeente", "Parijs", "D2", "unknown_municipality", None),
    ("networks", "Schaal", "Wijkk", "E2", "not_allowed", "wijk"),
    ("networks", "Gebied", "x" * 121, "F2", "too_long", None),
    ("networks", "Startdatum", "", "G2", "missing_value", None),
    ("networks", "Startdatum", "30-2-2020", "G2", "not_a_date", None),
    ("networks", "Einddatum", "2-3-21", "H2", "not_a_date", "2-3-2021"),
    ("networks", "Leden politie", "", "I2", "missing_value", None),
    ("networks", "Leden politie", "-3", "I2", "not_a_whole_number", None),
    ("networks", "Leden gemeente", "2,5", "J2", "not_a_whole_number", None),
    ("networks", "Leden burgers", "zes", "K2", "not_a_whole_number", None),
    ("networks", "Leden burgers", "1.000", "K2", "not_a_whole_number", None),
    ("meetings", "Datum", "", "B2", "missing_value", None),
    ("meetings", "Status", "gehoudn", "C2", "not_allowed", "gehouden"),
    ("meetings", "Soort", "extra", "D2", "not_allowed", None),
    ("meetings", "Thema's", "Polarisatie, Radicalizering", "E2", "unknown_theme",
     "Radicalisering en aanslagen"),
    ("meetings", "Ingebracht door", "Burgemeester", "F2", "not_allowed", None),
    ("meetings", "Aanwezig politie", "1e9", "G2", "not_a_whole_number", None),
    ("meetings", "Netwerknummer", "", "A2", "missing_value", None),
    ("meetings", "Netwerknummer", "AMBR", "A2", "unknown_network", "AMBER"),
    ("meetings", "Datum", "5-jan-26", "B2", "not_a_date", "5-1-2026"),
    ("meetings", "Datum", "maandag 4 januari 2026", "B2", "not_a_date", "4-1-2026"),
    ("pauses", "Netwerknummer", "ZZZ-9", "A2", "unknown_network", None),
    ("pauses", "Reden", "", "D2", "missing_value", None),
    ("pauses", "Reden", "x" * 201, "D2", "too_long", None),
    ("confirmations", "Basisteam", "Nergens", "A2", "unknown_basisteam", None),
    ("confirmations", "Bijgewerkt tot en met", "eind september", "B2", "not_a_date", None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "column", "value", "cell", "code", "suggestion"), CASES)
def test_a_faulty_cell_gives_one_error_of_its_own(
    check, kind, column, value, cell, code, suggestion
):
    report = check({"networks": NETWORKS, kind: with_cell(kind, column, value)})
    assert found(report) == [(cell, code)]
    (problem,) = report.errors
    assert (problem.value or "", problem.suggestion) == (value, suggestion)
    assert report.refused


ALLOWED = [
    ("networks", "Basisteam", "LEKPOORT"),
    ("networks", "Basisteam", "utrecht noord"), ("networks", "Schaal", "neighbourhood"),
    ("networks", "Leden burgers", "7.0"), ("networks", "Leden burgers", "007"),
    ("meetings", "Status", "AFGELAST"), ("meetings", "Status", "Vervallen"),
    ("meetings", "Status", "held"), ("meetings", "Soort", ""), ("meetings", "Soort", "spoed"),
    ("meetings", "Thema's", "youth_nuisance|Youth nuisance, JONGERENOVERLAST"),
    ("meetings", "Ingebracht door", "gezamenlijk"), ("meetings", "Aanwezig burgers", ""),
    ("pauses", "Onderbroken tot en met", ""), ("pauses", "Reden", "x" * 200),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "column", "value"), ALLOWED)
def test_every_accepted_spelling_comes_in(check, kind, column, value):
    assert check({**CAST, kind: with_cell(kind, column, value)}).errors == []


DOUBTED = [
    *(("meetings", "Status", text, "gehouden") for text in ("gehouden?", "(gehouden)", "-gehouden",
      "!gehouden", "¬gehouden", "~~gehouden~~", "g\u0336e\u0336houden", "gehouden (?)", "gehouden ...")),
    ("meetings", "Status", "?gepland", "gepland"), ("meetings", "Thema's", "Overig?", "Overig"),
    ("meetings", "Thema's", "-Overig", "Overig"), ("meetings", "Ingebracht door", "politie?", "politie"),
    ("networks", "Basisteam", "Lekpoort?", "Lekpoort"), ("networks", "Gemeente", "!Houten", "Houten"),
    ("confirmations", "Basisteam", "(Lekpoort)", "Lekpoort"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "column", "typed", "suggestion"), DOUBTED)
def test_a_sign_that_doubts_or_denies_a_word_is_not_read_over(
    check, kind, column, typed, suggestion
):
    report = check({"networks": NETWORKS, kind: with_cell(kind, column, typed)})
    assert [(p.value, p.suggestion, p.mend) for p in report.errors] == [(typed, suggestion, None)]


@pytest.mark.parametrize(
    ("kind", "column", "typed"),
    [("meetings", "Status", "gehouden."), ("meetings", "Status", " ‘Gehouden’ "),
     ("meetings", "Status", "ge\u00adhouden"), ("networks", "Basisteam", "Utrecht – Noord"),
     ("networks", "Basisteam", "Almere Haven/Poort"), ("networks", "Basisteam", "de copen,"),
     ("networks", "Basisteam", "De Bilt, Eemdal en Soest (BES)"),
     ("networks", "Basisteam", "De Bilt Eemdal en Soest BES"),
     ("networks", "Gemeente", "wijk-bij duurstede"), ("meetings", "Thema's", "Jongerenoverlast "),
     ("meetings", "Thema's", '"- Polarisatie\n- Overig."'), ("meetings", "Thema's", "face_covering_law"),
     ("meetings", "Thema's", "Face covering law"), ("meetings", "Thema's", "'Overig'")],
)  # fmt: skip
def test_signs_that_people_put_between_and_around_words_say_nothing(check, kind, column, typed):
    assert check({**CAST, kind: with_cell(kind, column, typed)}).errors == []


def test_several_unknown_themes_in_one_cell_are_one_error_that_names_them_all(check):
    report = check(
        {**CAST, "meetings": with_cell("meetings", "Thema's", "Polarisatie|Voetbal|Zwemmen")}
    )
    assert found(report) == [("E2", "unknown_theme")]
    assert "Voetbal | Zwemmen" in report.to_json()["files"][1]["problems"][0]["message_nl"]


def test_all_faults_are_found_in_one_pass_and_a_row_may_have_several(check):
    rows = ["AMBER;31-2-2026;gehoudn;x;Voetbal;wie;een;-1;2,5", "ZZZ-9;1-4-2026;Gepland;;;;;;"]
    report = check({**CAST, "meetings": with_rows("meetings", *rows)})
    codes = [
        ("B2", "not_a_date"), ("C2", "not_allowed"), ("D2", "not_allowed"),
        ("E2", "unknown_theme"), ("F2", "not_allowed"), ("G2", "not_a_whole_number"),
        ("H2", "not_a_whole_number"), ("I2", "not_a_whole_number"), ("A3", "unknown_network"),
    ]  # fmt: skip
    assert found(report) == codes


def test_a_column_of_many_different_wrong_texts_stays_quick_and_complete(check):
    rows = [f"AMBER;1-3-2026;toestand{number};;Overig;;;;" for number in range(3000)]
    report = check({**CAST, "meetings": with_rows("meetings", *rows)})
    assert len(report.errors) == 3000
    lines = report.lines("nl")
    assert len(lines) < 40 and "2.980" in "\n".join(lines)


@pytest.mark.parametrize(
    ("there", "typed"), [("007", "7"), ("7", "007"), ("UTN-07", "utn-7"), ("N7", "N007")]
)
def test_a_network_without_its_noughts_is_suggested(check, there, typed):
    row = f"{there};Naam;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6"
    meetings = with_rows("meetings", f"{typed};1-3-2026;Gehouden;;Overig;;;;")
    report = check({"networks": with_rows("networks", row), "meetings": meetings})
    assert [(p.code, p.suggestion, p.mend) for p in report.errors] == [
        ("unknown_network", there, None)
    ]


def test_a_day_of_the_week_that_is_another_is_said_to_be_that(check):
    report = check(
        {"networks": NETWORKS, "meetings": with_cell("meetings", "Datum", "maandag 4 januari 2026")}
    )
    (problem,) = report.errors
    assert (problem.reason, problem.mend) == ("weekday", None)
    assert "de dag van de week hoort niet bij die datum" in message(problem, "nl")
