"""What a wrong text is said to mean: never the opposite, never one of several, sure only where it is."""

import pytest
from deliveries import NETWORKS, with_cell

from bondgenoten.intake.likeness import Near, nearest
from bondgenoten.language import words


def meant(check, kind, column, typed):
    (problem,) = check({"networks": NETWORKS, kind: with_cell(kind, column, typed)}).errors
    return problem.suggestion, problem.mend


@pytest.mark.parametrize(
    ("kind", "column", "typed"),
    [*(("meetings", "Status", text) for text in ("niet gepland", "niet geannuleerd", "niet gehoudn",
       "nog niet gehouden", "non-gehouden", "ongepland", "unplanned", "not planned", "wasn't held")),
     ("meetings", "Soort", "niet regulier"), ("meetings", "Soort", "irregular"),
     ("meetings", "Ingebracht door", "niet politie"), ("meetings", "Thema's", "geen polarisatie"),
     ("meetings", "Thema's", "Wantrouwen in politie en overheid"),
     ("networks", "Basisteam", "niet Lekpoort"), ("networks", "Basisteam", "Basisteam niet Lekpoort"),
     ("networks", "Gemeente", "Geen Houten")],
)  # fmt: skip
def test_a_text_that_denies_a_word_is_never_said_to_mean_it(check, kind, column, typed):
    assert meant(check, kind, column, typed) == (None, None)


@pytest.mark.parametrize(
    "typed", ["niet gehouden", "Niet-gehouden.", "niet doorgegaan", "ging niet door", "not held"]
)
def test_a_meeting_that_was_not_held_is_offered_as_cancelled(check, typed):
    assert meant(check, "meetings", "Status", typed) == ("geannuleerd", "geannuleerd")


def test_what_was_not_held_is_said_in_the_language_of_the_headings(check):
    names = {"network_id": "AMBER", "date": "1-3-2026", "status": "niet gehouden"}
    headings = ";".join(words("en")(f"column.{name}") for name in names)
    text = f"{headings}\n{';'.join(names.values())}\n"
    (problem,) = check({"networks": NETWORKS, "meetings": text}).errors
    assert (problem.suggestion, problem.mend) == ("cancelled", "cancelled")


@pytest.mark.parametrize(
    ("kind", "column", "typed"),
    [("meetings", "Thema's", "Politie"), ("meetings", "Ingebracht door", "p"),
     ("meetings", "Soort", "s"), *(("meetings", "Thema's", text) for text in ("-", "o", "e", "y"))],
)  # fmt: skip
def test_a_letter_or_another_word_is_not_taken_for_a_name(check, kind, column, typed):
    assert meant(check, kind, column, typed) == (None, None)


@pytest.mark.parametrize(
    ("column", "typed", "suggestion", "mend"),
    [("Gemeente", "Wijk", "Wijk bij Duurstede", None),
     ("Gemeente", "Wijk bij D", "Wijk bij Duurstede", "Wijk bij Duurstede"),
     ("Basisteam", "Lelystad", "Lelystad-Zeewolde", "Lelystad-Zeewolde"),
     ("Basisteam", "Utrecht", None, None), ("Basisteam", "Almere", None, None),
     ("Basisteam", "Utrecht Nord", "Utrecht-Noord", "Utrecht-Noord")],
)  # fmt: skip
def test_a_shortened_name_is_clear_where_it_is_long_and_of_one_only(
    check, column, typed, suggestion, mend
):
    assert meant(check, "networks", column, typed) == (suggestion, mend)


@pytest.mark.parametrize(
    ("kind", "column", "typed", "mend"),
    [("networks", "Basisteam", "Basisteam Lekpoort", "Lekpoort"),
     ("networks", "Basisteam", "basisteam: Lekport", "Lekpoort"),
     ("networks", "Basisteam", "Basisteam Utrecht", None),
     ("networks", "Gemeente", "Gemeente Houten", "Houten"),
     ("meetings", "Status", "Status: gehouden", "gehouden")],
)  # fmt: skip
def test_the_title_of_the_column_before_a_word_says_nothing(check, kind, column, typed, mend):
    assert meant(check, kind, column, typed) == (mend, mend)


@pytest.mark.parametrize(
    ("kind", "column", "typed", "mend"),
    [("meetings", "Soort", "spoet", "spoed"), ("networks", "Gemeente", "Bilt", "De Bilt")],
)
def test_one_letter_or_article_is_enough_in_a_short_word(check, kind, column, typed, mend):
    assert meant(check, kind, column, typed) == (mend, mend)


def test_a_theme_is_suggested_in_the_language_of_the_headings(check):
    assert meant(check, "meetings", "Thema's", "Youth nuisence") == ("Jongerenoverlast",) * 2


def test_two_values_that_are_as_near_give_none_and_two_spellings_of_one_value_do():
    assert nearest("Amberr", {"Amber1": "1", "Amber2": "2"}) is None
    assert nearest("Amberr", {"Amber1": "1", "Amber2": "1"}) == Near("Amber1", True)
