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
    "memberships": "network_id",
    "stays": "network_id",
    "held_in_life": "date",
    "held_spans": "date",
    "held_so_far": "next_held_on nulls last",
    "planned_meetings": "date",
}
_KEPT = """
create macro {name}(known_at, only_networks) as table
from {name}_kept
where (only_networks is null or network_id in (select unnest(only_networks)))
    and case when known_at = timestamp 'infinity' then true else error('a moment is asked as $known_at') end
"""
BEFORE = (
    "_as_known"  # ends the name of a macro that asks what was known before, where answers are kept
)


class Macros:
    """The macros that one connection has; threads that share the connection share them. Only where
    the register never changes may it keep answers."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, keeps: bool = False) -> None:
        self._connection = connection
        self._kept = KEPT if keeps else {}
        self._made: set[str] = set()
        self._lock = threading.Lock()

    def make(self, sql: str, *, is_earlier: bool = False) -> str:
        """The query as it runs here, every macro that it needs made; `is_earlier` where it asks what
        was known before, of which nothing is kept."""
        is_apart = is_earlier and bool(self._kept)
        self._make(named(sql), is_apart=is_apart)
        return as_known(sql) if is_apart else sql

    def _make(self, names: tuple[str, ...], *, is_apart: bool) -> None:
        ending = BEFORE if is_apart else ""
        if self._made.issuperset(name + ending for name in names):
            return
        with self._lock:
            for name in names:
                if name + ending not in self._made:
                    self._make_one(name, is_apart=is_apart)
                    self._made.add(name + ending)

    def _make_one(self, name: str, *, is_apart: bool) -> None:
        text = texts()[name]
        if is_apart or name not in self._kept:
            self._connection.execute(as_known(text) if is_apart else text)
            return
        asked = text.replace(f"macro {name}(", f"temp macro {name}_asked(", 1)
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


@lru_cache(1024)
def as_known(sql: str) -> str:
    """A query or definition that calls the macros of what was known before."""
    return re.sub(rf"\b({'|'.join(texts())})(?=\s*\()", rf"\1{BEFORE}", sql)
