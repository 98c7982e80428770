"""Two writers and twenty readers on one register at once, for some time.

Run: PYTHONPATH=.:tests python tests/endurance/crowd.py [seconds]. The suite does the same, shorter.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date, timedelta
from pathlib import Path

from cast import RECORDED_AT, T, fill, network

from bondgenoten import intake, metrics, store

WRITERS, PROCESSES, THREADS = 2, 4, 5  # four processes of five readers
A_DELIVERY = 3  # meetings
FIRST_DAY = date(2019, 1, 2)


def write(path: Path, name: str, seconds: float) -> int:
    """Brings meetings of one network until the time is over; how many deliveries were written."""
    number, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        days = [FIRST_DAY + timedelta(days=A_DELIVERY * number + n) for n in range(A_DELIVERY)]
        file = path.with_name(f"{name}.csv")
        file.write_text(
            "network_id,date,status\n" + "".join(f"{name},{day},held\n" for day in days), "utf-8"
        )
        assert intake.import_files(path, [file], as_of=T).written
        number += 1
    return number


def read(path: Path, seconds: float, faults: list[str]) -> None:
    """Asks over and over; every answer is of one version, and no later one knows less."""
    before: dict[str, int] = {}
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        reader = store.reader(path)
        norm = metrics.compute(reader, "norm", as_of=T)
        held = dict(zip(norm["network_id"], norm["held"], strict=True))
        rows = dict(
            reader.rows(
                "select network_id, count(*) from register.meetings"
                " where superseded_at is null group by all"
            )
        )
        for name, number in rows.items():
            if number % A_DELIVERY or number < before.get(name, 0):
                faults.append(f"{name}: {number} meetings after {before.get(name, 0)}")
        if any(held.values()) or set(held) != {f"W{n}" for n in range(WRITERS)}:
            faults.append(f"norm {held}")  # all meetings are in 2019 and after: none in this year
        before = rows


def readers(path: Path, seconds: float) -> list[str]:
    """Five readers in one process; what went wrong."""
    faults: list[str] = []

    def one() -> None:
        try:
            read(path, seconds, faults)
        except Exception as fault:  # whatever it is, it is what this test looks for
            faults.append(repr(fault))

    threads = [threading.Thread(target=one) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def crowd(path: Path, seconds: float) -> int:
    """Runs them all on an empty register; AssertionError for a fault, a lost or a doubled row.

    Gives the number of deliveries that were written.
    """
    fill(path, networks=[network(f"W{n}") for n in range(WRITERS)])
    roles = [f"W{n}" for n in range(WRITERS)] + ["read"] * PROCESSES
    crew = [
        subprocess.Popen(
            [sys.executable, __file__, "--as", role, str(path), str(seconds)],
            stdout=subprocess.PIPE,
        )
        for role in roles
    ]
    answers = [json.loads(one.communicate(timeout=seconds + 60)[0]) for one in crew]
    assert all(one.returncode == 0 for one in crew)
    written, faults = answers[:WRITERS], answers[WRITERS:]
    assert not any(faults), faults
    stands = store.reader(path).rows(
        "select network_id, count(*) from register.meetings group by 1"
    )
    assert dict(stands) == {f"W{n}": A_DELIVERY * written[n] for n in range(WRITERS) if written[n]}
    return sum(written)


def play(role: str, path: Path, seconds: float) -> None:
    answer = readers(path, seconds) if role == "read" else write(path, role, seconds)
    print(json.dumps(answer))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--as"]:
        play(sys.argv[2], Path(sys.argv[3]), float(sys.argv[4]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            register = Path(folder) / "register.duckdb"
            store.create(register, kind="real", as_of=T, recorded_at=RECORDED_AT)
            lasts = float(sys.argv[1]) if len(sys.argv) > 1 else 60
            print(f"{crowd(register, lasts)} deliveries in {lasts:.0f} s, none lost")
