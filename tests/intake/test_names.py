"""Names of files and of people: what may be repeated, and what gets a warning."""

import json

import pytest
from cast import T
from deliveries import CAST, NETWORKS, found, with_cell
from test_workbooks import table, workbook

from bondgenoten import store
from bondgenoten.intake import Upload, import_files
from bondgenoten.intake.file_names import safe
from bondgenoten.intake.known import known
from bondgenoten.intake.name_like import is_name_like


@pytest.mark.parametrize(
    ("name", "kind"),
    [("opgave 123456782.xlsx", "bsn"), ("opgave_123456782.csv", "bsn"), ("jansen123456782.csv", "bsn"),
     ("jan@voorbeeld.nl.csv", "email"), ("bel 06-12345678.xlsx", "phone"), ("0612345678.csv", "phone"),
     ("NL91ABNA0417164300.csv", "iban"), ("geb. 03-05-1980.csv", None), ("GB-123-X.csv", "plate")],
)  # fmt: skip
def test_a_person_in_a_file_name_is_known_by_its_kind(name, kind):
    shown, found_kind = safe(4, name)
    assert found_kind == kind
    if kind:
        assert shown in ("5.xlsx", "5.csv")


@pytest.mark.parametrize(
    "name",
    ["opgave-20260930.xlsx", "opgave 30-09-2026.csv", "30092026_opgave.csv", "2026-09-30 10.15.csv",
     "export_20260930_101500.csv", "export_20260930101500.csv", "opgave-utrecht-noord-2026-K3.xlsx",
     "netwerken (1).csv", "Kopie van opgave K3 2026.xlsx", "12345670_x.csv", "03061980.csv"],
)  # fmt: skip
def test_a_date_or_a_stamp_in_a_file_name_is_no_person(name):
    assert safe(0, name) == (name, None)


def test_a_file_with_a_person_in_its_name_is_refused_and_the_name_is_nowhere(register, tmp_path):
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path, kind in zip(paths, ("networks", "confirmations"), strict=True):
        path.write_text(CAST[kind], "utf-8")
    uploads = [Upload(paths[0], "map/jansen 123456782.csv"), Upload(paths[1], "opgave.csv")]
    report = import_files(register, uploads, as_of=T, accept_valid=True)
    assert [(p.file, p.cell, p.code, p.reason) for p in report.problems] == [
        (0, None, "personal_data", "file_name")
    ]
    assert [file.name for file in report.files] == ["1.csv", "opgave.csv"]
    shown = (
        json.dumps(report.to_json()) + str(report.lines("nl") + report.lines("en")) + str(report)
    )
    kept = str(store.reader(register).rows("from register.batch_files"))
    assert report.written and "123456782" not in shown + kept and "jansen" not in shown + kept


@pytest.mark.parametrize(
    ("name", "is_like"),
    [("mevrouw De Vries.xlsx", True), ("opgave_dhr._Jansen.csv", True), ("opgave-imam-Yusuf.csv", True),
     ("map/wijkagent Peter 2026.csv", True), ("wijkagent Overvecht.csv", False),
     ("opgave-utrecht-noord-2026-K3.xlsx", False), ("Burgemeester Reigerstraat.csv", False),
     ("imam.csv", False)],
)  # fmt: skip
def test_a_file_name_that_is_like_a_name_is_a_warning_and_the_file_comes_in(
    register, tmp_path, name, is_like
):
    path = tmp_path / "a"
    path.write_text(NETWORKS, "utf-8")
    report = import_files(register, [Upload(path, name)], as_of=T)
    assert [(p.cell, p.code, p.reason) for p in report.problems] == [
        (None, "name_like", "file_name")
    ] * is_like
    assert (report.written, report.files[0].new) == (True, 2)


def test_a_person_in_the_name_of_a_sheet_is_not_repeated(check, tmp_path):
    content = workbook(tmp_path / "x.xlsx", {"bel 06-12345678": table("networks")})
    report = check({"x.xlsx": content})
    assert [(p.sheet, p.code, p.reason) for p in report.problems] == [
        (None, "personal_data", "sheet_name")
    ]
    content = workbook(tmp_path / "y.xlsx", {"bel 06-12345678": [["Naam", "Basisteam", "Rol"]]})
    assert "12345678" not in json.dumps(check({"y.xlsx": content}).to_json())


def test_a_person_above_the_headings_is_found(check):
    report = check({"networks": "Opgave van jan@voorbeeld.nl\n\n" + NETWORKS})
    assert found(report) == [("A1", "personal_data")]
    assert "voorbeeld" not in json.dumps(report.to_json())


@pytest.mark.parametrize(
    "text",
    ["mevrouw De Vries", "dhr. J. van Dam", "imam Yusuf", "wijkagent Peter", "Overleg met mw. El Idrissi",
     "Familie Jansen", "gesprek met de heer Van den Berg over de straat", "Wethouder K. Diepeveen",
     "mr. A.B. Smit", "contactpersoon Fatima El Amrani", "Contactpersoon: Jan de Vries",
     "contact: Ali Ben Haddou", "bewoner Piet Jansen", "sleutelfiguur is Samira Bakkali", "volg @jan_jansen",
     "@fatima.1990 op Instagram", "zie @pietje", "mev\u200brouw De Vries", "Imam Yusuf en wijkagent Overvecht", "Mrs Smith", "tante Fatima", "dominee ’t Hart",
     "Bondgenoten J. Jansen", "J. de Vries", "A.B. Jansen", "overleg J.W. van den Berg", "J. van Dijk", "K. O'Brien", "Th. Jansen",
     "J.Jansen", "ziek: P.  Bakker, weg", "É. Dubois", "M. El-Khatib is er niet", "J.\u00a0De Vries"],
)  # fmt: skip
def test_a_title_with_a_name_is_like_a_name(blank, text):
    with store.reading(blank) as connection:
        assert is_name_like(text, known(connection).places)


