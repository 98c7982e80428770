"""The definitions have a version: a changed definition is entered before its figures are used."""

import hashlib
import itertools
from datetime import date
from pathlib import Path

import pytest

from bondgenoten import definitions

DAY = date(2027, 1, 4)


@pytest.fixture
def entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of versions to write in."""
    file = tmp_path / "versions.toml"
    file.write_bytes(definitions.VERSIONS.read_bytes())
    monkeypatch.setattr(definitions, "VERSIONS", file)
    monkeypatch.setattr(definitions, "entries", definitions.entries.__wrapped__)
    monkeypatch.setattr(definitions, "current", definitions.current.__wrapped__)
    return file


def change(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    monkeypatch.setattr(definitions, "hashes", lambda: {"norm": sha256})


def test_the_definitions_of_today_are_entered() -> None:
    assert definitions.fingerprint() in {entry.sha256 for entry in definitions.entries()}, (
        "a definition changed. Where every figure stays the same: "
        "`python -m bondgenoten.definitions same`; else `... new WHAT_NL WHAT_EN`"
    )


def test_versions_go_up_by_one_and_only_where_figures_change() -> None:
    entries = definitions.entries()
    assert (entries[0].version, entries[0].changes_figures) == (1, True)
    for before, entry in itertools.pairwise(entries):
        assert entry.version == before.version + entry.changes_figures
        assert entry.date >= before.date


def test_a_changed_definition_that_nobody_entered_is_a_series_of_its_own(
    entered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = definitions.current()
    change(monkeypatch, "select 1")
    assert definitions.current().startswith(f"{definitions.entries()[-1].version}+")
    assert definitions.current() != version


def test_the_same_figures_keep_the_version_and_others_start_one(
    entered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = definitions.entries()[-1].version
    for text in ("faster", "faster still"):
        change(monkeypatch, text)
        definitions.add(False, "Dezelfde cijfers.", "The same figures.", DAY)
        assert definitions.current() == str(first)
    assert [entry.date for entry in definitions.entries()].count(DAY) == 1
    change(monkeypatch, "another rule")
    definitions.add(True, "Norm van zes.", "A norm of six.", DAY)
    assert definitions.current() == str(first + 1)
    found = definitions.entry_of(str(first + 1))
    assert found is not None
    assert found.what_nl == "Norm van zes."
    assert definitions.entry_of("9+abc") is None


def test_the_command_says_how_it_is_used(entered: Path) -> None:
    before = entered.read_bytes()
    for words in ([], ["new"], ["new", 'a "quote"', "b"]):
        with pytest.raises(SystemExit, match="usage"):
            definitions.main(words)
    assert entered.read_bytes() == before
