"""Runs rule files (rules/*.sql) on one connection, and builds the tables that they share.

Which rules there are, and in what order, is in checking.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bondgenoten.contract import KINDS, Kind
from bondgenoten.intake.known import Queried
from bondgenoten.intake.problems import ERRORS

RULES = Path(__file__).parent / "rules"
Absent = tuple[int, Kind, str]  # a source, its kind, and an optional column it does not have
Row = tuple[int, int]  # a source and a row of it


class Rules:
    """Runs rule files on one connection."""

    def __init__(self, connection: Queried) -> None:
        self._connection = connection

    def sent(self) -> set[str]:
        """The kinds of which there are rows."""
        asked = (f"select '{kind}' where exists (from upload_{kind})" for kind in KINDS)
        return {kind for (kind,) in self._connection.rows(" union all ".join(asked))}

    def prepare(self, as_of: date, absent: Iterable[Absent], unnamed: Sequence[Row]) -> None:
        run = self._connection.execute
        run("create table upload (as_of date)")
        run("insert into upload values (?)", [as_of])
        self.table("limits")
        run("create table held_back (source integer, row bigint, on_source integer, on_row bigint)")
        run("create table unnamed as select unnest(?::integer[]) as source, unnest(?::bigint[]) as row",
            [[source for source, _ in unnamed], [row for _, row in unnamed]])  # fmt: skip
        run("create table problems (source integer, row bigint, name varchar, code varchar, "
            "suggestion varchar, details map(varchar, varchar), is_error boolean)")  # fmt: skip
        run("create table absent (source integer, name varchar)")
        for source, kind, column in absent:
            run("insert into absent values (?, ?)", [source, column])
            self._keep(source, kind, column)

    def _keep(self, source: int, kind: Kind, column: str) -> None:
        """A column that is not in the file says nothing: what the register has stays."""
        same = " and ".join(f"u.{c} = r.{c}" for c in kind.key)
        self._connection.execute(
            f"update upload_{kind.name} u set {column} = r.{column} from register.{kind.name} r "
            f"where r.superseded_at is null and u.source = {source} and {same}"
        )

    def double(self, kind: Kind) -> None:
        """Tells rows of one key apart: the first, and what repeats or contradicts it."""
        self.table("doubled", **_keyed(kind))
        self._connection.execute(
            f"create view open_{kind.name} as select * from upload_{kind.name} where (source, row) "
            f"not in (select (source, row) from doubled_{kind.name} "
            "where place > 1 and not is_conflict) "
            "and (source, row) not in (select (source, row) from held_back)"
        )
        text = _rule("sound").format(kind=kind.name)
        self._connection.execute(f"create view sound_{kind.name} as {text}")

    def settle(self, kind: str) -> None:
        """From here on no row of the kind is held back any more: what is open and sound is worked out
        once, not in every rule."""
        for name in (f"open_{kind}", f"sound_{kind}"):
            self._connection.execute(f"create table settled as from {name}")
            self._connection.execute(f"drop view {name}")
            self._connection.execute(f"alter table settled rename to {name}")

    def find_double(self, kind: Kind) -> None:
        self.find("duplicate_row", **_keyed(kind))
        self.find("conflicting_rows", **_keyed(kind))

    def hold_back(self, nameless: int | None) -> None:
        self.table("bad_networks")
        self.table("lives")
        for name in ("meetings", "pauses"):
            self._hold(_rule("held_back").format(kind=name))
        self.table("perhaps_named")
        for name in ("meetings", "pauses"):
            if nameless is None:
                self._hold("select o.source, o.row, p.on_source, p.on_row "
                           f"from open_{name} o join perhaps_named p using (network_id)")  # fmt: skip
            else:
                self._hold(f"select source, row, {nameless}, null from open_{name} "
                           "where network_id not in (select network_id from lives)")  # fmt: skip

    def hold_confirmations(self) -> None:
        self._hold(_rule("waiting_confirmations"))

    def _hold(self, rows: str) -> None:
        self._connection.execute(f"insert into held_back {rows}")

    def judge(self, kind: Kind) -> None:
        rest = [name for name in kind.names if name not in kind.key]
        texts = {column.name for column in kind.columns if column.type == "text"}
        # A text in another Unicode form is the same text.
        form = {name: "nfc_normalize({})" if name in texts else "{}" for name in rest}
        same = " and ".join(
            f"{form[n].format(f'u.{n}')} is not distinct from {form[n].format(f'c.{n}')}" for n in rest
        ) or "true"  # fmt: skip
        matches = " and ".join(f"u.{c} = c.{c}" for c in kind.key)
        self.table("judged", kind=kind.name, same=same, matches=matches)

    def table(self, rule: str, **values: str) -> None:
        name = f"{rule}_{values['kind']}" if "kind" in values else rule
        self._connection.execute(f"create table {name} as {filled(rule, values)}")

    def find(self, rule: str, **values: str) -> None:
        errors = ", ".join(f"'{code}'" for code in ERRORS)
        self._connection.execute(
            f"insert into problems select *, code in ({errors}) from ({filled(rule, values)})"
        )


def _keyed(kind: Kind) -> dict[str, str]:
    columns = {"key": ", ".join(kind.key), "content": ", ".join(kind.names)}
    return {"kind": kind.name, "first": kind.key[0], **columns}


@cache
def _rule(name: str) -> str:
    return (RULES / f"{name}.sql").read_text("utf-8")


def filled(rule: str, values: dict[str, Any]) -> str:
    """A rule for one kind has names to fill in; a rule without is complete as it stands."""
    return _rule(rule).format(**values) if values else _rule(rule)
