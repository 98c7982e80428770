"""Gegevens: what the copy of a delivery keeps is said where it is fetched."""

from pathlib import Path

from test_data_page import MEETINGS, drop
from test_workbooks import workbook
from visits import Visit, text_of

from bondgenoten.language import words

KEEPS = words("nl")("deliver.copy.keeps")


def test_what_the_copy_of_a_workbook_does_not_keep_is_said_beside_its_button(
    visit: Visit, one_network: Path, tmp_path: Path
) -> None:
    rows = [line.split(";") for line in MEETINGS.splitlines()]
    content = workbook(tmp_path / "x.xlsx", {"Bijeenkomsten": rows})
    at = visit(one_network, "data")
    at.file_uploader[0].set_value([("opgave.xlsx", content, "application/octet-stream")]).run()
    assert not at.exception
    assert KEEPS in text_of(at)


def test_the_copy_of_a_csv_keeps_all_and_nothing_is_said(visit: Visit, one_network: Path) -> None:
    at = drop(visit(one_network, "data"), MEETINGS)
    assert not at.exception
    assert KEEPS not in text_of(at)
