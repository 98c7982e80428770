"""The register as a file: never half written, never locked for readers, nothing lost."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import duckdb
import pytest
from cast import RECORDED_AT, T, fill, network

from bondgenoten import store, versions

COUNT = "select count(*) from register.networks"


def count(path: Path) -> int:
    return int(store.reader(path).rows(COUNT)[0][0])


def test_a_reader_sees_a_new_version_without_a_restart(register: Path) -> None:
    before = store.reader(register)
    fill(register, networks=[network("A")])
    assert count(register) == 1
    assert before.rows(COUNT)[0][0] == 0, "who reads on keeps the version they had"
    assert store.reader(register).version != before.version


def test_an_exception_leaves_the_register_as_it_was(register: Path) -> None:
    version = store.version(register)
    with pytest.raises(RuntimeError), store.writing(register) as draft, draft.transaction():
        draft.execute("delete from register.themes")
        raise RuntimeError
    assert store.version(register) == version
    assert not register.with_name(f".{register.name}.draft").exists()


def test_a_draft_without_a_transaction_is_not_published(register: Path) -> None:
    version = store.version(register)
    with store.writing(register) as draft:
        assert draft.rows(COUNT) == [(0,)]
    assert store.version(register) == version


def test_versions_can_be_restored_and_nothing_is_lost(register: Path) -> None:
    for name in "ABC":
        fill(register, networks=[network(name)])
    assert [v.number for v in versions.versions(register)] == [1, 2, 3]
    versions.restore(register, 2)
    assert count(register) == 1
    versions.restore(register, 4)
    assert count(register) == 3


def test_only_the_latest_versions_are_kept(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "KEPT", 3)
    for name in "ABCDE":
        fill(register, networks=[network(name)])
    assert [v.number for v in versions.versions(register)] == [3, 4, 5]


def test_a_version_that_is_not_there_cannot_be_restored(register: Path) -> None:
    with pytest.raises(versions.NoVersion):
        versions.restore(register, 7)
    with pytest.raises(store.Missing):
        versions.restore(register.with_name("nowhere.duckdb"), 7)


def test_another_writer_is_waited_for_and_then_refused(register: Path) -> None:
    with versions.lock(register), pytest.raises(store.Busy), versions.lock(register, patience=0.05):
        pass


def test_a_file_that_is_no_register_is_named_as_such(tmp_path: Path) -> None:
    picture = tmp_path / "picture.duckdb"
    picture.write_bytes(b"\x89PNG\r\n" * 1000)
    with pytest.raises(store.Damaged):
        store.reader(picture)
    with pytest.raises(store.Missing):
        store.reader(tmp_path / "nothing.duckdb")


def test_a_reader_has_no_way_out(register: Path) -> None:
    for way in ("from read_csv('/etc/hostname')", "set enable_external_access = true",
                f"attach '{register}' as other", "install httpfs"):  # fmt: skip
        with pytest.raises(Exception, match=r"(?i)disabled|locked|cannot|not allowed|permission"):
            store.reader(register).rows(way)


def test_threads_get_their_own_answers(register: Path) -> None:
    reader, wrong = store.reader(register), []

    def ask(number: int) -> None:
        for turn in range(100):
            question = number * 1000 + turn
            if reader.rows("select ?::int, count(*) from register.basisteams", [question]) != [
                (question, 18)
            ]:
                wrong.append(question)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_create_replaces_only_by_a_whole_register(tmp_path: Path) -> None:
    from bondgenoten import reference

    path = tmp_path / "r.duckdb"
    with pytest.raises(reference.Faulty):
        store.create(path, kind="real", as_of=T, recorded_at=RECORDED_AT, folder=tmp_path)
    assert not path.exists()


def test_what_quarter_was_due_is_known_to_the_register(register: Path) -> None:
    asked = "select last_due_quarter_end(?::date)"
    reader = store.reader(register)
    assert reader.rows(asked, [date(2026, 10, 15)]) == [(date(2026, 6, 30),)]
    assert reader.rows(asked, [date(2026, 10, 16)]) == [(date(2026, 9, 30),)]


def test_readers_that_begin_at_once_share_the_macros_one_of_them_makes(register: Path) -> None:
    with store.reading(register) as connection, ThreadPoolExecutor(8) as pool:
        asked = ["select count(*) from networks_at(now()::timestamp, null)"] * 32
        assert [rows for rows in pool.map(connection.rows, asked) if rows != [(0,)]] == []


@pytest.mark.parametrize("name", ["lives", "memberships", "stays"])
def test_a_reader_keeps_what_it_would_be_told_when_asked(register: Path, name: str) -> None:
    fill(register, networks=[network("AMBER"), network("BERK", basisteam="de-copen")])
    later = datetime(2027, 1, 5)
    fill(register, recorded_at=later, networks=[network("CEDER")])
    for known_at in ("infinity", RECORDED_AT):
        for only in (None, ["BERK", "CEDER"], []):
            # Among fewer networks a place by name is another number in the same order.
            told_by = "columns(c -> c <> 'place_by_name')"
            sql = (
                f"select {told_by} from {name}($known_at::timestamp, $only::varchar[]) order by all"
            )
            asked = sql, {"known_at": known_at, "only": only}
            with store.reading(register) as connection:
                told = connection.rows(*asked)
            assert store.reader(register).rows(*asked) == told
    assert len(store.reader(register).rows(f"from {name}('infinity'::timestamp, null)")) == 3


def test_a_reader_never_tells_what_is_known_now_for_what_was_known_then(register: Path) -> None:
    fill(register, networks=[network("AMBER")])
    with pytest.raises(duckdb.Error, match="known_at"):
        store.reader(register).rows("from stays(timestamp '2026-11-23', null)")


def test_today_is_the_day_in_the_netherlands_wherever_the_host_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Evening(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Evening":
            return cls(2026, 11, 23, 23, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(store, "datetime", Evening)
    assert store.today() == date(2026, 11, 24)
