"""On random registers the figures equal the slow computation, and keep their invariants."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from registers import DAYS, SEARCH, anew, registers
from slow_norm import Life

from bondgenoten import metrics


def lives(rows: dict[str, list[dict[str, Any]]], t: date) -> dict[str, Life]:
    def of(kind: str, network_id: str) -> list[dict[str, Any]]:
        return [row for row in rows[kind] if row["network_id"] == network_id]

    def covers(team: str) -> date | None:
        return max((c["covers_until"] for c in rows["confirmations"]
                    if c["basisteam"] == team and c["confirmed_on"] <= t), default=None)  # fmt: skip

    return {
        n["network_id"]: Life(n, of("pauses", n["network_id"]), of("meetings", n["network_id"]),
                              covers(n["basisteam"]))
        for n in rows["networks"]
    }  # fmt: skip


@SEARCH
@given(rows=registers(), t=DAYS, year=st.integers(2026, 2029))
def test_norm_equals_the_slow_computation(
    scratch: Path, rows: dict[str, list[dict[str, Any]]], t: date, year: int
) -> None:
    found = metrics.compute(anew(scratch, rows), "norm", as_of=t, year=year)
    slow = {key: life for key, life in lives(rows, t).items()
            if life.start <= date(year, 12, 31) and life.end >= date(year, 1, 1)}  # fmt: skip
    assert sorted(found["network_id"].tolist()) == sorted(slow)
    for row in found.to_dict("records"):
        expected = slow[row["network_id"]].norm(year, t)
        assert {name: row[name] for name in expected} == expected


@SEARCH
@given(rows=registers(), t=DAYS, year=st.integers(2026, 2029))
def test_compliance_is_counted_from_the_networks(
    scratch: Path, rows: dict[str, list[dict[str, Any]]], t: date, year: int
) -> None:
    reader = anew(scratch, rows)
    norm = metrics.compute(reader, "norm", as_of=t, year=year).to_dict("records")
    for row in metrics.compute(reader, "compliance", as_of=t, year=year).to_dict("records"):
        mine = [
            n
            for n in norm
            if row["level"] == "region" or row["key"] in (n["district"], n["basisteam"])
        ]
        states = [n["status"] for n in mine]
        outside = states.count("UNKNOWN") + states.count("NOT_ASSESSABLE")
        assert row["networks"] == len(mine)
        assert row["assessable"] == len(mine) - outside
        assert row["met"] == states.count("MET")
        assert row["unknown"] == states.count("UNKNOWN")
        assert row["shortfall"] == sum(n["shortfall"] for n in mine)
        assert row["still_to_plan"] == sum(n["still_to_plan"] for n in mine)


@SEARCH
@given(rows=registers(), t=DAYS)
def test_development_equals_the_rolling_norm_of_the_networks(
    scratch: Path, rows: dict[str, list[dict[str, Any]]], t: date
) -> None:
    slow = lives(rows, t).values()
    for row in metrics.compute(anew(scratch, rows), "development", as_of=t).to_dict("records"):
        if row["level"] != "region":
            continue
        day = row["on_date"]
        rolled = [life.rolling(day) for life in slow if life.start <= day <= life.end]
        owing = [r for r in rolled if r["rolling_required"] > 0]
        met = [r for r in owing if r["rolling_held"] >= r["rolling_required"]]
        assert (row["networks"], row["assessable"], row["met"]) == (
            len(rolled),
            len(owing),
            len(met),
        )
