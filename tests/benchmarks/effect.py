"""Measures what the page counts before a commit: an import of some meetings into a register, rehearsed,
and each part of its effect. Not a test.

Run: python tests/benchmarks/effect.py REGISTER.duckdb   (tests/benchmarks/national.py makes a large one)
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bondgenoten import effects, intake, store

AS_OF = date(2026, 11, 23)
NETWORKS = 12


def timed(name: str, act: Callable[[], object]) -> None:
    started = time.perf_counter()
    act()
    print(f"{name:16}{time.perf_counter() - started:7.2f} s")


def main(register: Path) -> None:
    asked = f"select network_id from register.networks where ended_on is null limit {NETWORKS}"
    names = [name for (name,) in store.reader(register).rows(asked)]
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "meetings.csv"
        lines = (f"{name},2026-11-{day:02},held" for name in names for day in (2, 9))
        file.write_text("\n".join(["network_id,date,status", *lines]), "utf-8")
        started = time.perf_counter()
        with intake.rehearse(register, [file], as_of=AS_OF) as rehearsal:
            print(f"{'rehearsal':16}{time.perf_counter() - started:7.2f} s")
            before, after = rehearsal.before, rehearsal.after
            assert after, "these meetings are in it already"
            timed("effect, first", lambda: effects.effect(before, after, AS_OF))
            timed("effect, again", lambda: effects.effect(before, after, AS_OF))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
