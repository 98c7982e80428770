"""How long a server takes to answer: on a fresh machine, where it makes the demo first, and after that.

    PYTHONPATH=.:tests/browser python tests/benchmarks/start.py

Prints the median seconds of both, and their ratio. The budget of a fresh machine is 10 seconds; it
asserts nothing.
"""

import tempfile
from pathlib import Path
from statistics import median

from server import start

TURNS = 3


def seconds(register: Path) -> float:
    server = start(register)
    server.close()
    return server.seconds


def main() -> None:
    fresh, again = [], []
    for _ in range(TURNS):
        with tempfile.TemporaryDirectory() as folder:
            register = Path(folder) / "register.duckdb"
            fresh.append(seconds(register))
            again.append(seconds(register))
    made, stood = median(fresh), median(again)
    print(f"fresh {made:.1f} s  with a register {stood:.1f} s  ratio {made / stood:.2f}")


if __name__ == "__main__":
    main()
