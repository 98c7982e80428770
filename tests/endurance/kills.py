"""Kills a process that imports, at random moments, and looks at the register after each kill.

Run: PYTHONPATH=.:tests python tests/endurance/kills.py [times]. The suite does the same, fewer times.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cast import RECORDED_AT, T

from bondgenoten import doctor, intake, store

ROWS = 20  # networks in one delivery
LONGEST = 2.0  # imports a writer lives at most: half of the writers are killed in their first


def delivery(number: int) -> str:
    """A file of networks that no other delivery has."""
    lines = (f"{number}-{n},Net {n},lekpoort,Houten,city,2019-01-01,1,1,6" for n in range(ROWS))
    return "\n".join([
        "network_id,name,basisteam,municipality,scale,started_on,"
        "members_police,members_municipality,members_citizens", *lines, "",
    ])  # fmt: skip


def write(path: Path, turn: int, most: int = 1000) -> None:
    """Imports one delivery after another."""
    for number in range(most):
        file = path.with_name("delivery.csv")
        file.write_text(delivery(most * turn + number), "utf-8")
        intake.import_files(path, [file], as_of=T)


def forked(act: Callable[[], None]) -> int:
    """A process of its own that does this and no more."""
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return child


def kill(path: Path, times: int, seed: int = 2015) -> int:
    """Kills so many writers in a row; the number of deliveries that stand in the end.

    AssertionError where a register is not whole. No connection may be open in this process when it
    forks, so each look at the register is a private one.
    """
    generator = random.Random(seed)
    started = time.monotonic()
    os.waitpid(forked(partial(write, path, times, 1)), 0)
    one_import = time.monotonic() - started
    standing = look(path, 1)
    for turn in range(times):
        child = forked(partial(write, path, turn))
        time.sleep(generator.random() * LONGEST * one_import)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        standing = look(path, standing)
    return standing


def look(path: Path, before: int) -> int:
    """How many whole deliveries stand: never a part of one, never fewer than before."""
    with store.reading(path) as connection:
        networks = connection.rows("select count(*) from register.networks")[0][0]
        batches = connection.rows("select count(*) from register.batches where batch > 0")[0][0]
        noted = connection.rows("select coalesce(sum(rows_new), 0) from register.batch_files")[0][0]
    assert networks == batches * ROWS == noted
    assert batches >= before
    unsound = [finding for finding in doctor.examine(path, T) if finding.is_sound is False]
    assert not unsound, unsound
    return int(batches)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "register.duckdb"
        store.create(register, kind="real", as_of=T, recorded_at=RECORDED_AT)
        times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
        started = time.monotonic()
        stands = kill(register, times)
        print(f"{times} kills, {stands} deliveries whole, {time.monotonic() - started:.0f} s")
