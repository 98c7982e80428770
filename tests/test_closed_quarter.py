"""A closed quarter on paper, in the workbook and as CSV: the same bytes after a year of imports, a merger
and another definition; only what is said of restatements differs."""

import csv
import io
import json
import re
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from cast import Made, confirmation, fill, meetings, network
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from series import one_meeting_more

from bondgenoten import paper, reviews, store
from bondgenoten.language import Words, words
from bondgenoten.paper import movement, restated
from bondgenoten.paper.printing import SECTIONS
from bondgenoten.periods import Quarter

Q3 = Quarter(2026, 3)
REVIEWED = date(2026, 10, 20)
CLOSED_AT = datetime(2026, 10, 20, 12)
SAY = words("nl")


def _closed(register: Path) -> None:
    days = [date(2026, month, 10) for month in (1, 3, 5, 7, 9)]
    held = meetings("A", "held", *days, themes=["trust"])
    held += meetings("A", "held", date(2025, 8, 1), date(2026, 4, 1), themes=["radicalisation"])
    fill(register, networks=[network("A"), network("B", basisteam="de-copen")], meetings=held,
         confirmations=[confirmation()])  # fmt: skip
    reviews.decide(register, Q3, "Plannen", "analyst", date(2026, 12, 1), CLOSED_AT)
    reviews.close(register, Q3, as_of=REVIEWED, closed_at=CLOSED_AT)


@pytest.fixture
def closed(made: Made) -> Path:
    return made(_closed)


def a_year_passes(path: Path) -> None:
    """A year of late deliveries about every quarter, then a merger, new names and another norm."""
    for month in range(12):
        late = CLOSED_AT + timedelta(days=30 * month + 1)
        days = [
            day + timedelta(days=month)
            for day in (date(2025, 7, 2), date(2026, 4, 2), date(2026, 7, 20))
        ]
        fill(path, late, networks=[network(f"N{month}", date(2026, 1, 1 + month))],
             meetings=meetings("B", "held", *days, themes=["trust"]))  # fmt: skip
    with store.writing(path) as draft, draft.transaction():
        for changed in (
            "update register.basisteams set valid_until = date '2026-12-31', name = 'Oud' where basisteam = 'lekpoort'",
            "insert into register.moves values (date '2027-01-01', 'A', 'lekpoort', 'de-copen')",
            "update register.themes set name_nl = 'Anders' where theme = 'trust'",
            "update register.norm set meetings_per_year = 7, smallest_percentage_base = 1",
        ):
            draft.execute(changed)


def saved(path: Path, folder: Path) -> tuple[paper.Review, dict[str, bytes]]:
    review = paper.gather(store.reader(path), Q3, date(2027, 11, 1))
    files = paper.save(review, SAY, folder)
    return review, {re.sub(r"-[0-9a-f]+(?=\.)", "", file.name): file.read_bytes() for file in files}


