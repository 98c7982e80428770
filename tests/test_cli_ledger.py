"""The commands `history` and `undo`, and who is said to have brought a file."""

from functools import partial
from pathlib import Path

import pytest
from cast import FILES, T
from program import run

from bondgenoten import intake, store

NETWORKS = FILES / "netwerken-lekpoort.csv"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "r.duckdb"


@pytest.fixture
def told(database: Path):
    return partial(run, database)


def test_a_batch_is_listed_undone_and_listed_as_undone(told, database: Path) -> None:
    assert told("import", NETWORKS, "--actor", "secretaris").exit_code == 0
    undone = told("undo", 1, "--actor", "analist")
    assert (undone.exit_code, "aanlevering 2" in undone.stdout) == (0, True)
    newest, first, start = told("history").stdout.splitlines()
    assert newest.split()[0] == "2"
    rows = "netwerk LEK-01, netwerk LEK-02"
    assert newest.endswith(
        f"ongedaan gemaakt, analist: {rows}; 2 teruggenomen; neemt aanlevering 1 terug"
    )
    assert first.endswith(
        f"bestand, secretaris: netwerken-lekpoort.csv; {rows}; 2 nieuw;"
        " teruggenomen door aanlevering 2"
    )
    assert start.endswith("begin")
    assert len(told("history", "--limit", 1).stdout.splitlines()) == 1
    kept = store.reader(database).rows("select number from register.batch_effects where batch = 2")
    assert kept


def test_what_cannot_be_undone_is_refused_with_the_reason(told) -> None:
    told("import", NETWORKS)
    for words, reason in ((("undo", 7), "nummer 7"), (("undo", 0), "Aanlevering 0")):
        refused = told(*words, "--actor", "analist")
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert reason in refused.stderr


@pytest.mark.parametrize("name", ["Jan de Vries", "bel 06-12345678"])
def test_a_person_is_refused_and_not_repeated(told, database: Path, name: str) -> None:
    refused = told("import", NETWORKS, "--actor", name)
    assert (refused.exit_code, database.exists()) == (1, False)
    assert "functie" in refused.stderr
    assert name not in refused.stderr


def test_undo_without_a_number_or_a_function_is_wrong_usage(told) -> None:
    assert [told(*words).exit_code for words in (("undo",), ("undo", 1), ("undo", "een"))] == [
        2,
        2,
        2,
    ]


def test_there_is_no_history_and_nothing_to_undo_without_a_register(told) -> None:
    assert told("history").exit_code == 1
    assert told("undo", 1, "--actor", "analist").exit_code == 1


@pytest.fixture
def paused(told, tmp_path: Path) -> str:
    """A network with a pause from 1 July, as batches 1 and 2."""
    told("import", NETWORKS)
    network = NETWORKS.read_text("utf-8").splitlines()[1].split(";")[0]
    pauses = tmp_path / "pauses.csv"
    pauses.write_text(f"network_id,paused_from,paused_until,reason\n{network},2026-07-01,,Zomer\n")
    told("import", pauses)
    return network


def test_a_pause_is_withdrawn_and_brought_back(told, paused: str) -> None:
    words = ("withdraw", paused, "2026-07-01", "--actor", "analist")
    withdrawn = told(*words)
    assert (withdrawn.exit_code, "aanlevering 3" in withdrawn.stdout) == (0, True)
    newest = told("history").stdout.splitlines()[0]
    assert newest.endswith(f"analist: onderbreking {paused} vanaf 01-07-2026; 1 teruggenomen")
    again = told(*words)
    assert (again.exit_code, f"{paused} heeft geen onderbreking" in again.stderr) == (1, True)
    assert told("undo", 3, "--actor", "analist").exit_code == 0
    assert told(*words).exit_code == 0


def test_a_pause_is_named_as_people_write_it(told, paused: str) -> None:
    wrong = told("withdraw", paused.lower(), "13-07-2026", "--actor", "analist")
    assert (wrong.exit_code, "wel vanaf 01-07-2026" in wrong.stderr) == (1, True)
    unknown = told("withdraw", "lek-1", "1-7-2026", "--actor", "analist")
    assert (unknown.exit_code, "Bedoelt u LEK-01?" in unknown.stderr) == (2, True)
    assert told("withdraw", paused.lower(), "1-7-2026", "--actor", "analist").exit_code == 0


def test_a_row_by_hand_is_named_and_not_the_file_it_went_through(told, database: Path) -> None:
    told("import", NETWORKS)
    intake.confirm_team(database, "lekpoort", T, as_of=T, actor="secretaris")
    newest = told("history").stdout.splitlines()[0]
    assert newest.endswith(
        "met de hand, secretaris: opgave Lekpoort tot en met 23-11-2026; 1 nieuw"
    )
