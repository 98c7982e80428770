"""Is the register whole and looked after? Each check gives a finding; words come last."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bondgenoten import contract, metrics, reference, store
from bondgenoten.store import teamless

ROOM = 3  # free disk needed, in registers: a draft, a version, and air


@dataclass(frozen=True)
class Finding:
    """One check: its message id is `doctor.<check>`; `is_sound` is None for mere information."""

    check: str
    is_sound: bool | None
    values: dict[str, Any] = field(default_factory=dict)


def examine(path: Path, as_of: date) -> list[Finding]:
    """All findings on the register at `path`; one finding only where it cannot be opened."""
    try:
        with store.reading(path) as connection:
            return [*_whole(connection), *_looked_after(connection, as_of), _disk(path), _files()]
    except (store.Missing, store.Damaged) as fault:
        return [Finding(type(fault).__name__.lower(), False, {"path": str(path)})]


def _whole(connection: store.Connection) -> Iterator[Finding]:
    doubles = sum(_doubles(connection, kind) for kind in contract.KINDS.values())
    orphans = connection.rows(
        "select count(*) from meetings_at('infinity'::timestamp, null)"
        " anti join networks_at('infinity'::timestamp, null) using (network_id)"
    )[0][0]
    yield Finding("whole", doubles + orphans == 0, {"doubles": doubles, "orphans": orphans})


def _doubles(connection: store.Connection, kind: contract.Kind) -> int:
    key = ", ".join(kind.key)
    found = connection.rows(
        f"select count(*) from (select {key} from register.{kind.name}"
        f" where superseded_at is null group by all having count(*) > 1)"
    )
    return int(found[0][0])


def _looked_after(connection: store.Connection, as_of: date) -> Iterator[Finding]:
    count, last = connection.rows(
        "select count(*), max(recorded_at)::timestamp_s from register.batches where batch > 0"
    )[0]
    yield Finding("last_import", None, {"n": count, "at": last or "-"})
    teams = metrics.compute(connection, "compliance", as_of=as_of)
    region = teams.iloc[0]
    waiting = region["basisteams_in_force"] - region["basisteams_confirmed"]
    yield Finding("unconfirmed", None, {"n": int(waiting), "quarter": region["last_due_quarter"]})
    without = teamless.teamless(connection, as_of)
    yield Finding("teamless", not without, {"n": len(without), "named": teamless.named(without)})


def _disk(path: Path) -> Finding:
    free, size = shutil.disk_usage(path.parent).free, path.stat().st_size
    return Finding("disk", free > ROOM * size, {"free": free // 2**20, "size": size // 2**20})


def _files() -> Finding:
    try:
        reference.load(store.ROOT / "data" / "reference")
    except reference.Faulty as faulty:
        return Finding("reference", False, {"reasons": "; ".join(faulty.reasons)})
    return Finding("reference", True, {"reasons": ""})
