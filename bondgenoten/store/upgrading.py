"""Brings a register of an earlier schema to today's, one step of upgrades/ at a time.

A step only adds: what was recorded stays as it was. The file is a draft, never the register itself.
"""

from functools import cache
from pathlib import Path

import duckdb

SCHEMA = 2
STEPS = Path(__file__).parent / "upgrades"  # <n>.sql goes from schema n - 1 to n
SQL = Path(__file__).parents[1] / "sql"
_COLUMNS = "select table_name, column_name from duckdb_columns() where database_name = ?"


class Outdated(Exception):
    """The file is a register of an earlier schema."""


class Foreign(Exception):
    """The file is a register of a later schema than this program knows, or lacks a part of it."""


def upgrade(file: Path) -> None:
    """Takes every step that `file` has not had; does nothing to a register of today."""
    with duckdb.connect(file) as connection:
        for number in range(schema(connection, "main") + 1, SCHEMA + 1):
            connection.execute("begin")
            connection.execute((STEPS / f"{number}.sql").read_text("utf-8"))
            connection.execute("update about set value = ? where key = 'schema'", [str(number)])
            connection.execute("commit")


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """Raises Outdated or Foreign where the attached register has another schema than today's."""
    found = schema(connection, "register")
    if found < SCHEMA:
        raise Outdated(str(found))
    if found > SCHEMA or not _columns() <= set(
        connection.execute(_COLUMNS, ["register"]).fetchall()
    ):
        raise Foreign(str(found))


@cache
def _columns() -> frozenset[tuple[str, str]]:
    """Every table and column of today."""
    with duckdb.connect() as scratch:
        scratch.execute((SQL / "tables.sql").read_text("utf-8"))
        return frozenset(scratch.execute(_COLUMNS, ["memory"]).fetchall())


def schema(connection: duckdb.DuckDBPyConnection, place: str) -> int:
    found = connection.execute(f"select value from {place}.about where key = 'schema'").fetchone()
    return int(found[0]) if found else 0
