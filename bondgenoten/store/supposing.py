"""The register as it might have been, to ask figures of: with the reference data of another day, or
with the changes of one moment taken apart. Nothing here is ever written.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from bondgenoten.store.connection import Connection
from bondgenoten.store.opening import ready, start

KEYS = {
    "networks": "network_id",
    "meetings": "network_id, date",
    "pauses": "network_id, paused_from",
    "confirmations": "basisteam, covers_until, confirmed_on",
}
# What is added stands first, then what is corrected, then what is withdrawn.
_APART = """
create table register.{table} as select * exclude (earlier, later) replace (
    case when recorded_at <= $since or earlier is null then recorded_at
        else recorded_at + to_microseconds(1) end as recorded_at,
    case when superseded_at is null or superseded_at <= $since then superseded_at
        when later = superseded_at then superseded_at + to_microseconds(1)
        else superseded_at + to_microseconds(2) end as superseded_at
) from (
    select *, lag(recorded_at) over same_key as earlier, lead(recorded_at) over same_key as later
    from kept.{table} window same_key as (partition by {key} order by recorded_at)
)
"""


def written(connection: Connection, table: str) -> str:
    """The rows of a reference table as text, to be kept and given to `supposing`."""
    rows = connection.arrow(f"from register.{table}").to_pylist()
    return json.dumps(rows, default=str, ensure_ascii=False)


@contextmanager
def supposing(
    connection: Connection,
    *,
    reference: Mapping[str, str] | None = None,
    apart_since: datetime | None = None,
) -> Iterator[Connection]:
    """A connection to the same register with other reference tables (as `written`), or with the
    changes after `apart_since` a microsecond apart by kind: added, corrected, withdrawn."""
    found = connection.rows("select path from duckdb_databases() where database_name = 'register'")
    supposed = start()
    try:
        quoted = str(Path(found[0][0])).replace("'", "''")
        supposed.execute(f"attach '{quoted}' as kept (read_only); attach ':memory:' as register")
        for (table,) in supposed.execute(
            "select table_name from duckdb_tables() where database_name = 'kept'"
        ).fetchall():
            if table in (reference or {}):
                _load(supposed, table, json.loads((reference or {})[table]))
            elif apart_since and table in KEYS:
                asked = _APART.format(table=table, key=KEYS[table])
                supposed.execute(asked, {"since": apart_since})
            else:
                supposed.execute(f"create view register.{table} as from kept.{table}")
        ready(supposed)
        yield Connection(supposed)
    finally:
        supposed.close()


def _load(supposed: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    supposed.execute(f"create table register.{table} as from kept.{table} limit 0")
    if rows:
        supposed.register("incoming", pa.Table.from_pylist(rows))
        supposed.execute(f"insert into register.{table} by name select * from incoming")
        supposed.unregister("incoming")
