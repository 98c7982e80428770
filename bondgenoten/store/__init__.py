"""The register in DuckDB: open a version to read, write a new version. Nothing else imports duckdb.

Every connection is an in-memory database with the register attached as `register`, the macros of
sql/ at hand, and no way out of it: no files, no network, no change of settings.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

from bondgenoten import reference, versions
from bondgenoten.store.connection import Connection, Draft, Reader
from bondgenoten.store.content import SHORT, content
from bondgenoten.store.opening import Damaged, open_version
from bondgenoten.store.supposing import supposing, written
from bondgenoten.store.upgrading import SCHEMA, SQL, Outdated, upgrade
from bondgenoten.versions import Busy, Missing

__all__ = [
    "SHORT",
    "Busy",
    "Connection",
    "Damaged",
    "Draft",
    "Missing",
    "Reader",
    "content",
    "local",
    "supposing",
    "written",
]

ROOT = Path(__file__).parents[2]
HERE = ZoneInfo("Europe/Amsterdam")


def location(given: str | Path | None = None) -> Path:
    """Where the register is: as given, by BONDGENOTEN_DATABASE, or data/bondgenoten.duckdb."""
    default = ROOT / "data" / "bondgenoten.duckdb"
    return Path(given or os.environ.get("BONDGENOTEN_DATABASE") or default).absolute()


MOST_READERS = 4  # registers one process keeps open to read
_readers: dict[Path, Reader] = {}
_readers_lock = threading.Lock()


def version(path: Path) -> str:
    """Names the version that stands at this path now; Missing when there is none."""
    try:
        state = path.stat()
    except FileNotFoundError as gone:
        raise Missing(str(path)) from gone
    return f"{state.st_ino}-{state.st_mtime_ns}"


def reader(path: Path) -> Reader:
    """The shared reader of the newest version; a version that came since is picked up here."""
    with _readers_lock:
        now = version(path)
        known = _readers.get(path)
        if known is None or known.version != now:
            known = _readers[path] = Reader(_opened(path), version(path))
            for other in list(_readers)[:-MOST_READERS]:
                del _readers[other]  # closed when the last query on it has ended
        return known


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A private connection on the version of this moment, with room for staging tables."""
    version(path)
    connection = Connection(_opened(path))
    try:
        yield connection
    finally:
        connection.close()


def _opened(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to read by; a register of an earlier schema is upgraded first, as a new version."""
    try:
        return open_version(path, "read_only")
    except Outdated:
        with writing(path) as draft, draft.transaction():
            pass
        return open_version(path, "read_only")


@contextmanager
def writing(path: Path) -> Iterator[Draft]:
    """A draft of the next version, published at the end of the block if its transaction ran.

    Waits for another writer (Busy when that lasts too long). An exception, a crash or a loss of
    power at any moment leaves the version before it whole.
    """
    with versions.lock(path):
        file = versions.draft_of(path)
        try:
            versions.copy(path, file)
            try:
                draft = Draft(_drafted(file))
            except Damaged as fault:  # as the copy is, so is the register
                raise Damaged(str(path)) from fault
            try:
                yield draft
                _detach(draft, draft.is_changed)
            finally:
                draft.close()
            if draft.is_changed:
                versions.publish(file, path)
        finally:
            versions.discard(file)


def create(
    path: Path, *, kind: str, as_of: date, recorded_at: datetime, folder: Path | None = None
) -> None:
    """Writes a new register with reference data and no networks; replaces one that is there.

    `kind` is `real` or `demo`. Raises reference.Faulty when the reference data does not hold.
    """
    tables = reference.load(folder or ROOT / "data" / "reference")
    about = {"kind": kind, "as_of": as_of.isoformat(), "schema": str(SCHEMA)}
    with versions.lock(path):
        file = versions.draft_of(path)
        connection = duckdb.connect(file)
        try:
            connection.execute((SQL / "tables.sql").read_text("utf-8"))
            connection.execute(
                "insert into about select unnest(?), unnest(?)", [list(about), list(about.values())]
            )
            connection.execute(
                "insert into batches values (0, ?, 'init', ?, null, null)", [recorded_at, as_of]
            )
            for name, table in tables.items():
                connection.register("incoming", table)
                connection.execute(f"insert into {name} by name select * from incoming")
                connection.unregister("incoming")
        finally:
            connection.close()
        versions.publish(file, path)


def about(connection: Connection) -> dict[str, str]:
    """What the register says of itself: kind (real or demo), as_of, schema."""
    return dict(connection.rows("select key, value from register.about"))


def as_of(connection: Connection) -> date:
    """The as-of date where none is asked: the demo's own, or today for real data."""
    known = about(connection)
    return date.fromisoformat(known["as_of"]) if known["kind"] == "demo" else today()


def today() -> date:
    """The civil date in the Netherlands, wherever the host keeps its clock."""
    return datetime.now(HERE).date()


def local(moment: datetime) -> datetime:
    """A moment as the register keeps it, in UTC, by the clock of the Netherlands."""
    return moment.replace(tzinfo=UTC).astimezone(HERE)


def _drafted(file: Path) -> duckdb.DuckDBPyConnection:
    """A connection to write by, on a draft that has been brought to today's schema."""
    try:
        return open_version(file, "read_write")
    except Outdated:
        upgrade(file)
        return open_version(file, "read_write")


def _detach(draft: Draft, checkpoint: bool) -> None:
    if checkpoint:
        draft.execute("checkpoint register")
    draft.execute("detach register")
