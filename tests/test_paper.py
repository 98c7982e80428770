"""The review on paper says what the CSV says, is tagged for a screen reader, and stays."""

import csv as plain
import io
import re
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import program
import pytest
from cast import T, confirmation, fill, meetings, network
from page import ValidationProfile, validate_pdf_bytes
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject
from python_calamine import CalamineWorkbook

from bondgenoten import paper, reviews, store
from bondgenoten.answers import PLANNABLE
from bondgenoten.language import Words, words
from bondgenoten.paper import annex, meeting, restated, standing
from bondgenoten.paper.printing import SECTIONS
from bondgenoten.paper.saving import machine
from bondgenoten.periods import Quarter

Q3 = Quarter(2026, 3)
CLOSED_AT = datetime(2026, 11, 23, 12)
LANGUAGES = ("nl", "en")


@pytest.fixture(scope="module")
def review(demo_register: Path) -> paper.Review:
    return paper.gather(store.reader(demo_register), Q3)


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: pytest.FixtureRequest, review: paper.Review) -> tuple[str, bytes]:
    """The demo's paper in each language."""
    return request.param, paper.pdf(review, words(request.param))


@pytest.fixture
def one_network(register: Path) -> Path:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    fill(register, networks=[network("A")], meetings=meetings("A", "held", *days),
         confirmations=[confirmation()])  # fmt: skip
    return register


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def text(made: bytes) -> str:
    """All that is printed, on one line and without the breaks a narrow cell makes."""
    pages = " ".join(page.extract_text() for page in read(made).pages)
    return re.sub(r"- ", "-", re.sub(r"\s+", " ", pages))


def rows(made: bytes) -> list[dict[str, str]]:
    return list(plain.DictReader(io.StringIO(made.decode())))


def test_every_network_of_the_csv_stands_on_paper_with_its_counts(
    review: paper.Review, printed: tuple[str, bytes]
) -> None:
    language, made = printed
    say, said = words(language), text(made)
    networks = rows(machine(review, "norm"))
    assert len(networks) > 40
    for row in networks:
        last = row["last_held_on"]
        day = say.date(date.fromisoformat(last)) if last else say("count.none")
        counts = [row[name] for name in ("held", "required", "planned", "still_to_plan")]
        cells = [row["network_id"], row["name"], say(f"status.{row['status']}"), *counts, day]
        assert " ".join(cells) in said, row["network_id"]


def test_every_part_of_the_organisation_has_the_counts_of_the_csv(
    review: paper.Review, printed: tuple[str, bytes]
) -> None:
    language, made = printed
    said = text(made)
    for row in rows(machine(review, "compliance")):
        assert f"{row['name']} {row['networks']} " in said, row["key"]
    for row in rows(machine(review, "frequency")):
        assert f"{row['name']} {row['meetings_held']} " in said, row["key"]
    for row in (row for row in rows(machine(review, "themes")) if row["level"] == "region"):
        name = review.names["theme"][row["theme"]][f"name_{language}"]
        of = words(language)(
            "count.of", x=row["meetings_with_theme"], total=row["meetings_with_any_theme"]
        )
        assert re.search(rf"{re.escape(name)} (\d+% )?\(?{of}", said), row["theme"]


def test_the_demo_says_on_every_page_that_it_is_invented(printed: tuple[str, bytes]) -> None:
    language, made = printed
    pages = read(made).pages
    assert len(pages) > 4
    for page in pages:
        assert words(language)("frame.demo") in page.extract_text()


def elements(node: Any) -> list[DictionaryObject]:
    """The structure elements below a node of the tag tree, in reading order."""
    children = node.get_object().get("/K", [])
    found = []
    for child in children if isinstance(children, list) else [children]:
        one = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(one, DictionaryObject) and "/S" in one:
            found += [one, *elements(one)]
    return found


