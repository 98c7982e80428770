"""The import command: where its report goes, and what telling the outcome costs."""

from pathlib import Path

import pytest
from cast import FILES, T
from click.testing import CliRunner
from program import run
from test_workbooks import workbook

from bondgenoten import cli, intake
from bondgenoten.intake.report import Report
from bondgenoten.language import words

NETWORKS = FILES / "netwerken-lekpoort.csv"


def test_a_report_that_cannot_be_written_stops_the_import(
    tmp_path: Path,
) -> None:
    register, report = tmp_path / "r.duckdb", tmp_path / "nowhere" / "report.json"
    done = run(register, "import", NETWORKS, "--report", report)
    assert done.exit_code == 1
    assert str(report) in done.stderr
    assert not register.exists()


def test_a_run_that_ends_without_a_report_leaves_the_one_before_it_as_it_was(
    tmp_path: Path,
) -> None:
    register, report = tmp_path / "r.duckdb", tmp_path / "report.json"
    words = ("import", NETWORKS, "--report", report)
    assert run(register, *words, "--actor", "Jan de Vries").exit_code == 1
    assert list(tmp_path.iterdir()) == []
    report.write_text("het vorige", "utf-8")
    assert run(register, *words, "--actor", "Jan de Vries").exit_code == 1
    assert report.read_text("utf-8") == "het vorige"
    assert run(register, *words).exit_code == 0
    assert report.read_text("utf-8").startswith("{")
    assert not [path for path in tmp_path.iterdir() if "draft" in path.name]


def test_a_folder_in_the_place_of_the_report_stops_the_import(tmp_path: Path) -> None:
    register, folder = tmp_path / "r.duckdb", tmp_path / "report"
    folder.mkdir()
    refused = run(register, "import", NETWORKS, "--report", folder)
    assert (refused.exit_code, str(folder) in refused.stderr) == (1, True)
    assert not register.exists()


def test_a_damaged_register_is_named_itself_and_not_a_draft_of_it(tmp_path: Path) -> None:
    register = tmp_path / "bad.duckdb"
    register.write_bytes(b"no register" * 1000)
    refused = run(register, "import", NETWORKS)
    assert (refused.exit_code, str(register) in refused.stderr) == (1, True)
    assert "draft" not in refused.stderr


def test_the_outcome_is_asked_a_few_times_however_many_lines_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Report] = []

    def refused(report: Report) -> bool:
        asked.append(report)
        return False

    monkeypatch.setattr(Report, "refused", property(refused))
    lines = NETWORKS.read_text("utf-8-sig").splitlines()
    wide = tmp_path / "wide.csv"
    rows = [";".join(["x y"] * lines[0].count(";")) for _ in range(30)]
    wide.write_text("\n".join([lines[0], *rows]), "utf-8")
    words = ["--database", str(tmp_path / "r.duckdb"), "import", "--dry-run", str(wide)]
    assert len(CliRunner().invoke(cli.cli, words).output.splitlines()) > 150
    assert len(asked) < 10


def test_every_phase_that_shows_on_a_terminal_has_its_words(tmp_path: Path) -> None:
    phases: list[str] = []

    def heard(phase: str, _: float) -> None:
        phases.append(phase)

    intake.import_files(tmp_path / "r.duckdb", [NETWORKS], as_of=T, progress=heard)
    assert {words("nl")(f"progress.{phase}") for phase in phases} == {
        "Lezen",
        "Nakijken",
        "Opslaan",
    }


CASE = "zaak 123456782"
PAUSES = f"network_id,paused_from,paused_until,reason\nLEK-01,2026-07-01,2026-07-31,{CASE}\n"
WHY = "Zaaknummer van de gemeente"


@pytest.fixture
def pauses(tmp_path: Path) -> Path:
    file = tmp_path / "pauzes.csv"
    file.write_text(PAUSES, "utf-8")
    return file


