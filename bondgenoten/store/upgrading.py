"""Brings a register of an earlier schema to today's, one step of upgrades/ at a time.

A step only adds: what was recorded stays as it was. The file is a draft, never the register itself.
"""

from pathlib import Path

import duckdb

SCHEMA = 2
STEPS = Path(__file__).parent / "upgrades"  # <n>.sql goes from schema n - 1 to n


class Outdated(Exception):
    """The file is a register of an earlier schema."""


class Newer(Exception):
    """The file is a register of a later schema than this program knows."""


def upgrade(file: Path) -> None:
    """Takes every step that `file` has not had; does nothing to a register of today."""
    with duckdb.connect(file) as connection:
        for number in range(schema(connection, "main") + 1, SCHEMA + 1):
            connection.execute("begin")
            connection.execute((STEPS / f"{number}.sql").read_text("utf-8"))
            connection.execute("update about set value = ? where key = 'schema'", [str(number)])
            connection.execute("commit")


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises Outdated or Newer where the attached register has another schema than today's."""
    found = schema(connection, "register")
    if found != SCHEMA:
        raise (Outdated if found < SCHEMA else Newer)(str(found))


def schema(connection: duckdb.DuckDBPyConnection, place: str) -> int:
    found = connection.execute(f"select value from {place}.about where key = 'schema'").fetchone()
    return int(found[0]) if found else 0