@pytest.mark.parametrize(
    "text",
    ["Bondgenoten Kanaleneiland", "Burgemeester Reigerstraat", "Pastoor Schiltestraat", "Zomerstop",
     "wijkagent Overvecht", "wijkagent van Zuilen", "imam en dominee", "de heer", "Agent Politie",
     "Burgemeester van Tuyllkade", "Dr. Schaepmanplein", "Mr. Treublaan", "de burgemeester was er",
     "Verhuizing van de moskee", "Ds. Martin Luther Kinglaan", "Wijkagent Noord", "Voorzitter is ziek",
     "Dominee Kerk", "Familie- en buurtfeest", "Kanaleneiland-Zuid", "IJsselstein", "Prof. dr. Leonard Fuchslaan",
     "contactpersoon onbekend", "contact Buurtteam Overvecht", "Contact: Stichting Zuilen Samen", "bewoner Overvecht",
     "vrijwilliger Zomerfeest", "Secretaris Lekpoort", "Secretaris basisteam Lekpoort", "contact met bewoners",
     "Vrijwilliger Buurthuis De Boog", "@home", "@ home", "we waren @ het buurthuis", "@overvecht", "@politie_utrecht",
     "@wijkagent030", "Buurtfeest@Zuilen", "@school", "Marokkaanse Vereniging Zuilen", "Keti Koti 2026",
     "Voorzitter Stichting Zuilen", "Bewoner Kanaleneiland Noord", "Pride Utrecht", "Suikerfeest in Lombok",
     "agent Utrecht", "Buurt de Heerlijkheid", "Wijkagent De Bilt",
     "J.F. Kennedylaan", "A.J. Schreuderschool", "P.C. Hooftstraat", "St. Jansdam", "K.v.K. Utrecht", "O.B.S. De Brug", "U.S. Army",
     "Sportpark W. van Doorn", "Buurthuis J. Jansen", "J.F. Kennedy School", "J.C. Bloem straat", "J.W. Frisokazerne", "F.C. Utrecht",
     "blok A. Zuilen", "A. Opening B. Mededelingen", "plan B. Het netwerk", "N.W. Amersfoort", "I.v.m. Pasen", "Jan de Vries"],
)  # fmt: skip
def test_a_street_a_neighbourhood_or_a_role_is_not_like_a_name(blank, text):
    with store.reading(blank) as connection:
        assert not is_name_like(text, known(connection).places)


@pytest.mark.parametrize(
    ("kind", "column", "cell"),
    [("networks", "Naam", "B2"), ("networks", "Gebied", "F2"), ("pauses", "Reden", "D2")],
)
def test_what_is_like_a_name_is_a_warning_that_does_not_show_it(check, kind, column, cell):
    report = check({**CAST, kind: with_cell(kind, column, "mevrouw De Vries")})
    assert (found(report), found(report, "warning")) == ([], [(cell, "name_like")])
    shown = json.dumps(report.to_json()) + str(report.lines("nl") + report.lines("en"))
    assert "Vries" not in shown
    assert report.changes == 5


def test_what_is_like_a_name_in_an_unknown_column_is_a_warning_too(check):
    text = NETWORKS.replace("Leden burgers", "Leden burgers;Contact").replace(
        "1;1;6", "1;1;6;imam Yusuf"
    )
    report = check({"networks": text + "\n"})
    assert [(p.cell, p.code) for p in report.problems] == [
        ("L1", "unknown_column"), ("L2", "name_like"), ("L3", "name_like"),
    ]  # fmt: skip
    assert (report.files[0].new, "Yusuf" in json.dumps(report.to_json())) == (2, False)


@pytest.mark.parametrize(
    ("text", "is_like"),
    [("geboortejaar 1987", True), ("Geb.jaar: 1987", True), ("vrouw, geboren in 1987", True), ("geb. 1987", True),
     ("born in 1990", True), ("year of birth: 2012", True), ("jongeren geboren in 2005-2010", False),
     ("geboren in 2008 t/m 2010", False), ("geboren in 1987 of later", False), ("netwerk geboren in 2019", False),
     ("het gebouw uit 1987", False), ("geboortejaren 2005 tot 2010", False), ("opgericht in 1987", False)],
)  # fmt: skip
def test_a_year_of_birth_alone_is_a_warning_but_that_of_a_group_is_none(check, text, is_like):
    assert is_name_like(text, ()) == is_like
    report = check({**CAST, "networks": with_cell("networks", "Gebied", text)})
    told = [(p.cell, p.code, p.severity, p.value) for p in report.problems]
    assert told == [("F2", "name_like", "warning", None)] * is_like


def test_a_sheet_that_bears_a_name_is_a_warning(check, tmp_path):
    sheets = {"Netwerken": table("networks"), "Mevrouw De Vries": [["x"]]}
    report = check({"x.xlsx": workbook(tmp_path / "x.xlsx", sheets)})
    assert [(p.cell, p.code, p.reason) for p in report.problems] == [
        (None, "name_like", "sheet_name")
    ]
    assert "geef het blad dan een andere naam" in report.lines("nl")[-1]


def test_a_sheet_with_nothing_but_a_person_in_its_name_is_refused_too(check, tmp_path):
    sheets = {"Netwerken": table("networks"), "bel 06-12345678": []}
    report = check({"x.xlsx": workbook(tmp_path / "x.xlsx", sheets)})
    assert [(p.code, p.reason) for p in report.problems] == [("personal_data", "sheet_name")]
    assert "12345678" not in json.dumps(report.to_json()) + str(report)
