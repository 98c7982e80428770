"""The import command: where its report goes, and what telling the outcome costs."""

from pathlib import Path

import pytest
from cast import FILES, T
from click.testing import CliRunner
from program import run

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
