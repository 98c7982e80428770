"""The demo register, from the invented files of data/demo, through the same door as real files.

How those files were made is in data/demo/make.py.
"""

import shutil
from datetime import date, datetime
from pathlib import Path

from bondgenoten import intake, store, versions

AS_OF = date(2026, 11, 23)
RECORDED_AT = datetime(2026, 11, 23, 6, 0)  # UTC; fixed, so that the demo never depends on a clock
FOLDER = store.ROOT / "data" / "demo"
FILES = tuple(
    FOLDER / f"{kind}.csv" for kind in ("networks", "meetings", "pauses", "confirmations")
)


def build(database: Path) -> None:
    """Makes the demo register where none stands; FileExistsError where a real one does.

    Of two processes that start at once one builds and the other waits for it; a register is never
    seen half built.
    """
    with versions.lock(database):
        if database.exists():
            _must_be_demo(database)
            return
        workshop = database.with_name(f".{database.name}.demo")
        shutil.rmtree(workshop, ignore_errors=True)
        try:
            versions.publish(_built(workshop / database.name), database)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)


def _built(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    store.create(path, kind="demo", as_of=AS_OF, recorded_at=RECORDED_AT)
    report = intake.import_files(path, FILES, source="demo", as_of=AS_OF, recorded_at=RECORDED_AT)
    if not report.written:
        raise ValueError("\n".join(report.lines("en")))
    return path


def _must_be_demo(database: Path) -> None:
    with store.reading(database) as connection:
        if store.about(connection)["kind"] != "demo":
            raise FileExistsError(str(database))