def sheets(book: bytes) -> list[bytes]:
    """Every sheet as it stands in the file, of the metrics and the decisions: not the cover, nor the last,
    of the restatements."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        numbered = sorted(names, key=lambda name: int("".join(c for c in name if c.isdigit())))
        return [parts.read(name) for name in numbered[1:-1]]


def printed(made: bytes) -> list[str]:
    """The words of the paper without its contents, what heads and foots a page, and the section on restatements."""
    said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    said = re.sub(r"\s+", " ", re.sub(r"Pagina \d+ / \d+|Pagina\s+\d+\s+\d+", "", said))
    header = SAY("paper.header", quarter=movement.name_of(SAY, Q3), date=SAY.date(REVIEWED))
    said = re.sub(r"\s+", " ", said.replace(header, ""))
    cover, body = said.split(SAY("paper.contents"), 1)
    body = body[body.rindex(". .") :].split(" ", 3)[3]
    first = body.index(f"{SAY('paper.restated.title')} ")
    return [cover, body[:first], body[body.index(SAY("paper.annex.title")) :]]


def test_the_files_are_byte_equal_but_for_the_restatements(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, old = saved(closed, tmp_path / "old")
    a_year_passes(closed)
    one_meeting_more(monkeypatch, tmp_path)
    after, new = saved(closed, tmp_path / "new")
    assert list(old) == list(new)
    assert before.version == after.version
    assert before.state != after.state, "the files after it have a name of their own"
    tables = [name for name in old if name.endswith(".csv") and "restated" not in name]
    lists = [*before.tables, "decisions"]
    assert len(tables) == len(lists)
    for name in tables:
        assert old[name] == new[name], name
    (book,) = (name for name in old if name.endswith(".xlsx"))
    assert len(sheets(old[book])) == len(lists)
    titles = CalamineWorkbook.from_filelike(io.BytesIO(old[book])).sheet_names
    assert titles[-2:] == [SAY("paper.decisions.title"), SAY("paper.restated.title")]
    assert sheets(old[book]) == sheets(new[book])
    for section in SECTIONS:
        if section is not restated.restatements:
            told = [json.dumps(section(SAY, one)).encode() for one in (before, after)]
            assert told[0] == told[1], section
    (page,) = (name for name in old if name.endswith(".pdf"))
    assert all(len(part) > 300 for part in printed(old[page]))
    assert printed(old[page]) == printed(new[page])


def listed(review: paper.Review, say: Words) -> list[list[str]]:
    tables = [b for b in restated.restatements(say, review) if b["kind"] == "table"]
    return list(tables[-1]["rows"])


def test_every_restated_row_of_the_csv_stands_on_paper(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = [date(2025, 7, 2), date(2026, 4, 2), date(2026, 7, 20)]
    fill(closed, CLOSED_AT + timedelta(days=1), meetings=meetings("B", "held", *late))
    with store.writing(closed) as draft, draft.transaction():
        draft.execute("update register.norm set meetings_per_year = 7")
    one_meeting_more(monkeypatch, tmp_path)
    review, files = saved(closed, tmp_path / "files")
    (name,) = (name for name in files if "restated" in name)
    rows = list(csv.DictReader(io.StringIO(files[name].decode())))
    told = {cause["cause"] for cause in rows}
    assert told == {"DEFINITION", "STRUCTURE", "ADDED"}
    shown = [row for row in rows if row["figure"] in restated.SHOWN.get(row["metric"], ())]
    named = {(row["period"], row["metric"], row["key"], row["figure"]) for row in shown}
    assert len(named) > 30
    assert len(listed(review, SAY)) == len(named)
    assert {row["period"] for row in shown} == {"2026-Q3", "2026-Q2", "2025-Q3"}
    for metric, key, figure in {(r["metric"], r["key"], r["figure"]) for r in rows}:
        for period in {r["period"] for r in rows}:
            mine = [r for r in rows if (r["period"], r["metric"], r["key"], r["figure"])
                    == (period, metric, key, figure)]  # fmt: skip
            if mine and mine[0]["difference"]:
                total = sum(float(row["cause_difference"] or 0) for row in mine)
                assert total == pytest.approx(float(mine[0]["difference"]))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_another_definition_stands_beside_as_a_series_of_its_own(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    say = words(language)
    one_meeting_more(monkeypatch, tmp_path)
    review = paper.gather(store.reader(closed), Q3)
    said = str(restated.restatements(say, review))
    assert say("paper.restated.two_series", old="1", new="2") in said
    (heading,) = {tuple(b["headings"][1:3]) for b in restated.restatements(say, review)
                  if b["kind"] == "table" and len(b["headings"]) == 5}  # fmt: skip
    assert [restated.series(say, "1") in heading[0], restated.series(say, "2") in heading[1]] == [
        True,
        True,
    ]


def test_too_many_restatements_are_added_up_and_the_paper_says_so(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(closed, CLOSED_AT + timedelta(days=1), meetings=meetings("B", "held", date(2026, 8, 1)))
    monkeypatch.setattr(restated, "MOST_MOVED", 3)
    review = paper.gather(store.reader(closed), Q3)
    made = restated.restatements(SAY, review)
    (counted,) = (block for block in made if block["kind"] == "table")
    assert [row[2] for row in counted["rows"]] == [str(len(review.moved))]
    assert SAY("paper.restated.more", number=str(len(review.moved))) in str(made)
