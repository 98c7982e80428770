"""The command line: what goes in, what comes out, and exit 0, 1 or 2."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import program
import pytest
from cast import FILES, T, confirmation, fill, meetings, network
from click.testing import Result

from bondgenoten import metrics, store
from bondgenoten.exports import csv

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the program on tmp_path/r.duckdb."""

    def call(*words: object, database: Path | None = None) -> Result:
        return program.run(database or tmp_path / "r.duckdb", *words)

    return call


def test_it_is_a_program_with_an_exit_code_and_bytes_on_its_output(register: Path) -> None:
    fill(register, networks=[network("A")])
    asked = [sys.executable, "-m", "bondgenoten", "--database", str(register), "export"]
    ended = [
        subprocess.run([*asked, *words], cwd=store.ROOT, capture_output=True, check=False)
        for words in (["norm", "--as-of", "2026-11-23"], ["norm", "--network", "B"], ["nothing"])
    ]
    assert [one.returncode for one in ended] == [0, 2, 2]
    frame = metrics.compute(store.reader(register), "norm", as_of=T)
    assert ended[0].stdout == csv.machine(frame)
    assert not any(b"Traceback" in one.stderr for one in ended)


def test_clean_files_go_in_and_figures_come_out(run: Run, tmp_path: Path) -> None:
    sent = [FILES / "netwerken-lekpoort.csv", FILES / "bijeenkomsten-lekpoort.csv"]
    report = tmp_path / "report.json"
    assert run("import", *sent, "--as-of", "2026-11-23", "--report", report).exit_code == 0
    told = json.loads(report.read_text("utf-8"))
    assert told["written"] is True
    assert [one["new"] for one in told["files"]] == [2, 20]
    out = run("export", "norm", "--as-of", "2026-11-23")
    reader = store.reader(tmp_path / "r.duckdb")
    assert out.stdout.encode() == csv.machine(metrics.compute(reader, "norm", as_of=T))


def test_a_faulty_file_changes_nothing_and_gives_the_reasons(run: Run, tmp_path: Path) -> None:
    done = run("import", FILES / "opgave-utrecht-noord-met-fouten.xlsx", "--as-of", "2026-11-23")
    assert done.exit_code == 1
    assert "Bijeenkomsten C18" in done.stderr
    assert "“gehouden”" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "r.duckdb").exists()


def test_what_is_exported_imports_again_without_a_change(
    run: Run, register: Path, tmp_path: Path
) -> None:
    pause = {
        "network_id": "A",
        "paused_from": date(2026, 2, 1),
        "paused_until": None,
        "reason": "x; y",
    }
    fill(register, networks=[network("A", name='Één, "twee"')], pauses=[pause],
         meetings=meetings("A", "held", date(2026, 1, 3), themes=["other", "trust"]),
         confirmations=[confirmation()])  # fmt: skip
    files = [
        tmp_path / f"{kind}.csv" for kind in ("networks", "meetings", "pauses", "confirmations")
    ]
    for file in files:
        assert run("export", file.stem, "--output", file, database=register).exit_code == 0
    version = store.version(register)
    done = run("import", *files, "--as-of", "2026-11-23", database=register)
    assert (done.exit_code, store.version(register)) == (0, version), done.stderr


def test_filters_choose_the_rows(run: Run, register: Path) -> None:
    fill(register, networks=[network("A"), network("B", basisteam="amersfoort")])
    for words in (("--district", "West-Utrecht"), ("--basisteam", "lekpoort")):
        lines = run("export", "norm", *words, database=register).stdout.splitlines()
        assert [line.split(",")[0] for line in lines[1:]] == ["A"]


@pytest.mark.parametrize(
    "words",
    [("export", "nothing"), ("export", "norm", "--as-of", "31-2-2026"), ("nothing",),
     ("export", "norm", "--basisteam", "nowhere"), ("export", "norm", "--network", "NOWHERE"), ("export", "norm", "--known-at", "yesterday"),
     ("import",), ("restore", "one"), ("init",)],
)  # fmt: skip
def test_wrong_usage_is_exit_2(run: Run, register: Path, words: tuple[str, ...]) -> None:
    assert run(*words, database=register).exit_code == 2


def test_an_unknown_network_is_named_with_the_nearest(run: Run, register: Path) -> None:
    fill(register, networks=[network("LEK-01"), network("AMF-02")])
    done = run("export", "norm", "--network", "lek-1", database=register)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Netwerk 'lek-1' is niet bekend. Bedoelt u LEK-01?" in done.stderr
    same = [
        run("export", "norm", "--network", name, database=register) for name in ("LEK-01", "lek-01")
    ]
    assert same[0].exit_code == 0
    assert same[0].stdout == same[1].stdout


