"""How long the paper takes: `python tests/benchmarks/paper.py REGISTER [QUARTER]`.

Without a register, the demo. Prints the seconds of counting, of printing and of all files, and the
budget: 3 seconds for the demo, 20 for a country. It asserts nothing.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from bondgenoten import demo, paper, store
from bondgenoten.language import words
from bondgenoten.periods import Quarter

Made = TypeVar("Made")


def timed(what: str, make: Callable[[], Made]) -> Made:
    wall, own = time.perf_counter(), time.process_time()
    made = make()
    print(
        f"{what:10s} {time.perf_counter() - wall:6.2f} s, processor {time.process_time() - own:6.2f} s"
    )
    return made


def main(database: Path | None, quarter: Quarter) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if database is None:
            database = Path(folder) / "demo.duckdb"
            demo.build(database)
        reader, at = store.reader(database), database
        review = timed("counting", lambda: paper.gather(store.reader(at), quarter))
        made = timed("printing", lambda: paper.pdf(review, words("nl")))
        timed("all files", lambda: paper.save(review, words("nl"), Path(folder) / "out"))
        teams = len(review.level("compliance", "basisteam"))
        networks = len(review.tables["norm"])
        print(
            f"{teams} basisteams, {networks} networks, {len(made):,d} bytes of PDF, {reader.version}"
        )


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        Path(given[0]) if given else None, Quarter.parse(given[1] if len(given) > 1 else "2026-Q3")
    )
