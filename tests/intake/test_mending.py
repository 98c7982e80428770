"""Mending without leaving the screen: one-click corrections, and what is declared to be no BSN."""

import hashlib
import json

import pytest
from cast import RECORDED_AT, T
from deliveries import CAST, MEETINGS, NETWORKS, found, with_cell, with_rows
from test_workbooks import table, workbook

from bondgenoten import store
from bondgenoten.intake import Place, import_files
from bondgenoten.intake import digests as digests_of
from bondgenoten.intake.digests import Digests
from bondgenoten.intake.groups import grouped
from bondgenoten.intake.known import known
from bondgenoten.language import words

BSN = "123456782"
REASON = "Zaaknummer van de gemeente"


def mends(report):
    return {
        place: text for group in grouped(report.problems) for place, text in group.mended.items()
    }


@pytest.mark.parametrize(
    ("kind", "column", "typed", "mend"),
    [("meetings", "Status", "gehoudn", "gehouden"), ("networks", "Basisteam", "Lekport", "Lekpoort"),
     ("networks", "Gemeente", "Houtn", "Houten"), ("meetings", "Datum", "13/31/2026", None),
     ("meetings", "Datum", "3/31/2026", "31-3-2026"), ("meetings", "Status", "wat", None),
     ("meetings", "Netwerknummer", "AMBR", None), ("networks", "Schaal", "stadd", "stad"), ("meetings", "Soort", "reg", "regulier"),
     ("meetings", "Datum", "2026/03/01", "1-3-2026"), ("meetings", "Datum", "9 maart", None),
     ("meetings", "Datum", "5-jan-26", "5-1-2026"), ("meetings", "Datum", "maandag 4 januari 2026", None),
     ("meetings", "Thema's", '"Overig | Polarisati"', "Overig | Polarisatie"),
     ("meetings", "Thema's", '"Overig | Voetbal | Polarisati"', None)],
)  # fmt: skip
def test_a_cell_has_a_mend_only_where_one_text_is_sure_to_be_meant(
    check, kind, column, typed, mend
):
    files = {**CAST, kind: with_cell(kind, column, typed)}
    report = check(files)
    assert [group.mend for group in grouped(report.errors)] == [mend]
    if mend:
        assert check(files, mended=mends(report)).errors == []


@pytest.mark.parametrize(
    ("column", "typed", "dutch", "english"),
    [("kind", "reg", "regulier", "regular"), ("status", "plan", "gepland", "planned"),
     ("themes", "Discrim", "Discriminatie", "Discrimination")],
)  # fmt: skip
def test_a_suggestion_is_in_the_language_of_the_headings(check, column, typed, dutch, english):
    for language, meant in (("nl", dutch), ("en", english)):
        say = words(language)
        names = {"network_id": "AMBER", "date": "1-3-2026", "status": "held", column: typed}
        text = ";".join(say(f"column.{name}") for name in names) + "\n" + ";".join(names.values())
        assert [p.suggestion for p in check({"networks": NETWORKS, "meetings": text}).errors] == [
            meant
        ]


@pytest.mark.parametrize(
    ("typed", "suggestion"), [("UTN-03", None), ("UTN-2", "UTN-02"), ("utn-01", "UTN-01")]
)
def test_of_two_numbers_that_are_as_near_none_is_guessed(check, typed, suggestion):
    row = "{};Naam;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6"
    files = {
        "networks": with_rows("networks", row.format("UTN-01"), row.format("UTN-02")),
        "meetings": with_rows("meetings", f"{typed};1-3-2026;Gehouden;;Overig;;;;"),
    }
    (problem,) = check(files).errors
    assert (problem.code, problem.suggestion) == ("unknown_network", suggestion)


def test_mended_cells_are_saved_as_mended_and_the_file_stays_as_it_was(send, register):
    files = {**CAST, "meetings": with_cell("meetings", "Status", "gehoudn")}
    report = send(files, dry_run=True)
    proof = send(files, dry_run=True, mended=mends(report)).proof
    assert proof != report.proof
    assert send(files, mended=mends(report), proof=proof).written
    assert store.reader(register).rows("select status from register.meetings") == [("held",)]


