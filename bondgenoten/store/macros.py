"""The definitions of sql/ as macros of a connection, each made when a query first names it.

A query names a few of them; making all of them would cost more than most queries do. What nearly
every figure rests on is worked out once for a version that nobody changes any more.
"""

import re
import threading
from functools import cache, lru_cache
from graphlib import TopologicalSorter

import duckdb

from bondgenoten.store import upgrading

SQL = upgrading.SQL
_CALL = re.compile(r"(\w+)\s*\(")
# Of one version, as they are known now, in the order that makes the rows of a team or a year neighbours.
KEPT = {
    "lives": "network_id",
    "memberships": "network_id",
    "held_in_life": "date",
    "held_spans": "date",
    "planned_meetings": "date",
}
_KEPT = """
create macro {name}(known_at, only_networks) as table
from {name}_kept
where known_at = timestamp 'infinity'
    and (only_networks is null or network_id in (select unnest(only_networks)))
union all
from {name}_asked(known_at, only_networks)
where known_at <> timestamp 'infinity'
"""


class Macros:
    """The macros that one connection has; threads that share the connection share them. Only where
    the register never changes may it keep answers."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, keeps: bool = False) -> None:
        self._connection = connection
        self._kept = KEPT if keeps else {}
        self._made: set[str] = set()
        self._lock = threading.Lock()

    def make(self, sql: str) -> None:
        """Makes every macro that this query needs and the connection does not have yet."""
        self._make(named(sql))

    def _make(self, names: tuple[str, ...]) -> None:
        if self._made.issuperset(names):
            return
        with self._lock:
            for name in names:
                if name not in self._made:
                    self._make_one(name)
                    self._made.add(name)

    def _make_one(self, name: str) -> None:
        if name not in self._kept:
            self._connection.execute(texts()[name])
            return
        asked = texts()[name].replace(f"macro {name}(", f"macro {name}_asked(", 1)
        self._connection.execute(asked)
        self._connection.execute(
            f"create table {name}_kept as from {name}_asked('infinity', null) order by {KEPT[name]}"
        )
        self._connection.execute(_KEPT.format(name=name))


@cache
def texts() -> dict[str, str]:
    """Every definition by name, each after the ones it calls; a file has the name of its macro."""
    found = {file.stem: file.read_text("utf-8") for file in SQL.glob("*/*.sql")}
    calls = {name: _calls(text) & found.keys() - {name} for name, text in found.items()}
    return {name: found[name] for name in TopologicalSorter(calls).static_order()}


@lru_cache(1024)
def named(sql: str) -> tuple[str, ...]:
    """The macros that a query calls and all that those call, each after the ones it calls."""
    wanted, found = [sql], set[str]()
    while wanted:
        new = _calls(wanted.pop()) & texts().keys() - found
        found |= new
        wanted += [texts()[name] for name in new]
    return tuple(name for name in texts() if name in found)


def _calls(text: str) -> set[str]:
    return set(_CALL.findall(text))
