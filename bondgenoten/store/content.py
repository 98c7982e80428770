"""The register's content as one hash: the same rows give the same hash on every machine.

Whatever the order the rows lie in, the file they are in and the moment it was copied. It tells
versions apart; it is no seal against someone who forges rows.
"""

from collections.abc import Collection
from hashlib import sha256
from typing import Any, Protocol

SHORT = 8  # characters of the hash in a file name


class Source(Protocol):
    """What a hash needs of a connection."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]: ...


def content(connection: Source, only: Collection[str] = ()) -> str:
    """SHA-256 over every table, or those named: columns, number of rows, the sum of their MD5s.

    The salts are left out: they were made at random and say nothing.
    """
    tables: dict[str, list[tuple[str, str]]] = {}
    for table, column, kind in connection.rows(
        "select table_name, column_name, data_type from duckdb_columns()"
        " where database_name = 'register' and table_name <> 'salts'"
        " order by table_name, column_name"
    ):
        if not only or table in only:
            tables.setdefault(table, []).append((column, kind))
    lines = [f"{table}:{_rows(connection, table, columns)}" for table, columns in tables.items()]
    return sha256("\n".join(lines).encode()).hexdigest()


def _rows(connection: Source, table: str, columns: list[tuple[str, str]]) -> str:
    texts = ", ".join(f"coalesce({_text(name, kind)}, chr(30))" for name, kind in columns)
    counted = connection.rows(
        f"with lines as (select concat_ws(chr(31), {texts}) as line from register.{table})"
        " select count(*), sum(md5_number_upper(line)), sum(md5_number_lower(line)) from lines"
    )
    return f"{','.join(name for name, _ in columns)}:{counted[0]}"


def _text(column: str, kind: str) -> str:
    # Written out by us: how DuckDB prints a list is not promised.
    return f"array_to_string({column}, '|')" if kind.endswith("[]") else f"{column}::varchar"
