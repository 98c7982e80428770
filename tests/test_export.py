"""Files out: codes for programs, words for a Dutch Excel, the same bytes everywhere."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from cast import T, confirmation, fill, meetings, network

from bondgenoten import metrics, store
from bondgenoten.exports import csv
from bondgenoten.language import words

Filled = Callable[..., store.Reader]


def frame_of(**columns: list[object]) -> pd.DataFrame:
    return pa.table(columns).to_pandas(types_mapper=pd.ArrowDtype)


def excel(frame: pd.DataFrame) -> str:
    names = {"themes": {"trust": "Vertrouwen"}, "basisteam": {"lekpoort": "Lekpoort"}}
    return csv.excel_nl(frame, words("nl"), names).decode("utf-8-sig")


def test_machine_form_has_codes_points_and_line_feeds() -> None:
    frame = frame_of(
        name=["Één, twee", None], date=[date(2026, 9, 3), None], held=[3, None],
        share=[0.25, None], dormant=[True, None], themes=[["other", "trust"], []],
    )  # fmt: skip
    assert csv.machine(frame) == (
        'name,date,held,share,dormant,themes\n'
        '"Één, twee",2026-09-03,3,0.25,true,other|trust\n'
        ",,,,,\n"
    ).encode()  # fmt: skip


def test_excel_form_has_words_commas_and_a_byte_order_mark() -> None:
    frame = frame_of(date=[date(2026, 9, 3)], status=["held"], share=[0.25], dormant=[False],
                     themes=[["trust"]], basisteam=["lekpoort"])  # fmt: skip
    assert csv.excel_nl(frame, words("nl"), {})[:3] == b"\xef\xbb\xbf"
    heading, row, rest = excel(frame).split("\r\n")
    assert heading.startswith("Datum;Status;")
    assert row == "03-09-2026;gehouden;0,25;nee;Vertrouwen;Lekpoort"
    assert rest == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_looks_like_a_formula_becomes_text(start: str) -> None:
    assert "'" + start in excel(frame_of(name=[start + "1+1"], year=[-3]))


def test_a_negative_number_stays_a_number() -> None:
    assert excel(frame_of(year=[-3])).split("\r\n")[1] == "-3"


@pytest.mark.parametrize("text", ["a\rb", "a\nb", "a\r\nb", 'a"b', "a,b", "a;b"])
def test_a_text_comes_back_as_it_was(text: str) -> None:
    import csv as reader
    import io

    written = csv.machine(frame_of(name=[text])).decode()
    assert list(reader.reader(io.StringIO(written, newline="")))[1] == [text]


def test_every_metric_has_words_for_itself_and_its_columns() -> None:
    for language in ("nl", "en"):
        spoken = words(language)
        for metric in metrics.METRICS.values():
            for part in ("title", "definition", "unit"):
                assert spoken(f"metric.{metric.name}.{part}")
            for column in metric.columns:
                assert spoken(f"column.{column}"), column


@pytest.mark.parametrize("name", list(metrics.METRICS))
def test_every_metric_can_be_exported_in_both_forms(filled: Filled, name: str) -> None:
    reader = filled(networks=[network("A")], meetings=meetings("A", "held", date(2026, 2, 3)),
                    confirmations=[confirmation()])  # fmt: skip
    frame = metrics.compute(reader, name, as_of=T)
    machine = csv.machine(frame).decode().splitlines()
    assert machine[0] == ",".join(metrics.METRICS[name].columns)
    spoken = csv.excel_nl(frame, words("nl"), csv.names(reader, "nl")).decode("utf-8-sig")
    assert len(spoken.rstrip("\r\n").split("\r\n")) == len(machine)


def test_the_same_question_gives_the_same_bytes_everywhere(register: Path) -> None:
    fill(register, networks=[network("A")], meetings=meetings("A", "held", date(2026, 2, 3)))
    asked = [sys.executable, "-m", "bondgenoten", "--database", str(register), "export"]
    seen = set()
    for zone, language in (
        ("America/Denver", "C"),
        ("Asia/Tokyo", "C.UTF-8"),
        ("UTC", "nl_NL.UTF-8"),
    ):
        env = os.environ | {"TZ": zone, "LANG": language, "LC_ALL": language}
        parts = [
            subprocess.run([*asked, metric, "--as-of", "2026-11-23", "--format", form],
                           env=env, cwd=store.ROOT, capture_output=True, check=True).stdout
            for metric, form in (("norm", "machine"), ("meetings", "excel-nl"))
        ]  # fmt: skip
        seen.add(b"".join(parts))
    assert len(seen) == 1
