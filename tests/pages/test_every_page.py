"""Every page opens, in both languages, on whatever register there is."""

from pathlib import Path
from typing import Any

import pytest
from visits import PAGES, Visit, text_of

from bondgenoten import store

WRONG = {
    "jaar": "abc",
    "team": "nergens",
    "district": "Atlantis",
    "netwerk": "X' or 1=1",
    "peildatum": "2026-13-45",
    "taal": "fr",
    "volgorde": "achterstevoren",
    "gebeurtenis": "E999",
    "thema": "weather",
    "vanaf": "1999",
    "tab": "nergens",
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_opens_on_the_demo(visit: Visit, demo_register: Path, page: str, language: str) -> None:
    at = visit(demo_register, page, taal=language)
    assert not at.exception
    assert "<h1>" in text_of(at)
    said = {"nl": "Demogegevens, verzonnen", "en": "Demo data, invented"}[language]
    assert said in text_of(at)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_says_how_to_begin_where_nothing_is(
    visit: Visit, register: Path, page: str, language: str
) -> None:
    at = visit(register, page, taal=language)
    assert not at.exception
    if page == "definitions":
        assert len(at.code) > 10
    elif page == "data":
        assert at.file_uploader
    else:
        assert "python -m bondgenoten import" in text_of(at)
        assert "<table" not in text_of(at)
    assert "emo" not in at.html[0].value


@pytest.mark.parametrize("page", PAGES)
def test_opens_on_one_network(visit: Visit, one_network: Path, page: str) -> None:
    at = visit(one_network, page, netwerk="AMBER")
    assert not at.exception
    assert "<h1>" in text_of(at)


@pytest.mark.parametrize(
    ("page", "asked"),
    [*((page, WRONG) for page in PAGES), *(("overview", {n: v}) for n, v in WRONG.items())],
    ids=str,
)
def test_wrong_choices_are_said_and_do_no_harm(
    visit: Visit, demo_register: Path, page: str, asked: dict[str, Any]
) -> None:
    at = visit(demo_register, page, **asked)
    assert not at.exception
    notice = next(block.value for block in at.html if 'role="status"' in block.value)
    assert all(name in notice for name in asked)


@pytest.mark.parametrize("day", ["1800-01-01", "2028-01-01", "gisteren"])
def test_an_as_of_date_that_cannot_be_says_which_can(
    visit: Visit, demo_register: Path, day: str
) -> None:
    said = text_of(visit(demo_register, "norm", peildatum=day))
    assert "Een peildatum ligt van 1 januari 2007 tot en met 31 december 2027." in said
    assert "Een peildatum ligt" not in text_of(visit(demo_register, "norm", jaar="1800"))


def test_a_damaged_register_is_said_and_not_shown_as_a_traceback(
    visit: Visit, tmp_path: Path
) -> None:
    path = tmp_path / "register.duckdb"
    path.write_bytes(b"no register")
    at = visit(path)
    assert not at.exception
    assert "kan niet worden gelezen" in text_of(at)


def test_the_first_visit_makes_the_demo_where_no_register_stands(
    visit: Visit, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "register.duckdb"
    at = visit(path)
    assert not at.exception
    assert store.about(store.reader(path))["kind"] == "demo"
    assert "Demogegevens, verzonnen" in text_of(at)


def test_a_new_version_shows_at_the_next_run(visit: Visit, one_network: Path) -> None:
    from cast import fill, network

    at = visit(one_network)
    assert "1 van 1" in text_of(at)
    fill(one_network, networks=[network("BEEK", name="Beek")])
    at.run()
    assert "1 van 2" in text_of(at)


@pytest.mark.parametrize(
    ("name", "key", "asked", "said"),
    [
        ("overview", "networks-overview", {}, "actief, telt mee"),
        ("composition", "networks-composition", {}, "actief, telt mee"),
        ("composition", "evidence-composition", {}, "gehouden, telt mee"),
        ("unrest", "networks-unrest", {"gebeurtenis": "E034"}, "Stand op 14 oktober 2025."),
        ("unrest", "evidence-unrest", {}, "in vredestijd"),
        ("basisteam", "networks-basisteam", {"team": "lekpoort"}, "actief, telt mee"),
        ("basisteam", "evidence-twelve", {"team": "lekpoort"}, "24 november 2025 tot en met"),
    ],
)
def test_the_rows_behind_a_page_are_read_when_they_are_opened(
    visit: Visit, demo_register: Path, name: str, key: str, asked: dict[str, str], said: str
) -> None:
    at = visit(demo_register, name, **asked)
    closed = text_of(at)
    at.session_state[key] = True
    at.run()
    assert not at.exception
    assert text_of(at).count(said) > closed.count(said)
