"""Opens one file of the register: attached in memory, every way out shut."""

from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from bondgenoten import periods
from bondgenoten.store import upgrading

YEARS = (2005, 2060)  # the quarters a register can be asked about


class Damaged(Exception):
    """The file is not a register, or not one this version of the program can read."""


def open_version(path: Path, mode: str) -> duckdb.DuckDBPyConnection:
    """Raises Damaged, and upgrading.Outdated where the register has to be upgraded first."""
    connection = start()
    try:
        quoted = str(path).replace("'", "''")
        connection.execute(f"attach '{quoted}' as register ({mode})")
        upgrading.check(connection)
        ready(connection)
    except upgrading.Outdated:
        connection.close()
        raise
    except (duckdb.Error, upgrading.Foreign) as fault:
        connection.close()
        raise Damaged(str(path)) from fault
    return connection


def start() -> duckdb.DuckDBPyConnection:
    """A database in memory that reads no variables of Python."""
    return duckdb.connect(config={"python_enable_replacements": False})


def ready(connection: duckdb.DuckDBPyConnection) -> None:
    """Loads the quarters beside the attached `register`, and shuts every way out."""
    norms = connection.execute("select year_from, confirmation_days from register.norm").fetchall()
    connection.register("computed", _quarters(tuple(norms)))
    connection.execute("create table quarters as from computed")
    connection.unregister("computed")
    connection.execute("set enable_external_access = false; set lock_configuration = true")


@cache
def _quarters(norms: tuple[tuple[int, int], ...]) -> pa.Table:
    """Every quarter with its first and last day and its deadline, by the norm of its year."""
    days = dict(norms)
    columns: list[tuple[str, date, date, date]] = []
    for quarter in periods.quarters(*YEARS):
        holds_from = max((year for year in days if year <= quarter.year), default=min(days))
        deadline = quarter.deadline(days[holds_from])
        columns.append((str(quarter), quarter.starts_on, quarter.ends_on, deadline))
    names = ("quarter", "starts_on", "ends_on", "deadline")
    return pa.table(dict(zip(names, map(list, zip(*columns, strict=True)), strict=True)))
