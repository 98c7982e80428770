"""Puts other reference data in a register that has rows already: one transaction, a new version."""

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from bondgenoten import reference, store

# What the rows of the register name. All rows ever recorded count: figures of before are asked with
# the teams of then.
_USED = {
    ("basisteams", "basisteam"): (
        "select basisteam from register.networks union select basisteam from register.confirmations"
    ),
    ("themes", "theme"): "select distinct unnest(themes) from register.meetings",
}


def replace_reference(path: Path, folder: Path, *, as_of: date, recorded_at: datetime) -> None:
    """Loads a folder of reference files as a new version of the register.

    Raises reference.Faulty, and writes nothing, where the files do not hold, leave out a basisteam
    or theme that the register's rows name, or move a network that is not there.
    """
    tables = reference.load(folder)
    with store.writing(path) as draft:
        for name, table in tables.items():
            draft.register(f"incoming_{name}", table)
        if reasons := _left_out(draft, tables) + _misplaced(draft, tables["moves"]):
            raise reference.Faulty(reasons)
        with draft.transaction():
            for name in tables:
                draft.execute(f"delete from register.{name}")
                draft.execute(f"insert into register.{name} by name select * from incoming_{name}")
            draft.execute(
                "insert into register.batches "
                "select max(batch) + 1, greatest(?, max(recorded_at) filter (batch > 0) + interval 1"
                " microsecond), 'reference', ?, null, null from register.batches",
                [recorded_at, as_of],
            )


def _left_out(draft: store.Draft, tables: dict[str, pa.Table]) -> list[str]:
    return [
        f"{table}.csv: {name} is left out, but the register's rows name it"
        for (table, column), used in _USED.items()
        for (name,) in sorted(draft.rows(used))
        if name not in set(tables[table][column].to_pylist())
    ]


def _misplaced(draft: store.Draft, moves: pa.Table) -> list[str]:
    """The moves of networks that were never recorded, and those from before a network's start."""
    ever = {name for (name,) in draft.rows("select distinct network_id from register.networks")}
    starts = dict(
        draft.rows("select network_id, started_on from networks_at('infinity'::timestamp, null)")
    )
    reasons = []
    for row in moves.to_pylist():
        name, day = row["network_id"], row["moved_on"]
        if name not in ever:
            reasons.append(f"moves.csv: network {name} is not in the register; import it first")
        elif day < (start := starts.get(name, day)):
            reasons.append(f"moves.csv: {name} moves on {day}, before it starts on {start}")
    return reasons
