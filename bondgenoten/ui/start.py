"""What happens before the first page: a demo register where there is none, and warm caches."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from anyio import to_thread

from bondgenoten import demo, store

MAIN_SCRIPT = Path(__file__).with_name("app.py")


def ensure_register(path: Path) -> None:
    """Makes the demo register where no register stands; one visitor makes it, others wait."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    demo.build(path)


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Has the register and its first figures ready when the first visitor comes."""
    await to_thread.run_sync(_prepare)
    yield


def _prepare() -> None:
    # Imported here: a cached function needs the runtime, which starts after the launcher is read.
    from bondgenoten.ui import data  # noqa: PLC0415

    ensure_register(store.location())
    try:
        data.warm(store.location())
    except (store.Damaged, store.Missing):
        return  # each page says so itself, in the reader's language
