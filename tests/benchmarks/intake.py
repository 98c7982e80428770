"""Measures the import of 400,000 meetings against DuckDB's bare read_csv and insert. Not a test.

Run: python tests/benchmarks/intake.py [meetings] [networks]
"""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bondgenoten.contract import KINDS
from bondgenoten.intake import import_files

AS_OF = date(2026, 11, 23)
ALLOWED = "at most 10x bare + 2 s, below 1024 MB"
BARE = """
import sys, time, duckdb
start = time.perf_counter()
connection = duckdb.connect(sys.argv[2])
connection.execute("create table meetings as select * from read_csv(?)", [sys.argv[1]])
connection.close()
print(time.perf_counter() - start)
"""


def write_networks(file: Path, count: int) -> None:
    """Networks with different numbers, all from 2000."""
    with file.open("w", newline="", encoding="utf-8") as text:
        rows = csv.writer(text)
        rows.writerow(KINDS["networks"].names)
        for number in range(count):
            rows.writerow([f"N{number:05d}", f"Netwerk {number}", "utrecht-noord", "Utrecht",
                           "neighbourhood", "Overvecht", "2000-01-01", "", 1, 1, 6])  # fmt: skip


def write_meetings(file: Path, count: int, networks: int) -> None:
    """Meetings on different days of each network, with the themes and the dates people write."""
    chance = random.Random(1)
    themes = ("youth_nuisance", "Discriminatie", "Polarisatie", "trust", "Overig", "liveability")
    with file.open("w", newline="", encoding="utf-8") as text:
        rows = csv.writer(text)
        rows.writerow(KINDS["meetings"].names)
        for number in range(count):
            turn, network = divmod(number, networks)
            day = AS_OF - timedelta(days=60 * turn + chance.randrange(1, 59))
            written = day.isoformat() if number % 3 else f"{day.day}-{day.month}-{day.year}"
            chosen = "|".join(chance.sample(themes, chance.randrange(1, 4)))
            rows.writerow([f"N{network:05d}", written, "held", "regular", chosen, "police",
                           1, 1, chance.randrange(2, 8)])  # fmt: skip


def main(meetings: int = 400_000, networks: int = 10_000) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_networks(folder / "networks.csv", networks)
        write_meetings(folder / "meetings.csv", meetings, networks)
        arguments = [str(folder / "meetings.csv"), str(folder / "bare.duckdb")]
        run = subprocess.run(
            [sys.executable, "-c", BARE, *arguments], capture_output=True, text=True, check=True
        )
        bare = float(run.stdout)
        took = _import(folder, "meetings.csv")
        again = _import(folder, "meetings.csv")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"bare read_csv + insert  {bare:6.2f} s")
    print(f"import, all checks      {took:6.2f} s   {took / bare:.1f}x   ({ALLOWED})")
    print(f"the same file again     {again:6.2f} s")
    print(f"peak memory             {peak:6.0f} MB")


def _import(folder: Path, name: str) -> float:
    database = folder / "register.duckdb"
    if not database.exists():
        import_files(database, [folder / "networks.csv"], as_of=AS_OF)
    start = time.perf_counter()
    report = import_files(database, [folder / name], as_of=AS_OF)
    if report.refused:
        raise SystemExit("\n".join(report.lines("en")[:20]))
    return time.perf_counter() - start


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
