"""Folders for what may lie on a disk only while it is being read: uploads, drafts. Each goes when its
work is done; what a crash left is cleared by whoever comes next."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX = "bondgenoten-"
_LOCK = ".in-use"
YOUNG = 60.0  # seconds: a folder may have been made and not yet be locked


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder of our own, gone at the end."""
    clear()
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as place, FileLock(Path(place) / _LOCK):
        yield Path(place)


def clear() -> None:
    """Takes away folders whose process is gone: the system released their locks."""
    for place in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _is_left(place):
            shutil.rmtree(place, ignore_errors=True)


def _is_left(place: Path) -> bool:
    try:
        if time.time() - place.stat().st_mtime < YOUNG:
            return False
        with FileLock(place / _LOCK, timeout=0):
            return True
    except (OSError, Timeout):  # in use, somebody else's, or gone meanwhile
        return False
