"""The house keeps its plan: imports run one way, and each outside part has one room."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted([*ROOT.glob("bondgenoten/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "dashboard.py"])

# From the ground up; a room imports only from rooms below it, or from itself.
FLOORS = (
    ("contract", "periods", "language", "formulas", "reference_checks"),
    ("proportion", "signals", "palette", "reference", "versions", "scratch", "definitions"),
    ("store",),
    ("metrics",),
    ("answers", "doctor", "intake", "exports"),
    ("charts", "history", "retelling", "reviews"),
    ("effects",),
    ("demo", "paper", "cli_types"),
    ("cli_export", "cli_import", "cli_ledger", "cli_review"),
    ("ui", "cli"),
    ("__main__", "dashboard", "pages"),
)
OUTSIDE = {
    "streamlit": ("ui", "pages", "dashboard"),
    "duckdb": ("store",),
    "plotly": ("charts", "palette"),
}
PURE = ("periods", "proportion", "signals", "contract")


def room_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "bondgenoten" else parts[0]


def imported(file: Path) -> set[str]:
    """Dotted names of everything a file imports, `from a import b` as `a.b`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def rooms_used(file: Path) -> set[str]:
    names = [name.split(".") for name in imported(file)]
    return {n[1] for n in names if n[0] == "bondgenoten" and len(n) > 1} | (
        {"pages"} if any(n[0] == "pages" for n in names) else set()
    )


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_imports_run_one_way(file: Path) -> None:
    floor = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    room = room_of(file)
    if room == "__init__":
        assert not rooms_used(file)
        return
    for used in rooms_used(file) - {room}:
        assert floor[used] < floor[room], f"{room} may not import {used}"


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_each_outside_part_has_its_room(file: Path) -> None:
    for name in imported(file):
        package = name.split(".")[0]
        assert room_of(file) in OUTSIDE.get(package, (room_of(file),)), f"{package} in {file}"


@pytest.mark.parametrize("room", PURE)
def test_pure_rooms_know_neither_database_nor_screen(room: str) -> None:
    for file in FILES:
        if room_of(file) == room:
            assert not {n.split(".")[0] for n in imported(file)} & {"duckdb", "streamlit", "pandas"}


def test_checking_knows_no_screen_and_no_register() -> None:
    for file in ROOT.glob("bondgenoten/intake/*check*.py"):
        assert not {n for n in imported(file) if n.startswith(("streamlit", "bondgenoten.ui"))}


@pytest.mark.parametrize("file", sorted(ROOT.glob("pages/*.py")), ids=lambda f: f.stem)
def test_a_page_is_a_table_of_contents(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) <= 80
    assert "select " not in text.lower() or "from register" not in text.lower()
    assert "<" not in text.replace("<=", "").replace("->", ""), "a page holds no HTML"


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_every_file_opens_with_what_lives_in_it(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), f"{file} does not say"


@pytest.mark.parametrize("file", sorted(ROOT.glob("bondgenoten/sql/*/*.sql")), ids=lambda f: f.stem)
def test_a_definition_has_the_name_of_its_file(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.startswith("-- ")
    assert f"create macro {file.stem}(" in text
    assert len(list(ROOT.glob(f"bondgenoten/sql/*/{file.name}"))) == 1
    assert text.count("create macro") == 1


def test_a_definition_stands_in_one_file() -> None:
    names = [file.stem for file in ROOT.glob("bondgenoten/sql/*/*.sql")]
    assert len(names) == len(set(names))
