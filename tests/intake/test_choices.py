"""The copy that goes back to the sender is as easy to fill in as the empty workbook."""

import io
import re
import zipfile

from python_calamine import CalamineWorkbook
from test_annotating import annotated, both, sheet
from test_workbooks import table, workbook

from bondgenoten.contract import KINDS
from bondgenoten.intake.template import template
from bondgenoten.language import words

LISTS = words("nl")("template.lists")


def parts_of(content: bytes, start: str) -> list[str]:
    """The parts of a workbook whose names begin so, by name, as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return [book.read(n).decode() for n in sorted(book.namelist()) if n.startswith(start)]


def test_a_copy_has_the_lists_the_widths_and_the_fixed_heading_of_the_empty_workbook(
    register, tmp_path
):
    template(tmp_path / "empty.xlsx")
    empty = parts_of((tmp_path / "empty.xlsx").read_bytes(), "xl/worksheets/sheet")
    copy = annotated(register, tmp_path, {"x.xlsx": both(tmp_path)})["x.xlsx"]
    _, networks, meetings, lists = parts_of(copy, "xl/worksheets/sheet")
    for mine, theirs in ((networks, empty[0]), (meetings, empty[1])):
        assert mine.count('type="list"') == theirs.count('type="list"') > 0
        assert re.findall("<pane [^>]*>", mine) == re.findall("<pane [^>]*>", theirs)
        wide = re.findall(r'<col min="(\d+)" max="\d+" width="([\d.]+)"', mine)
        assert set(wide) - {("10", "80.7109375")} <= set(
            re.findall(r'<col min="(\d+)" max="\d+" width="([\d.]+)"', theirs)
        )
    assert f"'{LISTS}'!$A$" in networks and "<pane" not in lists
    known = {row[0] for row in sheet(copy, LISTS)}
    assert {"gehouden", "Lekpoort", "De Bilt, Eemdal en Soest (BES)", "Polarisatie"} <= known


def test_a_copy_of_a_copy_has_one_sheet_of_lists_and_each_language_its_own(register, tmp_path):
    sheets = {"Netwerken": table("networks"), "Meetings": table("meetings")}
    sheets["Meetings"][0] = [words("en")(f"column.{n}") for n in KINDS["meetings"].names]
    sheets["Meetings"][1][2] = "gehoudn"
    content = workbook(tmp_path / "made.xlsx", sheets)
    for _ in range(2):
        content = annotated(register, tmp_path, {"x.xlsx": content})["x.xlsx"]
        assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == [
            "Netwerken", "Meetings", LISTS,
        ]  # fmt: skip
        assert {"stad", "city", "held"} <= {row[0] for row in sheet(content, LISTS)}


def test_the_heading_stays_in_sight_below_a_title_but_not_below_a_page_of_text(register, tmp_path):
    for above, pane in ((2, 'ySplit="3"'), (9, None)):
        rows = [["Opgave"]] * above + table("networks")
        rows[-1] = [*rows[-1][:4], "dorp", *rows[-1][5:]]
        content = workbook(tmp_path / "made.xlsx", {"Netwerken": rows})
        copy = annotated(register, tmp_path, {"x.xlsx": content})["x.xlsx"]
        found = re.findall("<pane [^>]*>", parts_of(copy, "xl/worksheets/sheet")[0])
        assert [pane in one for one in found] == [True] * bool(pane)


def test_a_hidden_sheet_of_the_senders_own_is_in_the_copy_whatever_its_name(register, tmp_path):
    sheets = {"Keuzelijsten": [["eigen"]], "Netwerken": table("networks")}
    sheets["Netwerken"][1][4] = "dorp"
    content = workbook(tmp_path / "made.xlsx", sheets, ("Keuzelijsten",))
    copy = annotated(register, tmp_path, {"x.xlsx": content})["x.xlsx"]
    assert sheet(copy, "Keuzelijsten") == [["eigen"]]