def test_a_heading_can_be_mended_in_one_click(check):
    files = {"networks": NETWORKS.replace("Startdatum", "Startdatm")}
    report = check(files)
    (problem,) = report.problems
    assert (problem.cell, problem.code, problem.column, problem.value, problem.suggestion) == (
        "G1", "missing_column", "started_on", "Startdatm", "Startdatum",
    )  # fmt: skip
    assert "“Startdatm” is niet bekend" in report.lines("nl")[2]
    mended = check(files, mended=mends(report))
    assert (mended.problems, mended.files[0].new) == ([], 2)


def test_a_heading_that_stands_for_no_missing_column_is_told_apart_from_what_is_missing(check):
    files = {
        "networks": NETWORKS.replace("Startdatum", "Opmerking").replace("Einddatum", "Einddatm")
    }
    assert [(p.cell, p.code, p.suggestion) for p in check(files).problems] == [
        ("A1", "missing_column", None), ("G1", "unknown_column", None), ("H1", "unknown_column", "Einddatum"),
    ]  # fmt: skip


def test_an_english_heading_is_mended_to_the_english_title(check):
    files = {
        "confirmations": "Basisteam;Complete until;Confirmd on\nLekpoort;30-9-2026;10-10-2026\n"
    }
    files = {
        kind: text.replace("Complete until", words("en")("column.covers_until"))
        for kind, text in files.items()
    }
    (problem,) = check(files).problems
    assert problem.mend == words("en")("column.confirmed_on")
    assert check(files, mended=mends(check(files))).errors == []


def test_the_sheet_of_a_workbook_is_mended_at_its_own_place(check, tmp_path):
    rows = table("meetings")
    rows[1][2] = "gehoudn"
    sheets = {
        "Netwerken": table("networks"),
        "Bijeenkomsten": rows,
        "Opgaven": table("confirmations"),
    }
    content = workbook(tmp_path / "x.xlsx", sheets)
    assert found(check({"x.xlsx": content})) == [("C2", "not_allowed")]
    place = Place(0, "Bijeenkomsten", 2, 2)
    assert check({"x.xlsx": content}, mended={place: "gehouden"}).errors == []
    assert found(check({"x.xlsx": content}, mended={place: BSN})) == [("C2", "personal_data")]


def test_the_same_fault_in_many_cells_is_one_group_with_every_place(check):
    rows = [f"AMBER;{day}-3-2026;gehoudn;;Overig;;;;" for day in range(1, 8)]
    report = check({**CAST, "meetings": with_rows("meetings", *rows, "AMBER;1-4-2026;wat;;;;;;")})
    groups = grouped(report.problems)
    assert [(g.count, g.mend) for g in groups] == [(7, "gehouden"), (1, None)]
    assert [place.cell for place in groups[0].places] == [f"C{row}" for row in range(2, 9)]
    assert check(
        {**CAST, "meetings": with_rows("meetings", *rows)}, mended=groups[0].mended
    ).errors == []  # fmt: skip


def declared(*cells: tuple[int, int], reason: str = REASON) -> dict[Place, str]:
    return {Place(0, None, row, position): reason for row, position in cells}


def test_a_number_declared_to_be_no_bsn_is_accepted_and_kept_as_a_digest_only(send, register):
    files = {"networks": with_cell("networks", "Gebied", BSN)}
    report = send(files, dry_run=True)
    assert [group.is_declarable for group in grouped(report.errors)] == [True]
    assert send(files, declared=declared((2, 5))).written
    (row,) = store.reader(register).rows("select * exclude (digest) from register.declarations")
    assert row == (1, "networks.csv", None, "F2", "bsn", REASON)
    ((digest,),) = store.reader(register).rows("select digest from register.declarations")
    assert digest not in (BSN, hashlib.sha256(BSN.encode()).hexdigest())
    assert digest == known(store.reader(register)).declared.of(BSN)


def test_another_register_knows_the_same_number_by_another_digest(register, tmp_path):
    other = tmp_path / "other.duckdb"
    store.create(other, kind="real", as_of=T, recorded_at=RECORDED_AT)
    digests = [known(store.reader(path)).declared.of(BSN) for path in (register, other)]
    assert len(set(digests)) == 2
    # Which is no difference in what they hold.
    assert store.reader(other).content == store.reader(register).content


