"""The register stands a crowd and a killer; longer runs of the same are in tests/endurance."""

import os
import subprocess
import sys
from pathlib import Path

from bondgenoten import store

ENDURANCE = Path(__file__).parent / "endurance"


def run(script: str, amount: int) -> str:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(store.ROOT), str(ENDURANCE.parent)])
    }
    command = [sys.executable, ENDURANCE / script, str(amount)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_killed_at_any_moment_the_register_holds_the_old_or_the_new_state_whole() -> None:
    assert run("kills.py", 12).startswith("12 kills")


def test_two_writers_and_twenty_readers_lose_nothing_and_get_no_wrong_answer() -> None:
    assert run("crowd.py", 5).endswith("none lost\n")
