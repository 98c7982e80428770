"""What an import leaves in the register: upsert, history, all or nothing."""

from datetime import date, datetime

import pytest
from cast import T
from deliveries import CAST, MEETINGS, NETWORKS, found, with_cell, with_rows

from bondgenoten import store
from bondgenoten.contract import KINDS
from bondgenoten.intake import DemoRegister, import_files, rehearse
from bondgenoten.language import words

OUTCOMES = ("new", "corrected", "unchanged", "duplicate", "held_back", "rejected")
GOOD_AND_BAD = with_rows(
    "meetings", "AMBER;1-4-2026;Gehouden;;Overig;;;;", "AMBER;1-5-2026;wat;;Overig;;;;",
    "AMBER;1-4-2026;Gehouden;;Overig;;;;", "ESDOORN;1-4-2026;Gepland;;;;;;",
)  # fmt: skip


def test_the_same_files_a_second_time_change_nothing(send, register):
    assert send(CAST).written
    before = store.version(register)
    report = send(CAST)
    assert (report.written, report.refused, report.changes) == (False, False, 0)
    assert sum(file.unchanged for file in report.files) == 5
    assert store.version(register) == before


def test_a_correction_closes_the_old_row_and_keeps_it(send, register):
    send(CAST, recorded_at=datetime(2026, 10, 1))
    send({"networks": with_cell("networks", "Naam", "Beter")}, recorded_at=datetime(2026, 11, 1))
    rows = store.reader(register).rows(
        "select name, recorded_at, superseded_at, batch from register.networks "
        "where network_id = 'AMBER' order by batch"
    )
    assert rows == [
        ("Bondgenoten Amber", datetime(2026, 10, 1), datetime(2026, 11, 1), 1),
        ("Beter", datetime(2026, 11, 1), None, 2),
    ]


def test_every_batch_is_remembered_with_its_files_and_their_sums(send, register):
    send(CAST)
    rows = store.reader(register).rows(
        "select batch, file_name, length(sha256), rows_read, rows_new from register.batch_files order by 2"
    )
    assert rows == [
        (1, "confirmations.csv", 64, 1, 1), (1, "meetings.csv", 64, 1, 1),
        (1, "networks.csv", 64, 2, 2), (1, "pauses.csv", 64, 1, 1),
    ]  # fmt: skip
    batches = store.reader(register).rows(
        "select source, as_of from register.batches where batch = 1"
    )
    assert batches == [("import", T)]


def test_one_error_anywhere_and_nothing_is_written(send, register):
    before = store.version(register)
    report = send({**CAST, "meetings": GOOD_AND_BAD})
    assert (report.refused, report.written, store.version(register)) == (True, False, before)


def test_accept_valid_writes_the_good_rows_and_its_sums_add_up(send, register):
    networks = NETWORKS.replace("ESDOORN;Bondgenoten Esdoorn;Lekpoort", "ESDOORN;x;Nergens")
    report = send({"networks": networks, "meetings": GOOD_AND_BAD}, accept_valid=True)
    assert (report.written, report.refused) == (True, False)
    counts = [tuple(getattr(file, name) for name in OUTCOMES) for file in report.files]
    assert counts == [(1, 0, 0, 0, 0, 1), (1, 0, 0, 1, 1, 1)]
    for file in report.to_json()["files"]:
        assert file["read"] == sum(file[name] for name in OUTCOMES)
    rows = store.reader(register).rows("select network_id, date from register.meetings")
    assert rows == [("AMBER", date(2026, 4, 1))]


def test_accept_valid_without_one_valid_row_is_refused(send):
    report = send({"networks": NETWORKS.replace("Lekpoort", "Nergens")}, accept_valid=True)
    assert (report.refused, report.written) == (True, False)


def test_a_dry_run_says_the_same_and_writes_nothing(send, register):
    before = store.version(register)
    report = send(CAST, dry_run=True)
    assert (report.written, report.refused, report.changes) == (False, False, 5)
    assert store.version(register) == before


