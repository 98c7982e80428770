"""The cast of the tests: networks, meetings and confirmations, and a way to put them in a register."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from bondgenoten import contract, store

FILES = Path(__file__).parent / "files"
RECORDED_AT = datetime(2026, 1, 1)
T = date(2026, 11, 23)

Row = dict[str, Any]
Recipe = Callable[[Path], None]  # what fills an empty register
Made = Callable[[Recipe], Path]  # the fixture `made`: the register as a recipe leaves it


def network(network_id: str, started_on: date = date(2019, 1, 1), **more: Any) -> Row:
    """A network of Lekpoort, active since 2019 unless said otherwise."""
    known = {"name": f"Bondgenoten {network_id}", "basisteam": "lekpoort", "municipality": "Houten",
             "scale": "city", "members_police": 1, "members_municipality": 1,
             "members_citizens": 6}  # fmt: skip
    return {"network_id": network_id, "started_on": started_on, **known, **more}


def meetings(network_id: str, status: str, *dates: date, **more: Any) -> list[Row]:
    """Regular meetings of one network, one a date."""
    return [
        {"network_id": network_id, "date": day, "status": status, "kind": "regular", "themes": []}
        | more
        for day in dates
    ]


def confirmation(basisteam: str = "lekpoort", covers_until: date = date(2026, 9, 30),
                 confirmed_on: date = date(2026, 10, 10)) -> Row:  # fmt: skip
    return {"basisteam": basisteam, "covers_until": covers_until, "confirmed_on": confirmed_on}


def fill(path: Path, recorded_at: datetime = RECORDED_AT, **tables: list[Row]) -> None:
    """Puts rows straight into the register, past the import's checks: figures must not need them."""
    with store.writing(path) as draft, draft.transaction():
        for kind, rows in tables.items():
            names = [*contract.KINDS[kind].names, "recorded_at", "batch"]
            full = [
                dict.fromkeys(names) | row | {"recorded_at": recorded_at, "batch": 1}
                for row in rows
            ]
            if full:
                draft.register("incoming", pa.Table.from_pylist(full))
                draft.execute(f"insert into register.{kind} by name from incoming")
