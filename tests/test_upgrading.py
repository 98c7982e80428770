"""A register of an earlier schema opens as if it were made today, and loses nothing."""

from pathlib import Path

import duckdb
import pytest
from cast import FILES, RECORDED_AT, T, fill, network

from bondgenoten import store, versions
from bondgenoten.store import upgrading
from bondgenoten.ui import start

COLUMNS = (
    "select table_name, column_name, data_type, is_nullable from duckdb_columns()"
    " where database_name = 'register' order by table_name, column_index"
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A register of schema 1 with the reference data of today and one network."""
    today, path = tmp_path / "today.duckdb", tmp_path / "old.duckdb"
    store.create(today, kind="real", as_of=T, recorded_at=RECORDED_AT)
    fill(today, networks=[network("A")])
    with duckdb.connect(path) as connection:
        connection.execute((FILES / "tables-1.sql").read_text("utf-8"))
        connection.execute(f"attach '{today}' as today")
        for (table,) in connection.execute(
            "select table_name from duckdb_tables() where database_name = 'old'"
        ).fetchall():
            columns = ", ".join(
                row[0]
                for row in connection.execute(
                    "select column_name from duckdb_columns() where database_name = 'old' and table_name = ?",
                    [table],
                ).fetchall()
            )
            connection.execute(f"insert into {table} select {columns} from today.{table}")
        connection.execute("update about set value = '1' where key = 'schema'")
    return path


def test_an_older_register_has_the_tables_of_a_new_one_and_its_rows(
    old: Path, register: Path
) -> None:
    upgraded = store.reader(old)
    assert upgraded.rows(COLUMNS) == store.reader(register).rows(COLUMNS)
    assert upgraded.rows("select network_id from register.networks") == [("A",)]
    assert store.about(upgraded) == store.about(store.reader(register))


def test_the_register_from_before_the_upgrade_stays_as_a_version(old: Path) -> None:
    before = old.read_bytes()
    store.reader(old)
    assert versions.versions(old)[-1].path.read_bytes() == before
    versions.restore(old, 1)
    assert store.reader(old).rows("select count(*) from register.put_questions") == [(0,)]


def test_an_older_register_can_be_written_at_once(old: Path) -> None:
    fill(old, networks=[network("B")])
    assert store.reader(old).rows("select count(*) from register.networks") == [(2,)]


def test_a_register_of_a_later_program_is_refused(register: Path) -> None:
    with duckdb.connect(register) as connection:
        connection.execute("update about set value = '999' where key = 'schema'")
    with pytest.raises(store.Damaged):
        store.reader(register)


def test_a_register_that_lacks_a_part_is_refused_and_the_server_starts(register: Path) -> None:
    with duckdb.connect(register) as connection:
        connection.execute("drop table put_questions")
    with pytest.raises(store.Damaged):
        store.reader(register)
    start._prepare(register)


def test_every_schema_has_its_step() -> None:
    steps = {int(file.stem) for file in upgrading.STEPS.glob("*.sql")}
    assert steps == set(range(2, upgrading.SCHEMA + 1))
