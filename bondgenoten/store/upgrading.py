"""Brings a register of an earlier schema to today's, one step of upgrades/ at a time.

A step only adds: what was recorded stays as it was. The file is a draft, never the register itself.
"""

from functools import cache
from pathlib import Path

import duckdb

SCHEMA = 2
STEPS = Path(__file__).parent / "upgrades"  # <n>.sql goes from schema n - 1 to n
SQL = Path(__file__).parents[1] / "sql"
_COLUMNS = "select table_name, list(column_name) from duckdb_columns() where database_name = ? group by all"


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
    if found > SCHEMA:
        raise Foreign(str(found))
    try:
        connection.execute(_every_column())
    except (duckdb.BinderException, duckdb.CatalogException) as lacking:
        raise Foreign(str(found)) from lacking


@cache
def _every_column() -> str:
    """A query that names every table and column of today, and reads no row."""
    with duckdb.connect() as scratch:
        scratch.execute((SQL / "tables.sql").read_text("utf-8"))
        tables = scratch.execute(_COLUMNS, ["memory"]).fetchall()
    asked = (f"select 1 from (select {', '.join(c)} from register.{t})" for t, c in tables)
    return f"select 1 from ({' union all '.join(asked)}) limit 0"


def schema(connection: duckdb.DuckDBPyConnection, place: str) -> int:
    found = connection.execute(f"select value from {place}.about where key = 'schema'").fetchone()
    return int(found[0]) if found else 0
