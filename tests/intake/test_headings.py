"""Headings that are no titles of the contract: known, or told once with the title that is meant."""

import pytest
from cast import T
from deliveries import CAST, MEETINGS, NETWORKS
from test_workbooks import table, workbook

from bondgenoten.intake import Upload, annotate, import_files
from bondgenoten.intake.groups import grouped
from bondgenoten.language import words

TITLES = {kind: text.splitlines()[0].split(";") for kind, text in CAST.items()}


def renamed(kind: str, title: str, text: str) -> dict[str, str]:
    first, *rest = CAST[kind].splitlines()
    made = [text if one == title else one for one in first.split(";")]
    return {**CAST, kind: "\n".join([";".join(made), *rest, ""])}


def mends(report):
    return {p: text for g in grouped(report.problems) for p, text in g.mended.items()}


@pytest.mark.parametrize(
    ("kind", "title", "text"),
    [("meetings", "Datum", "Datum bijeenkomst"), ("meetings", "Datum", "datum van het overleg"),
     ("meetings", "Datum", "Vergaderdatum"), ("networks", "Naam", "Naam netwerk"),
     ("networks", "Leden burgers", "Aantal burgers"), ("networks", "Leden burgers", "Bewoners"),
     ("networks", "Leden politie", "Politie"), ("meetings", "Aanwezig gemeente", "Gemeente"),
     ("networks", "Leden gemeente", "Gemeente"), ("networks", "Startdatum", "Startdatum netwerk"),
     ("networks", "Startdatum", "Begindatum"), ("networks", "Einddatum", "Gestopt op"),
     ("meetings", "Netwerknummer", "Netwerk"), ("meetings", "Netwerknummer", "Nummer van het netwerk"),
     ("meetings", "Thema's", "Besproken onderwerpen"), ("meetings", "Soort", "Soort bijeenkomst"),
     ("meetings", "Aanwezig burgers", "Aantal aanwezige burgers"), ("networks", "Basisteam", "Team"),
     ("confirmations", "Bijgewerkt tot en met", "Bijgewerkt t/m"), ("pauses", "Onderbroken vanaf", "Vanaf"),
     ("confirmations", "Bevestigd op", "Datum opgave")],
)  # fmt: skip
def test_a_heading_in_other_words_is_one_problem_that_one_click_mends(check, kind, title, text):
    files = renamed(kind, title, text)
    report = check(files)
    (problem,) = report.problems
    assert (problem.row, problem.position) == (1, TITLES[kind].index(title))
    assert (problem.value, problem.suggestion, problem.mend) == (text, title, title)
    mended = check(files, mended=mends(report))
    assert (mended.problems, mended.changes) == ([], 5)


@pytest.mark.parametrize(
    ("kind", "title", "text", "codes"),
    [("networks", "Naam", "Netwerk", ["missing_column", "unknown_column"]),
     ("meetings", "Ingebracht door", "Gemeente", ["unknown_column"]),
     ("meetings", "Ingebracht door", "Opmerking", ["unknown_column"])],
)  # fmt: skip
def test_a_heading_that_can_be_several_things_is_not_guessed(check, kind, title, text, codes):
    report = check(renamed(kind, title, text))
    assert [p.code for p in report.problems] == codes
    assert {p.mend for p in report.problems} == {None}


def test_two_headings_for_one_column_are_not_mended_in_one_click(check):
    files = renamed("meetings", "Datum", "Vergaderdatum")
    files["meetings"] = files["meetings"].replace("Soort", "Datum overleg")
    report = check(files)
    assert [(p.cell, p.suggestion, p.mend) for p in report.problems] == [
        ("B1", "Datum", None), ("D1", "Datum", None),
    ]  # fmt: skip


def test_a_file_with_few_titles_is_known_by_what_its_headings_say(check):
    meetings = MEETINGS.replace("Netwerknummer;Datum;", "Netwerk;Datum overleg;").replace(
        "Thema's;Ingebracht door", "Onderwerpen;Inbreng"
    )
    for text in ("Aanwezig politie", "Aanwezig gemeente", "Aanwezig burgers", "Soort"):
        meetings = meetings.replace(text, "Over " + text[-3:])
    report = check({"networks": NETWORKS, "meetings": meetings})
    assert "unknown_file" not in {p.code for p in report.problems}
    missing = [(p.cell, p.mend) for p in report.problems if p.code == "missing_column"]
    assert missing == [("A1", "Netwerknummer"), ("B1", "Datum")]


def test_an_address_list_is_no_delivery_for_it(check):
    text = "Naam;Team;Plaats;Telefoon\nSecretariaat;Lekpoort;Houten;\n"
    assert [p.code for p in check({"x": text}).problems] == ["unknown_file"]


def test_an_english_heading_in_other_words_is_mended_to_the_english_title(check):
    say = words("en")
    titles = {name: say(f"column.{name}") for name in ("basisteam", "covers_until", "confirmed_on")}
    text = f"{titles['basisteam']};{titles['covers_until']};Date confirmed\nLekpoort;30-9-2026;10-10-2026\n"
    (problem,) = check({"confirmations": text}).problems
    assert problem.mend == titles["confirmed_on"]


