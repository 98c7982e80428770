"""The version of the definitions: which one sql/versions.toml says these are, and how one is added.

Definitions whose figures change are a new version, and their figures a series of their own. A change
of wording or speed keeps the version. `python -m bondgenoten.definitions` adds either. What the
definitions say stands in sql/, how they are told in the catalogue.
"""

import hashlib
import sys
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

ROOM = Path(__file__).parent
SQL = ROOM / "sql"
VERSIONS = SQL / "versions.toml"
# The code that computes or judges what SQL does not.
JUDGES = ("periods.py", "signals.py", "metrics/verdicts.py")
USAGE = """usage: python -m bondgenoten.definitions same
       python -m bondgenoten.definitions new WHAT_NL WHAT_EN"""


@dataclass(frozen=True)
class Entry:
    """One state of the definitions; without `changes_figures` it has the version before it."""

    version: int
    date: date
    changes_figures: bool
    what_nl: str
    what_en: str
    sha256: str


@cache
def entries() -> tuple[Entry, ...]:
    """Every state there has been, in order."""
    return tuple(Entry(**entry) for entry in tomllib.loads(VERSIONS.read_text("utf-8"))["entry"])


@cache
def current() -> str:
    """The version that runs: its number, and where nobody entered these definitions their hash too."""
    sha256 = fingerprint()
    for entry in reversed(entries()):
        if entry.sha256 == sha256:
            return str(entry.version)
    return f"{entries()[-1].version}+{sha256[:8]}"


def entry_of(version: str) -> Entry | None:
    """The entry that began a version; None for one that was never entered."""
    return next((e for e in entries() if e.changes_figures and str(e.version) == version), None)


def hashes() -> dict[str, str]:
    """The SHA-256 of each definition, by the name of its file."""
    files = [*sorted(SQL.glob("*/*.sql")), *(ROOM / name for name in JUDGES)]
    return {file.stem: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def fingerprint() -> str:
    """One SHA-256 over all of them."""
    told = "\n".join(f"{name} {sha256}" for name, sha256 in hashes().items())
    return hashlib.sha256(told.encode()).hexdigest()


def add(changes_figures: bool, what_nl: str, what_en: str, day: date) -> Entry:
    """Enters the definitions as they are now. Of one day only the last state with the same figures
    is kept: nobody closed a quarter by those between."""
    last, text = entries()[-1], VERSIONS.read_text("utf-8")
    if not (changes_figures or last.changes_figures) and last.date == day:
        text = text[: text.rindex("[[entry]]")]
    version = last.version + changes_figures
    entry = Entry(version, day, changes_figures, what_nl, what_en, fingerprint())
    VERSIONS.write_text(f"{text.rstrip()}\n\n{_written(entry)}", "utf-8")
    return entry


def _written(entry: Entry) -> str:
    quoted = (f"{name} = {_toml(value)}\n" for name, value in vars(entry).items())
    return f"[[entry]]\n{''.join(quoted)}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def main(words: list[str]) -> None:
    if words == ["same"]:
        add(False, "Dezelfde cijfers.", "The same figures.", date.today())
    elif len(words) == 3 and words[0] == "new" and '"' not in "".join(words):
        add(True, words[1], words[2], date.today())
    else:
        sys.exit(USAGE)


if __name__ == "__main__":
    main(sys.argv[1:])
