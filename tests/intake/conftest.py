"""A way to send files in: checked against an empty register, or imported into one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from cast import T

from bondgenoten.intake import Report, import_files

Send = Callable[..., Report]


@pytest.fixture
def check(blank: Path, tmp_path: Path) -> Send:
    """A dry run of files, given as text or bytes by name, against the empty register."""
    return partial(_import, blank, tmp_path, dry_run=True)


@pytest.fixture
def send(register: Path, tmp_path: Path) -> Send:
    """Imports files, given as text or bytes by name, into the register of this test."""
    return partial(_import, register, tmp_path)


def _import(
    register: Path, folder: Path, files: dict[str, str | bytes], **options: object
) -> Report:
    paths = []
    for name, content in files.items():
        path = folder / (name if "." in name else f"{name}.csv")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return import_files(register, paths, **{"as_of": T, **options})
