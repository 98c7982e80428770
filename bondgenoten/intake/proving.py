"""The hash of all that an import would save: a dry run shows it, the commit must bring it again."""

import hashlib
import json
from dataclasses import asdict, replace

from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.known import Queried
from bondgenoten.intake.order import Order
from bondgenoten.intake.report import Report


def proof(connection: Queried, order: Order, report: Report) -> str:
    """SHA-256 of the rows, the counts, the declarations, the options, and the register's last batch."""
    saved = {
        "batch": connection.rows(
            "select max(batch), max(recorded_at) filter (batch > 0) from register.batches"
        )[0],  # when an empty register was made does not matter: a first import makes its own
        "as_of": order.as_of,
        "accept_valid": order.accept_valid,
        "files": [asdict(file) for file in report.files],
        # Without its digest: the register of a first import has a salt of its own.
        "declarations": [asdict(replace(made, digest="")) for made in report.declarations],
        "rows": [_rows(connection, kind) for kind in KINDS.values()],
    }
    return hashlib.sha256(json.dumps(saved, default=str).encode()).hexdigest()


def _rows(connection: Queried, kind: Kind) -> str:
    """One hash of every row of a kind that would be saved, in the order of the files."""
    values = ", ".join(f"{name} := {name}" for name in kind.names)
    return str(
        connection.rows(
            "select coalesce(sha256(string_agg(line, chr(10) order by source, row)), '') from ("
            f"select source, row, to_json(struct_pack({values}))::varchar as line "
            f"from judged_{kind.name} where state in ('new', 'corrected'))"
        )[0][0]
    )
