"""The register as a file: a writers' lock, a draft beside it, the swap, the earlier versions.

Knows files only. A version that was replaced is kept in `versions/` beside the register, numbered
in order; the current one has no number yet.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

KEPT = 20
PATIENCE = 60.0  # seconds a writer waits for the one before it


class Busy(Exception):
    """Another process is writing and does not finish in time."""


class Missing(Exception):
    """There is no register at this path."""


class NoVersion(Exception):
    """The register has no earlier version of this number."""


@dataclass(frozen=True)
class Version:
    """An earlier state of the register, whole in a file of its own."""

    number: int
    path: Path
    saved_at: datetime
    size: int


@contextmanager
def lock(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Holds the one writer's place; Busy when it does not come free within `patience` seconds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = FileLock(path.with_name(f".{path.name}.lock"), timeout=patience)
    try:
        held.acquire()
    except Timeout as wait:
        raise Busy(str(path)) from wait
    try:
        yield
    finally:
        held.release()


def draft_of(path: Path) -> Path:
    """Where the next version is written; whatever a crash left there is cleared. Needs the lock."""
    draft = path.with_name(f".{path.name}.draft")
    discard(draft)
    return draft


def copy(source: Path, draft: Path) -> None:
    try:
        shutil.copyfile(source, draft)
    except FileNotFoundError as gone:
        raise Missing(str(source)) from gone


def discard(draft: Path) -> None:
    for leftover in (draft, draft.with_name(draft.name + ".wal")):
        leftover.unlink(missing_ok=True)


def publish(draft: Path, path: Path) -> None:
    """Makes the draft the register, in one rename; the one before it becomes a version."""
    _flush(draft)
    if path.exists():
        _keep(path)
    draft.replace(path)
    _flush(path.parent)
    for old in versions(path)[:-KEPT]:
        old.path.unlink()


def versions(path: Path) -> list[Version]:
    """The earlier versions, oldest first."""
    found = [_version(file) for file in _folder(path).glob(f"{path.stem}-*{path.suffix}")]
    return sorted((v for v in found if not _is_current(v, path)), key=lambda v: v.number)


def restore(path: Path, number: int) -> None:
    """Brings an earlier version back; the state it replaces is kept as a version in its turn."""
    with lock(path):
        chosen = next((v for v in versions(path) if v.number == number), None)
        if chosen is None:
            raise NoVersion(str(number)) if path.exists() or versions(path) else Missing(str(path))
        draft = draft_of(path)
        copy(chosen.path, draft)
        publish(draft, path)


def _folder(path: Path) -> Path:
    return path.parent / "versions"


def _version(file: Path) -> Version:
    state = file.stat()
    saved_at = datetime.fromtimestamp(state.st_mtime, UTC)
    return Version(int(file.stem.rpartition("-")[2]), file, saved_at, state.st_size)


def _is_current(version: Version, path: Path) -> bool:
    # A crash between keeping and renaming leaves the current file under a version's name too.
    return path.exists() and version.path.samefile(path)


def _keep(path: Path) -> None:
    folder = _folder(path)
    folder.mkdir(exist_ok=True)
    number = max((v.number for v in versions(path)), default=0) + 1
    kept = folder / f"{path.stem}-{number:06d}{path.suffix}"
    kept.unlink(missing_ok=True)
    os.link(path, kept)
    _flush(folder)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
