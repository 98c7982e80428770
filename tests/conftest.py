"""What every test may use: an empty register, and one to fill."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from cast import RECORDED_AT, Made, Recipe, Row, T, fill
from filelock import FileLock
from hypothesis import settings

from bondgenoten import demo, store

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """DuckDB in one thread: the workers share the cores already. What tests start as a program of its
    own has as many as it likes."""
    with pytest.MonkeyPatch.context() as patch:
        connect = duckdb.connect
        patch.setattr(
            duckdb, "connect",
            lambda *args, config=None, **more: connect(
                *args, config={**(config or {}), "threads": 1}, **more
            ),
        )  # fmt: skip
        yield


@pytest.fixture(scope="session")
def demo_register(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The demo, built once for all workers; to read and never to write in."""
    base = tmp_path_factory.getbasetemp()
    path = (base if worker_id == "master" else base.parent) / "shared" / "demo.duckdb"
    path.parent.mkdir(exist_ok=True)
    with FileLock(path.with_suffix(".built")):
        if not path.exists():
            demo.build(path)
    return path


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register of the real kind, to copy and never to write in."""
    path = tmp_path_factory.mktemp("blank") / "register.duckdb"
    store.create(path, kind="real", as_of=T, recorded_at=RECORDED_AT)
    return path


@pytest.fixture
def register(tmp_path: Path, blank: Path) -> Path:
    """The path of a new, empty register of the real kind."""
    return Path(shutil.copyfile(blank, tmp_path / "register.duckdb"))


@pytest.fixture(scope="session")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("patterns")


@pytest.fixture
def made(register: Path, patterns: Path) -> Made:
    """The register as a recipe leaves it: worked out once, and after that copied."""

    def make(recipe: Recipe) -> Path:
        pattern = patterns / f"{recipe.__module__}.{recipe.__qualname__}"
        if pattern.exists():
            shutil.copyfile(pattern, register)
        else:
            recipe(register)
            shutil.copyfile(register, pattern)
        return register

    return make


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory, blank: Path) -> Path:
    """Where random registers stand, one after another (registers.anew); an empty one beside it."""
    folder = tmp_path_factory.mktemp("random")
    shutil.copyfile(blank, folder / "blank.duckdb")
    return folder / "register.duckdb"


@pytest.fixture
def filled(register: Path) -> Callable[..., store.Reader]:
    """Fills the empty register and opens it."""

    def put(**tables: list[Row]) -> store.Reader:
        fill(register, **tables)
        return store.reader(register)

    return put