def test_a_number_that_is_no_bsn_is_declared_and_its_reason_is_in_the_history(
    tmp_path: Path, pauses: Path
) -> None:
    register = tmp_path / "r.duckdb"
    run(register, "import", NETWORKS)
    refused = run(register, "import", pauses)
    assert (refused.exit_code, "--declare 'D2'" in refused.stderr) == (1, True)
    done = run(register, "import", pauses, "--declare", "d2", WHY)
    assert (done.exit_code, "--declare" in done.stdout) == (0, False)
    assert f"geen BSN (D2): {WHY}" in run(register, "history").stdout.splitlines()[0]
    again = run(register, "import", pauses, "--declare", "D2", WHY)
    assert (again.exit_code, "doet niets" in again.stdout) == (0, True)
    assert "123456782" not in refused.stderr + done.stdout + again.stdout


def test_of_several_files_the_place_begins_with_the_name_of_one(
    tmp_path: Path, pauses: Path
) -> None:
    register, files = tmp_path / "r.duckdb", (NETWORKS, pauses)
    refused = run(register, "import", *files)
    assert "--declare 'pauzes.csv D2'" in refused.stderr
    assert run(register, "import", *files, "--declare", "D2", WHY).exit_code == 2
    assert not register.exists()
    for name in ("pauzes.csv", pauses):
        done = run(register, "import", *files, "--dry-run", "--declare", f"{name} D2", WHY)
        assert (done.exit_code, "doet niets" in done.stdout) == (0, False)


def test_a_cell_of_a_workbook_is_named_with_its_sheet(tmp_path: Path) -> None:
    register, file = tmp_path / "r.duckdb", tmp_path / "opgave.xlsx"
    run(register, "import", NETWORKS)
    rows = [line.split(",") for line in PAUSES.splitlines()]
    workbook(file, {"Zomer 2026": rows})
    for place, code in (("D2", 1), ("Zomer D2", 1), ("Zomer 2026 D2", 0)):
        done = run(register, "import", file, "--dry-run", "--declare", place, WHY)
        assert (done.exit_code, "doet niets" in done.stdout + done.stderr) == (code, bool(code))


@pytest.mark.parametrize(
    "reason", ["  ", "bel 06-12345678", "x" * 201, "bsn van bewoner", "J. de Vries"]
)
def test_a_reason_is_held_to_what_the_page_asks_of_it(
    tmp_path: Path, pauses: Path, reason: str
) -> None:
    register = tmp_path / "r.duckdb"
    run(register, "import", NETWORKS)
    refused = run(register, "import", pauses, "--declare", "D2", reason)
    assert refused.exit_code == 1
    assert "Geef een korte reden zonder persoonsgegevens" in refused.stderr
    assert "12345678" not in refused.stderr


@pytest.mark.parametrize("place", ["", "Onderbrekingen", "D0", "2D"])
def test_what_is_no_cell_is_wrong_usage(tmp_path: Path, pauses: Path, place: str) -> None:
    refused = run(tmp_path / "r.duckdb", "import", pauses, "--declare", place, WHY)
    assert (refused.exit_code, "Onderbrekingen D2" in refused.stderr) == (2, True)


def test_the_copies_with_notes_are_written_beside_each_other_and_come_in_again(
    tmp_path: Path,
) -> None:
    register, folder = tmp_path / "r.duckdb", tmp_path / "new" / "copies"
    faulty = NETWORKS.read_text("utf-8-sig").replace("Lekpoort", "Lekpoortt")
    files = [tmp_path / name for name in ("a.csv", "b/a.csv")]
    for number, file in enumerate(files):
        file.parent.mkdir(exist_ok=True)
        file.write_text(faulty.replace("LEK-", f"LEK{number}-"), "utf-8")
    done = run(register, "import", *files, NETWORKS, "--copies", folder)
    assert done.exit_code == 1 and not register.exists()
    made = sorted(path.name for path in folder.iterdir())
    assert made == ["2-a-met-opmerkingen.csv", "a-met-opmerkingen.csv"]
    assert done.stderr.count("Kopie met opmerkingen bij de cellen: ") == 2
    mended = folder / made[1]
    mended.write_text(mended.read_text("utf-8-sig").replace("Lekpoortt", "Lekpoort"), "utf-8")
    assert run(register, "import", mended).exit_code == 0


def test_of_files_in_which_nothing_is_found_no_copy_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    done = run(tmp_path / "r.duckdb", "import", NETWORKS, "--copies", folder)
    assert (done.exit_code, list(folder.iterdir())) == (0, [])
    taken = run(tmp_path / "r.duckdb", "import", NETWORKS, "--copies", NETWORKS)
    assert taken.exit_code == 2
