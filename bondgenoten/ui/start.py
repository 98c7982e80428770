"""What happens before the first page: a demo register where there is none, and warm caches."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from anyio import to_thread

from bondgenoten import demo, scratch, store

SECONDS_BETWEEN_LOOKS = 5
log = logging.getLogger(__name__)
MAIN_SCRIPT = Path(__file__).with_name("app.py")


def ensure_register(path: Path) -> None:
    """Makes the demo register where no register stands; one visitor makes it, others wait."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    demo.build(path)


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Has the first figures ready when the first visitor comes, and keeps them so."""
    path = store.location()
    await to_thread.run_sync(_prepare, path)
    Thread(target=_keep_warm, args=(path,), daemon=True).start()
    yield


def _prepare(path: Path) -> None:
    # Imported here: a cached function needs the runtime, which starts after the launcher is read.
    from bondgenoten.ui import warming  # noqa: PLC0415

    ensure_register(path)
    scratch.clear()
    with _unharmed():
        warming.warm(path)


@contextmanager
def _unharmed() -> Iterator[None]:
    """Whatever is wrong with a register, the server starts and each page says what it is."""
    try:
        yield
    except (store.Damaged, store.Missing):
        pass
    except Exception:
        log.exception("the figures could not be made ready")


def _keep_warm(path: Path) -> None:
    """Asks the figures of each new version before a visitor does."""
    from bondgenoten.ui import warming  # noqa: PLC0415

    warmed = ""
    while True:
        with _unharmed():
            if (version := store.version(path)) != warmed:
                warming.warm(path)
                warming.warm_years(path)
                warming.warm_quarters(path)
                warmed = version
        sleep(SECONDS_BETWEEN_LOOKS)
