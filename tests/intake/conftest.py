"""A cast of networks as a secretary would type them, and a way to send files in."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest

from bondgenoten import store
from bondgenoten.intake import Report, import_files

T = date(2026, 11, 23)

# Amber is active since 2019, Esdoorn has ended.
NETWORKS = """\
Netwerknummer;Naam;Basisteam;Gemeente;Schaal;Gebied;Startdatum;Einddatum;\
Leden politie;Leden gemeente;Leden burgers
AMBER;Bondgenoten Amber;Lekpoort;Houten;Wijk;;1-1-2019;;1;1;6
ESDOORN;Bondgenoten Esdoorn;Lekpoort;Houten;Stad;;1-1-2019;30-6-2026;1;1;6
"""
MEETINGS = """\
Netwerknummer;Datum;Status;Soort;Thema's;Ingebracht door;Aanwezig politie;Aanwezig gemeente;Aanwezig burgers
AMBER;1-3-2026;Gehouden;Regulier;Polarisatie;Politie;1;1;5
"""
PAUSES = """\
Netwerknummer;Onderbroken vanaf;Onderbroken tot en met;Reden
AMBER;1-7-2026;31-7-2026;Zomerstop
"""
CONFIRMATIONS = """\
Basisteam;Bijgewerkt tot en met;Bevestigd op
Lekpoort;30-9-2026;10-10-2026
"""
CAST = {
    "networks": NETWORKS, "meetings": MEETINGS, "pauses": PAUSES, "confirmations": CONFIRMATIONS,
}  # fmt: skip

Send = Callable[..., Report]


def with_rows(kind: str, *rows: str) -> str:
    """The headings of a kind with other rows below them."""
    return "\n".join([CAST[kind].splitlines()[0], *rows, ""])


def with_cell(kind: str, column: str, value: str) -> str:
    """The cast's file of a kind, with one cell of its first row replaced."""
    headings, first, *rest = CAST[kind].splitlines()
    cells = first.split(";")
    cells[headings.split(";").index(column)] = value
    return "\n".join([headings, ";".join(cells), *rest, ""])


def found(report: Report, severity: str = "error") -> list[tuple[str | None, str]]:
    """The cells and codes of a report."""
    return [(p.cell, p.code) for p in report.problems if p.severity == severity]


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register that is only read."""
    path = tmp_path_factory.mktemp("blank") / "register.duckdb"
    store.create(path, kind="real", as_of=T, recorded_at=datetime(2026, 1, 1))
    return path


@pytest.fixture
def register(blank: Path, tmp_path: Path) -> Path:
    """An empty register of this test alone."""
    return Path(shutil.copy(blank, tmp_path / "register.duckdb"))


@pytest.fixture
def check(blank: Path, tmp_path: Path) -> Send:
    """A dry run of files, given as text or bytes by name, against the empty register."""
    return partial(_import, blank, tmp_path, dry_run=True)


@pytest.fixture
def send(register: Path, tmp_path: Path) -> Send:
    """Imports files, given as text or bytes by name, into the register of this test."""
    return partial(_import, register, tmp_path)


def _import(
    register: Path, folder: Path, files: dict[str, str | bytes], **options: object
) -> Report:
    paths = []
    for name, content in files.items():
        path = folder / (name if "." in name else f"{name}.csv")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return import_files(register, paths, **{"as_of": T, **options})
