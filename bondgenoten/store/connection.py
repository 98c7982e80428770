"""A connection to one version of the register: queries, staging tables, and the one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from bondgenoten.store.content import content
from bondgenoten.store.macros import Macros

Parameters = Sequence[Any] | Mapping[str, Any]
BATCH = 10_000  # rows


class Connection:
    """Queries on one version of the register; each runs on a cursor of its own."""

    keeps = False  # whether answers that never change are kept

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._macros = Macros(connection, keeps=self.keeps)

    def query(self, sql: str, parameters: Parameters = (), **views: pd.DataFrame) -> pd.DataFrame:
        """The answer as a frame with Arrow types: dates stay dates, whole numbers whole.

        Each frame of `views` can be read in this one query under its name.
        """
        tables = {name: pa.Table.from_pandas(frame) for name, frame in views.items()}
        return self.arrow(sql, parameters, **tables).to_pandas(types_mapper=pd.ArrowDtype)

    def arrow(self, sql: str, parameters: Parameters = (), **views: pa.Table) -> pa.Table:
        made = self._made(sql, parameters)
        with self._connection.cursor() as cursor:
            for name, table in views.items():
                cursor.register(name, table)
            return cursor.execute(made, parameters).to_arrow_table()

    def batches(
        self, sql: str, parameters: Parameters = (), size: int = BATCH
    ) -> pa.RecordBatchReader:
        """The answer as it comes, some rows at a time: a million of them need no memory at once."""
        made = self._made(sql, parameters)
        cursor = self._connection.cursor()
        answer = cursor.execute(made, parameters).to_arrow_reader(size)

        def held() -> Iterator[pa.RecordBatch]:
            with cursor:
                yield from answer

        return pa.RecordBatchReader.from_batches(answer.schema, held())

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        made = self._made(sql, parameters)
        with self._connection.cursor() as cursor:
            return cursor.execute(made, parameters).fetchall()

    def execute(self, sql: str, parameters: Parameters = ()) -> None:
        self._connection.execute(self._made(sql, parameters), parameters)

    def register(self, name: str, table: pa.Table) -> None:
        """Makes an Arrow table readable as a view of this name."""
        self._connection.register(name, table)

    def close(self) -> None:
        self._connection.close()

    def _made(self, sql: str, parameters: Parameters) -> str:
        """The query as it runs, with its macros there; the moment of what was known is `$known_at`."""
        known_at = parameters.get("known_at") if isinstance(parameters, Mapping) else None
        return self._macros.make(sql, is_earlier=known_at not in (None, "infinity"))


class Reader(Connection):
    """A shared connection on one version; `version` names the version it reads."""

    keeps = True

    def __init__(self, connection: duckdb.DuckDBPyConnection, version: str) -> None:
        super().__init__(connection)
        self.version = version

    @cached_property
    def content(self) -> str:
        """The hash of all it holds; the same on every machine, as `version` is not."""
        return content(self)


class Draft(Connection):
    """A copy of the register to change; published when its one transaction has ended well."""

    is_changed = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Runs the block as one transaction on `register`; an exception undoes all of it. It only
        writes: what it needs of the definitions is asked before it, a transaction cannot make one."""
        self._connection.execute("begin")
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")
        self.is_changed = True
