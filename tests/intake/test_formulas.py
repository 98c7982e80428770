"""A text that a spreadsheet would run is made harmless going out, and is itself again coming in."""

import csv
import io

import pandas as pd
import pytest

from bondgenoten import formulas
from bondgenoten.exports.csv import excel_nl
from bondgenoten.intake import csv_files
from bondgenoten.language import words


@pytest.mark.parametrize("start", formulas.STARTS)
def test_what_export_protects_is_what_import_takes_back(start, monkeypatch):
    text = f"{start}cmd|' /C calc'!A0"
    frame = pd.DataFrame({"name": [text]})
    line = list(csv.reader(io.StringIO(excel_nl(frame, words("nl"), {}).decode("utf-8-sig"))))[1]
    assert line == [f"'{text}"]
    assert csv_files._unprotected(line) == [text]
    # One list serves both: what is added to it is protected and taken back alike.
    monkeypatch.setattr(formulas, "STARTS", ("%",))
    assert formulas.original(formulas.harmless("%x")) == "%x" != formulas.harmless("%x")


def test_an_ordinary_text_stays_as_it_is():
    for text in ("Bondgenoten", "'s Gravenland", "", "3-4"):
        assert formulas.harmless(text) == formulas.original(text) == text
