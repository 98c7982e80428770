"""Several themes in one cell."""

import pytest

from bondgenoten.intake.likeness import Near
from bondgenoten.intake.themes import meant, read_themes

KNOWN = {"drugs": "crime", "trust": "trust", "trustinpoliceandgovernment": "trust",
         "oorlogrampofverkiezing": "war"}  # fmt: skip


def test_themes_are_parted_by_bar_semicolon_comma_and_new_line():
    assert read_themes("drugs|Trust; DRUGS,trust\ndrugs", KNOWN) == (
        ["crime", "trust", "crime", "trust", "crime"],
        [],
    )


def test_a_name_that_holds_a_comma_is_not_broken():
    assert read_themes("Oorlog, ramp of verkiezing; drugs", KNOWN) == (["war", "crime"], [])


def test_every_unknown_name_is_told_as_it_was_typed():
    assert read_themes("drugs; Voetbal ;; zwemmen", KNOWN) == (["crime"], ["Voetbal", "zwemmen"])


def test_separators_alone_hold_no_theme():
    assert read_themes(" ; | ", KNOWN) == ([], [])


@pytest.mark.parametrize(("name", "spelling"), [
    ("drugs / trust", "Crime | Trust"), ("Drugs+Trust", "Crime | Trust"), ("drugs en trust", "Crime | Trust"),
    ("drugs / voetbal", None), ("voetbal / zwemmen", "nearest"), ("drugz", "nearest")])  # fmt: skip
def test_no_theme_is_left_out_of_what_was_meant(name, spelling):
    titles = {"crime": "Crime", "trust": "Trust"}
    near = meant(name, KNOWN, titles, lambda _: Near("nearest", False))
    assert (near.spelling if near else None) == spelling
