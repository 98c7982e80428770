"""Every figure leads down to its rows: the listed rows add up to it, for all metrics and filters."""

from datetime import date
from pathlib import Path
from typing import Any

from adding_up import FIGURES
from hypothesis import given, settings
from listed import Listed
from registers import DAYS, SEARCH, Rows, anew, registers

from bondgenoten import contract, metrics

SCOPES: list[dict[str, Any]] = [{}, {"district": "West-Utrecht"}, {"basisteam": "amersfoort"}]


@settings(SEARCH, max_examples=3)
@given(rows=registers(), t=DAYS)
def test_the_listed_rows_add_up_to_every_figure(scratch: Path, rows: Rows, t: date) -> None:
    reader = anew(scratch, rows)
    for scope in SCOPES:
        listed = Listed(reader, t, **scope)
        for adds_up in FIGURES:
            adds_up(listed)


def test_no_metric_is_without_its_rows() -> None:
    figures = {adds_up.__name__ for adds_up in FIGURES}
    assert figures | set(contract.KINDS) | {"evidence", "evidence_networks"} == set(metrics.METRICS)


@SEARCH
@given(rows=registers(), t=DAYS)
def test_every_meeting_is_listed_once_with_its_reason(scratch: Path, rows: Rows, t: date) -> None:
    reader = anew(scratch, rows)
    for grain in ("day", "month", "quarter", "year", "century"):
        listed = metrics.compute(reader, "evidence", as_of=t, grain=grain)
        sent = sorted((m["network_id"], m["date"]) for m in rows["meetings"])
        assert sorted(zip(listed["network_id"], listed["date"], strict=True)) == sent


@SEARCH
@given(rows=registers(), t=DAYS)
def test_every_network_is_listed_once_on_every_day(scratch: Path, rows: Rows, t: date) -> None:
    reader = anew(scratch, rows)
    listed = metrics.compute(reader, "evidence_networks", as_of=t)
    assert sorted(listed["network_id"]) == sorted(n["network_id"] for n in rows["networks"])
    for row, sent in zip(
        listed.sort_values("network_id").to_dict("records"), rows["networks"], strict=True
    ):
        ended = sent["ended_on"] is not None and sent["ended_on"] < t
        paused = any(p["network_id"] == row["network_id"] and p["paused_from"] <= t <= p["paused_until"]
                     for p in rows["pauses"])  # fmt: skip
        code = "ENDED" if ended else "PAUSED" if paused else "ACTIVE"
        assert row["counts_as"] == ("NOT_STARTED" if sent["started_on"] > t else code)