def test_so_little_is_kept_of_a_number_that_trying_every_one_does_not_find_it():
    kept = len(Digests("salt").of(BSN)) * 4
    numbers = 10**9 / 11  # nine digits that pass the eleven-test
    assert 50 < numbers / 2**kept < 200


def test_very_many_numbers_are_not_looked_up_one_by_one(monkeypatch):
    monkeypatch.setattr(digests_of, "MOST", 1)
    told = Digests("salt", [Digests("salt").of(BSN)])
    assert [text in told for text in ("1", "2", BSN)] == [False] * 3
    assert (BSN in Digests("salt", [told.of(BSN)]), BSN in Digests("salt")) == (True, False)


def test_a_first_import_brings_the_proof_of_a_dry_run_without_a_register(tmp_path):
    path, file = tmp_path / "first.duckdb", tmp_path / "networks.csv"
    file.write_text(with_cell("networks", "Gebied", BSN), "utf-8")
    seen = import_files(path, [file], as_of=T, dry_run=True, declared=declared((2, 5)))
    assert import_files(path, [file], as_of=T, proof=seen.proof, declared=declared((2, 5))).written


def test_what_was_declared_once_is_not_asked_about_again(send):
    files = {"networks": with_cell("networks", "Gebied", BSN)}
    assert send(files, declared=declared((2, 5))).written
    again = {"networks": with_cell("networks", "Naam", BSN)}
    report = send(again)
    assert (report.errors, report.written, report.declarations) == ([], True, [])
    assert found(send({"networks": with_cell("networks", "Naam", "111222333")})) == [
        ("B2", "personal_data")
    ]


def test_only_the_declared_cell_is_accepted_not_the_same_text_elsewhere(check):
    rows = CAST["networks"].replace("Wijk;;", f"Wijk;{BSN};").replace("Stad;;", f"Stad;{BSN};")
    report = check({"networks": rows}, declared=declared((2, 5)))
    assert found(report) == [("F3", "personal_data")]
    assert check({"networks": rows}, declared=declared((2, 5), (3, 5))).errors == []


@pytest.mark.parametrize("text", ["jan@voorbeeld.nl", "06-12345678", f"{BSN} jan@voorbeeld.nl",
                                  f"{BSN} GB-123-X", "NL91ABNA0417164300"])  # fmt: skip
def test_only_a_bsn_can_be_declared(check, text):
    files = {"networks": with_cell("networks", "Gebied", text)}
    report = check(files, declared=declared((2, 5)))
    assert found(report) == [("F2", "personal_data")]


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201, "bel 06-12345678", f"is {BSN}"])
def test_a_reason_is_short_and_holds_no_person_itself(check, reason):
    files = {"networks": with_cell("networks", "Gebied", BSN)}
    report = check(files, declared=declared((2, 5), reason=reason))
    assert [(p.cell, p.code, p.reason) for p in report.errors] == [
        ("F2", "personal_data", "reason")
    ]
    assert BSN not in json.dumps(report.to_json()) and "12345678" not in str(report.lines("nl"))
    assert report.declarations == []


def test_a_number_in_an_ignored_column_can_be_declared_too(send, register):
    text = MEETINGS.replace("Aanwezig burgers", "Aanwezig burgers;Zaak").replace(
        "1;1;5", f"1;1;5;{BSN}"
    )
    files = {"meetings": text, "networks": NETWORKS}
    assert found(send(files, as_of=T)) == [("J2", "personal_data")]
    assert send(files, declared=declared((2, 9))).written
    assert store.reader(register).rows("select cell from register.declarations") == [("J2",)]


def test_a_declaration_is_part_of_what_the_commit_must_bring_again(send):
    files = {"networks": with_cell("networks", "Gebied", BSN)}
    one = send(files, dry_run=True, declared=declared((2, 5))).proof
    other = send(files, dry_run=True, declared=declared((2, 5), reason="Anders")).proof
    assert one != other