def test_the_paper_is_tagged_named_and_in_its_own_language(printed: tuple[str, bytes]) -> None:
    language, made = printed
    file = read(made)
    root: Any = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a PDF boolean)
    assert str(root["/Lang"]).startswith(language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert file.metadata is not None
    assert "2026" in str(file.metadata.title)
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=\"1\"", xmp)


def test_every_figure_has_a_text_and_every_table_its_headings(printed: tuple[str, bytes]) -> None:
    root: Any = read(printed[1]).trailer["/Root"]
    tags = elements(root["/StructTreeRoot"])
    figures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert len(figures) == 5
    assert all(len(str(tag["/Alt"])) > 40 for tag in figures)
    tables = [tag for tag in tags if tag["/S"] == "/Table"]
    assert len(tables) > 15
    for table in tables:
        cells = [tag for tag in elements(table) if tag["/S"] == "/TH"]
        assert cells
        assert all(attribute_of(cell, "/Scope") == "/Column" for cell in cells)
    headings = [str(tag["/S"]) for tag in tags if re.fullmatch(r"/H\d", str(tag["/S"]))]
    assert headings[0] == "/H1"
    assert set(headings) == {"/H1", "/H2"}


def attribute_of(tag: DictionaryObject, name: str) -> str | None:
    attributes = tag.get("/A", [])
    for one in attributes if isinstance(attributes, list) else [attributes]:
        found = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(found, DictionaryObject) and name in found:
            return str(found[name])
    return None


def test_an_independent_checker_finds_no_fault_against_pdf_ua(
    printed: tuple[str, bytes],
) -> None:
    report = validate_pdf_bytes(printed[1], profile=ValidationProfile.PDF_UA_1)
    assert report.rules.total > 100
    assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


def test_the_independent_checker_sees_a_missing_alternative_text(
    printed: tuple[str, bytes],
) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(printed[1]))
    figure = next(
        e for e in elements(writer.root_object["/StructTreeRoot"]) if e.get("/S") == "/Figure"
    )
    del figure["/Alt"]
    spoilt = io.BytesIO()
    writer.write(spoilt)
    assert not validate_pdf_bytes(
        spoilt.getvalue(), profile=ValidationProfile.PDF_UA_1
    ).is_compliant


def test_all_letters_come_with_the_file(printed: tuple[str, bytes]) -> None:
    for page in read(printed[1]).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(inner.get_object())


def test_the_same_register_and_question_give_the_same_bytes(
    review: paper.Review, demo_register: Path, printed: tuple[str, bytes], tmp_path: Path
) -> None:
    language, made = printed
    again = paper.gather(store.reader(demo_register), Q3)
    assert paper.pdf(again, words(language)) == made
    one, other = (
        [path.read_bytes() for path in paper.save(found, words(language), tmp_path / name)]
        for found, name in ((review, "one"), (again, "other"))
    )
    assert one == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_register_gives_a_calm_paper(register: Path, language: str) -> None:
    say = words(language)
    said = text(paper.pdf(paper.gather(store.reader(register), Q3, T), say))
    assert say("overview.no_networks", year=2026) in said
    assert said.count(say("paper.annex.none")) == 18
    assert say("frame.demo") not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_network_is_spoken_of_in_the_singular(one_network: Path, language: str) -> None:
    say = words(language)
    said = text(paper.pdf(paper.gather(store.reader(one_network), Q3, T), say))
    assert say("paper.norm.networks", n=1, number="1") in said
    assert f"A Bondgenoten A {say('status.MET')} 5 5 0 0 10-09-2026" in said
    assert "%" not in said.split(say("paper.annex.title"))[-1]


