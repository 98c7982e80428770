"""What lies on a disk only while it is read: gone afterwards, and after a crash."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bondgenoten import scratch, store

DIES = """
import os, signal
from bondgenoten import scratch
with scratch.folder() as place:
    (place / "upload").write_text("x")
    print(place, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_a_folder_is_gone_when_its_work_is_done() -> None:
    with scratch.folder() as place:
        (place / "upload").write_text("x")
    assert not place.exists()


def test_what_a_killed_process_left_is_cleared_and_what_is_in_use_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "YOUNG", 0.0)
    environment = os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": str(store.ROOT)}
    died = subprocess.run(
        [sys.executable, "-c", DIES], env=environment, capture_output=True, text=True, check=False
    )
    assert died.returncode == -signal.SIGKILL
    left = Path(died.stdout.strip())
    assert (left / "upload").exists()
    with scratch.folder() as mine, scratch.folder():
        assert mine.exists()
        assert not left.exists()
