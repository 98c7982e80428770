"""The demo register, from the invented files of data/demo, through the same doors as real files: what
was known in July, the review of the second quarter, and all that came since.

How those files were made is in data/demo/make.py.
"""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

from bondgenoten import intake, reviews, store, versions
from bondgenoten.periods import Quarter

AS_OF = date(2026, 11, 23)
RECORDED_AT = datetime(2026, 11, 23, 6, 0)  # UTC; fixed, so that the demo never depends on a clock
REVIEWED = date(2026, 7, 20)
REVIEWED_AT = datetime(2026, 7, 20, 6, 0)  # UTC, as all that follows
QUARTER = Quarter(2026, 2)
# What was decided then, by whom, before when, and when it was done.
DECISIONS = (
    ("Met De Copen afspreken wie de opgave van het kwartaal bevestigt", "district_chief",
     date(2026, 9, 15), date(2026, 9, 8)),
    ("Nagaan of Almere Haven-Poort dit jaar weer een netwerk kan beginnen", "basisteam_chief",
     date(2026, 11, 1), None),
)  # fmt: skip
FOLDER = store.ROOT / "data" / "demo"
KINDS = ("networks", "meetings", "pauses", "confirmations")
FILES = tuple(FOLDER / f"{kind}.csv" for kind in KINDS)
FILES_OF_JULY = tuple(FOLDER / "july" / f"{kind}.csv" for kind in KINDS)


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
    store.create(path, kind="demo", as_of=AS_OF, recorded_at=REVIEWED_AT)
    _import(path, FILES_OF_JULY, REVIEWED, REVIEWED_AT)
    _review(path)
    _import(path, FILES, AS_OF, RECORDED_AT)
    return path


def _import(path: Path, files: tuple[Path, ...], as_of: date, recorded_at: datetime) -> None:
    report = intake.import_files(path, files, source="demo", as_of=as_of, recorded_at=recorded_at)
    if not report.written:
        raise ValueError("\n".join(report.lines("en")))


def _review(path: Path) -> None:
    """The second quarter is closed, and two things are decided; one has been done since."""
    reviews.close(path, QUARTER, as_of=REVIEWED, closed_at=REVIEWED_AT + timedelta(hours=6))
    for decision, actor, due_on, done_on in DECISIONS:
        at = REVIEWED_AT + timedelta(hours=7)
        number = reviews.decide(path, QUARTER, decision, actor, due_on, at)
        if done_on:
            reviews.finish(
                path, number, done_on, datetime(done_on.year, done_on.month, done_on.day)
            )


def _must_be_demo(database: Path) -> None:
    with store.reading(database) as connection:
        if store.about(connection)["kind"] != "demo":
            raise FileExistsError(str(database))
