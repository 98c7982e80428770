"""Whatever was imported, undoing the last of it brings every figure back to the byte, and redoing too."""

from datetime import datetime
from pathlib import Path

import pytest
from cast import T
from figures import Files, all_figures, deliveries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bondgenoten import doctor, store
from bondgenoten.intake import import_files, undo


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sent=st.lists(deliveries(), min_size=1, max_size=3), last=deliveries())
def test_the_last_of_any_imports_is_undone_and_redone_exactly(
    tmp_path_factory: pytest.TempPathFactory, sent: list[Files], last: Files
) -> None:
    folder = tmp_path_factory.mktemp("undo")
    register = folder / "register.duckdb"
    store.create(register, kind="real", as_of=T, recorded_at=datetime(2026, 1, 1))
    written = [_sent(register, folder, files) for files in sent]
    before = all_figures(register)
    if not (_sent(register, folder, last) and any(written)):
        return
    after = all_figures(register)
    batch = store.reader(register).rows("select max(batch) from register.batches")[0][0]
    made = undo(register, batch, as_of=T, actor="secretaris")
    assert all_figures(register) == before
    undo(register, made, as_of=T, actor="secretaris")
    assert all_figures(register) == after
    assert [f.is_sound for f in doctor.examine(register, T) if f.check == "whole"] == [True]


def _sent(register: Path, folder: Path, files: Files) -> bool:
    paths = [folder / f"{kind}.csv" for kind in files]
    for path in paths:
        path.write_text(files[path.stem], "utf-8")
    return import_files(register, paths, as_of=T, accept_valid=True).written