def test_a_first_import_makes_a_real_register_and_a_refused_one_makes_none(tmp_path):
    path, good, bad = tmp_path / "new" / "x.duckdb", tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(NETWORKS, encoding="utf-8")
    bad.write_text(MEETINGS, encoding="utf-8")
    assert found(import_files(path, [bad], as_of=T)) == [("A2", "unknown_network")]
    assert import_files(path, [good], as_of=T, dry_run=True).changes == 2
    assert not path.exists()
    assert import_files(path, [good], as_of=T).written
    with store.reading(path) as connection:
        assert store.about(connection)["kind"] == "real"
    assert [
        p.name for p in path.parent.iterdir() if p.is_dir() and p.name.startswith(".bond")
    ] == []


def test_demo_data_and_real_data_never_mix(send, tmp_path):
    with pytest.raises(DemoRegister):
        send(CAST, source="demo")
    demo = tmp_path / "demo.duckdb"
    store.create(demo, kind="demo", as_of=T, recorded_at=datetime(2026, 1, 1))
    for dry_run in (True, False):
        with pytest.raises(DemoRegister):
            import_files(demo, [], as_of=T, dry_run=dry_run)


def test_a_column_that_is_not_in_the_file_leaves_what_the_register_has(send, register):
    send(CAST)
    report = send({"meetings": "network_id,date,status\nAMBER,2026-03-01,held\n"})
    assert (report.files[0].unchanged, report.changes, report.problems) == (1, 0, [])
    report = send({"meetings": "network_id,date,status\nAMBER,2026-03-01,cancelled\n"})
    assert report.files[0].corrected == 1
    rows = store.reader(register).rows(
        "select status, themes from register.meetings where superseded_at is null"
    )
    assert rows == [("cancelled", ["polarisation"])]


def test_themes_are_kept_as_sorted_codes_without_doubles(send, register):
    cell = "Polarisatie; Jongerenoverlast | polarisation"
    send({**CAST, "meetings": with_cell("meetings", "Thema's", f'"{cell}"')})
    rows = store.reader(register).rows("select themes, kind from register.meetings")
    assert rows == [(["polarisation", "youth_nuisance"], "regular")]


def test_the_contracts_own_columns_import_again_without_a_change(send, register, tmp_path):
    send({**CAST, "meetings": with_cell("meetings", "Thema's", '"Polarisatie; Overig"')})
    again = []
    for kind in KINDS.values():
        columns = ", ".join(
            f"array_to_string({c}, '|') as {c}" if c == "themes" else c for c in kind.names
        )
        frame = store.reader(register).query(f"select {columns} from register.{kind.name}")
        frame.to_csv(tmp_path / f"again-{kind.name}.csv", index=False)
        again.append(tmp_path / f"again-{kind.name}.csv")
    report = import_files(register, again, as_of=T)
    assert (report.problems, report.changes) == ([], 0)
    assert sum(file.unchanged for file in report.files) == 5


def test_a_rehearsal_works_out_the_effect_and_speaks_of_no_saving(register, tmp_path):
    file, seen = tmp_path / "n.csv", []
    file.write_text(CAST["networks"], "utf-8")
    with rehearse(register, [file], as_of=T, progress=lambda phase, _: seen.append(phase)):
        assert list(dict.fromkeys(seen)) == ["read", "check", "effect"]
    assert [words(language)("progress.effect") for language in ("nl", "en")] == [
        "Gevolgen berekenen", "Working out the effect",
    ]  # fmt: skip


def test_progress_runs_from_reading_to_saving(send):
    seen = []
    send(CAST, progress=lambda phase, fraction: seen.append((phase, fraction)))
    assert list(dict.fromkeys(phase for phase, _ in seen)) == ["read", "check", "save"]
    for phase in ("read", "check", "save"):
        fractions = [fraction for name, fraction in seen if name == phase]
        assert fractions == sorted(fractions) and fractions[-1] == 1.0
