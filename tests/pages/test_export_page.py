"""Export: what is chosen, how many rows, the first of them, the address that stays."""

from pathlib import Path

import pytest
from cast import T
from visits import Visit, text_of

from bondgenoten import metrics, store
from bondgenoten.exports.delivery import FORMS, PACKAGE


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_chosen(
    visit: Visit, one_network: Path, form: str, language: str
) -> None:
    at = visit(one_network, "export", vorm=form, taal=language)
    assert not at.exception
    assert {"nl": "1 rij", "en": "1 row"}[language] in text_of(at)
    assert "Amber" in text_of(at)
    assert "/export/norm." in at.code[0].value


def test_the_preview_has_twenty_rows_and_says_how_many_there_are(
    visit: Visit, demo_register: Path
) -> None:
    page = text_of(visit(demo_register, "export", cijfer="meetings"))
    rows = metrics.compute(store.reader(demo_register), "meetings", as_of=T)
    assert f"{len(rows):,} rijen".replace(",", ".") in page
    assert page.count("<tr>") == 20 + 1


def test_the_address_has_the_choices_that_matter_and_no_other(
    visit: Visit, demo_register: Path
) -> None:
    at = visit(demo_register, "export", cijfer="networks", district="West-Utrecht", jaar=2025)
    assert at.code[0].value.endswith("/export/networks.csv?district=West-Utrecht")
    at = visit(demo_register, "export", vorm="excel-nl", jaar=2025)
    assert at.code[0].value.endswith("/export/norm.csv?jaar=2025&vorm=excel-nl")


def test_a_package_names_every_file_in_it(visit: Visit, one_network: Path) -> None:
    page = text_of(visit(one_network, "export", cijfer=PACKAGE))
    assert all(f"{name}.csv" in page for name in metrics.METRICS)


def test_a_figure_of_all_years_says_so(visit: Visit, demo_register: Path) -> None:
    said = "heeft alle jaren"
    assert said in text_of(visit(demo_register, "export", cijfer="themes", jaar=2025))
    assert said not in text_of(visit(demo_register, "export", cijfer="norm", jaar=2025))
