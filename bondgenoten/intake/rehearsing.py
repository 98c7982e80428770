"""A register as it would be: a change is made in a private draft of it that is thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bondgenoten import scratch, store, versions

NAME = "register.duckdb"


@contextmanager
def drafting(database: Path) -> Iterator[tuple[store.Connection, store.Draft]]:
    """The register as it is and a draft to change, both of one version; no writer waits."""
    with scratch.folder() as folder:
        # A version is replaced by renaming, so a copy is of one version, whole, without the lock.
        versions.copy(database, folder / NAME)
        with drafted(folder / NAME) as both:
            yield both


@contextmanager
def drafted(path: Path) -> Iterator[tuple[store.Connection, store.Draft]]:
    """The same of a register that is private already."""
    with store.reading(path) as before, store.writing(path) as draft:
        try:
            yield before, draft
        finally:
            draft.is_changed = False  # never published, not even there
