"""Every figure leads down to its rows: the listed rows add up to it, for all filters."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from cast import fill
from hypothesis import given
from registers import DAYS, SEARCH, Rows, registers

from bondgenoten import metrics, store

SCOPES: list[dict[str, Any]] = [{}, {"district": "West-Utrecht"}, {"basisteam": "amersfoort"}]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("random") / "register.duckdb"


def quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


@SEARCH
@given(rows=registers(), t=DAYS)
def test_the_listed_rows_add_up_to_every_figure(scratch: Path, rows: Rows, t: date) -> None:
    store.create(scratch, kind="real", as_of=date(2026, 1, 1), recorded_at=datetime(2026, 1, 1))
    fill(scratch, **rows)
    reader = store.reader(scratch)
    for scope in SCOPES:
        listed = metrics.compute(reader, "evidence", as_of=t, **scope).to_dict("records")
        counted = [row for row in listed if row["counts_as"] == "COUNTED"]
        by_code = Counter((r["network_id"], r["date"].year, r["counts_as"]) for r in listed)
        for row in metrics.compute(reader, "norm", as_of=t, **scope).to_dict("records"):
            mine = (row["network_id"], row["year"])
            assert row["held"] == by_code[(*mine, "COUNTED")]
            assert row["planned"] == by_code[(*mine, "PLANNED")]
            assert row["to_confirm"] == by_code[(*mine, "NEVER_CONFIRMED")]
        own = {"district": "district", "basisteam": "basisteam"}.get(
            next(iter(scope), ""), "region"
        )
        held = Counter(quarter(row["date"]) for row in counted)
        off = Counter(quarter(row["date"]) for row in listed if row["counts_as"] == "CANCELLED")
        for row in metrics.compute(reader, "frequency", as_of=t, **scope).to_dict("records"):
            if row["level"] == own:
                assert row["meetings_held"] == held[row["period"]]
                assert row["cancelled"] == off[row["period"]]
        themed = Counter(
            (quarter(row["date"]), theme) for row in counted for theme in row["themes"]
        )
        for row in metrics.compute(reader, "themes", as_of=t, **scope).to_dict("records"):
            assert row["meetings_with_theme"] == themed[row["quarter"], row["theme"]]
            assert row["meetings_held"] == held[row["quarter"]]
        sides = Counter((str(row["date"].year), row["agenda_from"]) for row in counted)
        for row in metrics.compute(reader, "agenda", as_of=t, **scope).to_dict("records"):
            if row["level"] == own:
                assert row["community"] == sides[row["year"], "community"]


@SEARCH
@given(rows=registers(), t=DAYS)
def test_every_meeting_is_listed_once_with_its_reason(scratch: Path, rows: Rows, t: date) -> None:
    store.create(scratch, kind="real", as_of=date(2026, 1, 1), recorded_at=datetime(2026, 1, 1))
    fill(scratch, **rows)
    for grain in ("month", "quarter", "year"):
        listed = metrics.compute(store.reader(scratch), "evidence", as_of=t, grain=grain)
        sent = sorted((m["network_id"], m["date"]) for m in rows["meetings"])
        assert sorted(zip(listed["network_id"], listed["date"], strict=True)) == sent