def test_a_day_is_read_as_a_file_would_write_it(run: Run, register: Path) -> None:
    fill(register, networks=[network("A")])
    days = ("2026-09-30", "30-09-2026", "30-9-2026", "30 september 2026")
    asked = [run("export", "norm", "--as-of", day, database=register) for day in days]
    assert {done.stdout for done in asked} == {asked[0].stdout}
    assert ",2026-09-30," in asked[0].stdout
    refused = run("export", "norm", "--as-of", "9-30-2026", database=register)
    assert "schrijf dag, maand en jaar, bijvoorbeeld 30-9-2026" in refused.stderr


@pytest.mark.parametrize("words", [("export", "norm"), ("restore", "3"), ("doctor",)])
def test_a_missing_register_is_one_clear_line(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.exit_code == 1
    assert len((done.stderr + done.stdout).strip().splitlines()) == 1


def test_a_file_that_is_no_register_is_one_clear_line(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "picture.duckdb"
    picture.write_bytes(b"\x89PNG" * 999)
    done = run("export", "norm", database=picture)
    assert done.exit_code == 1
    assert "geen register" in done.stderr


def test_a_version_that_is_not_there_is_said_so_and_how_to_list_them(
    run: Run, register: Path
) -> None:
    refused = run("restore", 99, database=register)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Er is geen versie 99" in refused.stderr and "'versions'" in refused.stderr
    assert "init" not in refused.stderr


def test_versions_are_listed_and_restored(run: Run, register: Path) -> None:
    fill(register, networks=[network("A")])
    assert run("versions", database=register).stdout.split()[0] == "1"
    assert run("restore", 1, database=register).exit_code == 0
    assert store.reader(register).rows("select count(*) from register.networks") == [(0,)]


def test_demo_and_real_data_never_mix(run: Run, register: Path, tmp_path: Path) -> None:
    fill(register, networks=[network("A")])
    assert run("demo", database=register).exit_code == 1
    assert run("init", "--empty", database=register).exit_code == 1
    assert run("demo").exit_code == 0
    refused = run("import", FILES / "netwerken-lekpoort.csv")
    assert refused.exit_code == 1
    assert "init --empty" in refused.stderr
    assert run("init", "--empty").exit_code == 0
    assert run("import", FILES / "netwerken-lekpoort.csv", "--as-of", "2026-11-23").exit_code == 0


def test_doctor_is_satisfied_with_a_whole_register_and_not_with_another(
    run: Run, register: Path
) -> None:
    assert run("doctor", database=register).exit_code == 0
    orphan = meetings("nowhere", "held", date(2026, 1, 3))
    fill(register, meetings=orphan)
    done = run("doctor", database=register)
    assert done.exit_code == 1
    assert "✗" in done.stdout


def test_the_template_can_be_made_and_sent_back_empty(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "opgave.xlsx"
    assert run("template", "--output", file).exit_code == 0
    assert run("import", file).exit_code == 0


def test_what_was_known_at_a_moment_can_be_asked(run: Run, register: Path) -> None:
    fill(register, networks=[network("A")])
    asked = ("export", "networks", "--known-at")
    assert len(run(*asked, "2025-12-31T23:59:59", database=register).stdout.splitlines()) == 1
    assert len(run(*asked, "2026-01-01T01:00:00+01:00", database=register).stdout.splitlines()) == 2


def test_reference_data_of_the_organisation_are_loaded_or_refused(
    run: Run, register: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(store.ROOT / "data" / "reference", tmp_path / "reference")
    themes = folder / "themes.csv"
    themes.write_text(themes.read_text("utf-8").replace("Discriminatie", "Uitsluiting", 1), "utf-8")
    assert run("reference", folder, database=register).exit_code == 0
    asked = "select name_nl from register.themes where theme = 'discrimination'"
    assert store.reader(register).rows(asked) == [("Uitsluiting",)]
    assert run("reference", database=register).exit_code == 0
    assert store.reader(register).rows(asked) == [("Discriminatie",)]
    version = store.version(register)
    themes.unlink()
    refused = run("reference", folder, database=register)
    assert (refused.exit_code, store.version(register)) == (1, version)
    assert "themes.csv: cannot be read" in refused.stderr
