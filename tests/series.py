"""Another definition for tests: the SQL as it might read next year, under a version of its own."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from bondgenoten import definitions, store
from bondgenoten.store import macros


def redefine(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, old: str, new: str) -> None:
    """From here on `sql/*/<name>.sql` reads `new` for `old`, as version 2 of the definitions."""
    sql = shutil.copytree(macros.SQL, folder / "sql")
    (file,) = sql.glob(f"*/{name}.sql")
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    monkeypatch.setattr(macros, "SQL", sql)
    changed = macros.texts.__wrapped__()
    monkeypatch.setattr(macros, "texts", lambda: changed)
    monkeypatch.setattr(macros, "named", cache(macros.named.__wrapped__))
    monkeypatch.setattr(definitions, "SQL", sql)
    monkeypatch.setattr(definitions, "current", lambda: "2")
    monkeypatch.setattr(store, "_readers", {})


def one_meeting_more(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A network owes one meeting a year more than it did."""
    redefine(monkeypatch, folder, "required_meetings", "(per_year *", "((per_year + 1) *")