def test_a_closed_quarter_keeps_its_figures_on_paper(one_network: Path) -> None:
    say = words("nl")
    before = paper.gather(store.reader(one_network), Q3, T)
    reviews.close(one_network, Q3, as_of=T, closed_at=CLOSED_AT)
    closed = paper.gather(store.reader(one_network), Q3)
    assert closed.tables == before.tables
    fill(one_network, CLOSED_AT + timedelta(days=3), networks=[network("B")],
         meetings=meetings("A", "held", date(2026, 8, 1)) + meetings("B", "held", date(2026, 4, 2)))  # fmt: skip
    later = paper.gather(store.reader(one_network), Q3, date(2027, 11, 23))
    assert (later.tables, later.frequency) == (closed.tables, closed.frequency)
    for metric in later.tables:
        assert machine(later, metric) == machine(before, metric)
    first, second = text(paper.pdf(closed, say)), text(paper.pdf(later, say))
    assert say("paper.restated.none") in first
    title = say("paper.restated.said")
    assert title in second
    told = f"Midden-Nederland: {say('column.meetings_held').lower()} 2 3 +1"
    assert f"{told} {say('cause.ADDED', batch='–', date='26-11-2026')}" in second
    contents = say("paper.contents")
    figures = [said.split(contents)[0] for said in (first, second)]
    assert figures[0] == figures[1]
    annexes = [said.split(say("paper.annex.title"))[-1] for said in (first, second)]
    assert len({re.sub(r"Pagina \d+ / \d+", "", said) for said in annexes}) == 1
    for section in SECTIONS:
        if section is not restated.restatements:
            assert section(say, later) == section(say, closed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_says_of_when_its_figures_are(one_network: Path, language: str) -> None:
    say = words(language)
    late = meetings("A", "held", date(2026, 7, 20))
    fill(one_network, CLOSED_AT - timedelta(days=1), meetings=late)
    still_open = annex.annex(say, paper.gather(store.reader(one_network), Q3, T))
    reviews.close(one_network, Q3, as_of=T, closed_at=CLOSED_AT)
    closed = annex.annex(say, paper.gather(store.reader(one_network), Q3))
    told = [next(block["text"] for block in made if block["kind"] == "note")
            for made in (still_open, closed)]  # fmt: skip
    ended, on = (say.long_date(day) for day in (Q3.ends_on, CLOSED_AT.date()))
    counted = say("paper.annex.rows", date=ended)
    assert told == [
        f"{counted} {say('paper.annex.open')}",
        f"{counted} {say('paper.annex.closed', date=on)}",
    ]
    (row,) = (block["rows"][0] for block in closed if block["kind"] == "table")
    assert row[3] == "6"  # what came after the quarter's end and before the closing counts


def test_decisions_stand_with_who_and_when(one_network: Path) -> None:
    say = words("nl")
    for quarter, told in ((Quarter(2026, 2), "Oude afspraak"), (Q3, "Twee bijeenkomsten plannen")):
        reviews.decide(one_network, quarter, told, "basisteam_chief", date(2026, 12, 1), CLOSED_AT)
    said = text(paper.pdf(paper.gather(store.reader(one_network), Q3, T), say))
    due = f"{say('actor.basisteam_chief')} 01-12-2026 {say('paper.decisions.not_yet')}"
    assert f"1 2026-Q2 Oude afspraak {due}" in said
    assert f"2 2026-Q3 Twee bijeenkomsten plannen {due}" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_have_the_decisions_of_the_paper(
    one_network: Path, tmp_path: Path, language: str
) -> None:
    say = words(language)
    before, due = Quarter(2026, 2), date(2026, 12, 1)
    for quarter, told in (
        (before, "Oud, gedaan"),
        (before, "=1+1; oud"),
        (Q3, "Plannen"),
        (Q3, "Nu"),
    ):
        number = reviews.decide(one_network, quarter, told, "basisteam_chief", due, CLOSED_AT)
        if told in ("Oud, gedaan", "Nu"):
            reviews.finish(one_network, number, T, CLOSED_AT)
    review = paper.gather(store.reader(one_network), Q3, T)
    files = paper.save(review, say, tmp_path)
    (book,) = (path for path in files if path.suffix == ".xlsx")
    (listed,) = (rows(path.read_bytes()) for path in files if "-decisions-" in path.name)
    printed = [block for block in meeting.decisions(say, review) if block["kind"] == "table"]
    sheet = CalamineWorkbook.from_path(book).get_sheet_by_name(say("paper.decisions.title"))
    headings, *cells = sheet.to_python()
    assert headings == printed[0]["headings"]
    on_paper = [row for block in printed for row in block["rows"]]
    assert [row[2] for row in on_paper] == ["=1+1; oud", "Plannen", "Nu"]
    assert [[cell_said(say, cell) for cell in row] for row in cells] == on_paper
    assert [[row["decision_id"], row["quarter"], row["decision"], say(f"actor.{row['actor']}"),
             say.date(date.fromisoformat(row["due_on"])),
             say.date(date.fromisoformat(row["done_on"])) if row["done_on"]
             else say("paper.decisions.not_yet")] for row in listed] == on_paper  # fmt: skip
    assert [row["actor"] for row in listed] == ["basisteam_chief"] * 3


def cell_said(say: Words, cell: object) -> str:
    if isinstance(cell, date):
        return say.date(cell)
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def test_the_workbook_has_the_rows_of_the_csv_as_numbers_and_dates(
    review: paper.Review, tmp_path: Path
) -> None:
    files = paper.save(review, words("nl"), tmp_path)
    (book,) = (path for path in files if path.suffix == ".xlsx")
    sheet = CalamineWorkbook.from_path(book).get_sheet_by_name("Norm per netwerk").to_python()
    expected = rows(machine(review, "norm"))
    assert len(sheet) == len(expected) + 1
    held, started = (sheet[0].index(words("nl")(f"column.{c}")) for c in ("held", "started_on"))
    for cells, row in zip(sheet[1:], expected, strict=True):
        assert cells[held] == int(row["held"])
        assert cells[started] == date.fromisoformat(row["started_on"])


def test_the_command_writes_and_closes(one_network: Path, tmp_path: Path) -> None:
    run = partial(program.run, one_network)
    folder = tmp_path / "out"
    done = run("review", "2026-Q3", "--output", folder, "--as-of", "2026-11-23")
    assert done.exit_code == 0, done.stderr
    assert sorted(Path(line) for line in done.stdout.splitlines()) == sorted(folder.iterdir())
    assert {path.suffix for path in folder.iterdir()} == {".pdf", ".xlsx", ".csv"}
    assert all(path.name.startswith("bondgenoten-2026-Q3-") for path in folder.iterdir())
    assert run("close", "2026-Q3", "--as-of", "2026-11-23").exit_code == 0
    refused = run("close", "2026-Q3")
    assert (refused.exit_code, len(refused.stderr.splitlines())) == (1, 1)
    assert "al eerder gesloten" in refused.stderr
    assert run("review", "2026-K3").exit_code == 2


def test_a_quarter_that_is_not_over_has_no_review(one_network: Path) -> None:
    with pytest.raises(reviews.NotOver):
        paper.gather(store.reader(one_network), Quarter(2026, 4), T)


def test_a_sign_the_font_does_not_have_is_a_box_and_stops_nothing(register: Path) -> None:
    fill(register, networks=[network("A", name="中文 👨‍👩‍👧 Wijk"), network("B", name="Ωμέγα")])
    made = text(paper.pdf(paper.gather(store.reader(register), Q3), words("nl")))
    assert "□□" in made and "Wijk" in made and "Ωμέγα" in made
    assert "中" not in made


def test_what_is_still_to_plan_is_on_paper_what_it_is_in_the_csv(review: paper.Review) -> None:
    say = words("nl")
    (table,) = [b for b in standing.compliance(say, review) if b["kind"] == "table"]
    told = [row[-1] for row in table["rows"]]
    counted = [
        say.number(int(row["still_to_plan"])) if int(row["networks"]) else say("count.none")
        for row in rows(machine(review, "compliance"))
    ]
    assert told == counted
    left_out = review.region["still_to_plan"] - sum(
        row["still_to_plan"] for row in review.tables["norm"] if row["status"] in PLANNABLE
    )
    assert left_out > 0
    assert say("paper.left_out", n=left_out, number=left_out) in str(
        standing.compliance(say, review)
    )