UPPER = [*TITLES["networks"][:8], "Leden", "", ""]
LOWER = [*[""] * 8, "politie", "gemeente", "burgers"]
ABOVE = [*[""] * 8, "Leden", "", ""]
BELOW = [*TITLES["networks"][:8], "politie", "gemeente", "burgers"]


@pytest.mark.parametrize("rows", [(UPPER, LOWER), (ABOVE, BELOW)])
@pytest.mark.parametrize("title", [[], [["Opgave van Lekpoort"], []]])
def test_headings_merged_over_two_rows_are_read_as_one(check, tmp_path, rows, title):
    data = table("networks")[1:]
    data[1][4] = "dorp"
    content = workbook(tmp_path / "x.xlsx", {"Netwerken": [*title, *rows, *data]})
    report = check({"x.xlsx": content})
    assert [(p.cell, p.code) for p in report.problems] == [(f"E{len(title) + 4}", "not_allowed")]
    assert (report.files[0].read, report.changes) == (2, 1)


def test_headings_over_two_rows_come_back_in_the_copy_and_come_in_again(register, tmp_path):
    data = table("networks")[1:]
    data[0][4] = "Wijkk"
    path = tmp_path / "x.xlsx"
    workbook(path, {"Netwerken": [UPPER, LOWER, *data]})
    report = import_files(register, [path], as_of=T, dry_run=True)
    ((_, copy),) = annotate([Upload(path, "x.xlsx")], report, "nl")
    path.write_bytes(copy)
    again = import_files(register, [path], as_of=T, dry_run=True)
    assert [(p.cell, p.code) for p in again.problems] == [("E3", "not_allowed")]


def test_headings_over_two_rows_of_a_csv_are_read_too(check):
    rows = [UPPER, LOWER, *table("networks")[1:]]
    report = check({"networks": "\n".join(";".join(row) for row in rows) + "\n"})
    assert (report.problems, report.changes) == ([], 2)


def test_a_part_of_two_rows_that_is_unknown_is_told_at_the_lower_one(check):
    lower = [*LOWER[:-1], "vrijwilligers"]
    rows = [UPPER, lower, *table("networks")[1:]]
    report = check({"networks": "\n".join(";".join(row) for row in rows) + "\n"})
    assert [(p.cell, p.code) for p in report.problems] == [("K2", "missing_column")]
    assert (report.problems[0].suggestion, report.problems[0].mend) == ("Leden burgers", None)


def test_of_two_unknown_parts_none_is_guessed(check):
    lower = [*LOWER[:-2], "ambtelijk", "vrijwilligers"]
    rows = [UPPER, lower, *table("networks")[1:]]
    report = check({"networks": "\n".join(";".join(row) for row in rows) + "\n"})
    assert [(p.cell, p.code) for p in report.problems] == [
        ("A2", "missing_column"), ("A2", "missing_column"),
        ("J2", "unknown_column"), ("K2", "unknown_column"),
    ]  # fmt: skip


def test_a_town_between_other_words_for_the_counts_is_a_count(check):
    text = NETWORKS.replace(
        "Leden politie;Leden gemeente;Leden burgers", "Politie;Gemeente;Bewoners"
    )
    report = check({"networks": text})
    assert [(p.cell, p.code, p.mend) for p in report.problems] == [
        ("I1", "missing_column", "Leden politie"), ("J1", "missing_column", "Leden gemeente"),
        ("K1", "missing_column", "Leden burgers"),
    ]  # fmt: skip
    mended = check({"networks": text}, mended=mends(report))
    assert (mended.problems, mended.changes) == ([], 2)


@pytest.mark.parametrize("kind", CAST)
def test_a_first_row_of_data_is_never_taken_for_headings(check, kind):
    words_of = {"networks": "Naam;Naam;Lekpoort;Houten;Wijk;Gebied;1-1-2019;;1;1;6",
                "meetings": "AMBER;1-3-2026;Gehouden;Regulier;Overig;Politie;1;1;5",
                "pauses": "AMBER;1-2-2026;;Reden", "confirmations": "Lekpoort;30-6-2026;10-7-2026"}  # fmt: skip
    text = "\n".join([CAST[kind].splitlines()[0], words_of[kind], ""])
    assert check({kind: text}).files[0].read == 1


@pytest.mark.parametrize(
    ("kind", "title", "text"),
    [("meetings", "Datum", "Datum (dd-mm-jjjj)"), ("networks", "Leden burgers", "Leden burgers (aantal)"),
     ("meetings", "Status", "Status (gehouden/gepland/geannuleerd)")],
)  # fmt: skip
def test_an_explanation_in_brackets_is_no_part_of_a_heading(check, kind, title, text):
    assert check(renamed(kind, title, text)).problems == check(CAST).problems
