"""Every figure there is, as the bytes of its machine CSV; and random deliveries of files."""

import csv as reader
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from cast import T
from hypothesis import strategies as st

from bondgenoten import metrics, store
from bondgenoten.exports import csv

TEAMS = ("lekpoort", "de-copen", "amersfoort")
IDS = ("AMBER", "BEUK", "CEDER")
DAYS = st.sampled_from([date(2026, month, day) for month in range(1, 12) for day in (3, 17)])
Files = dict[str, str]


def all_figures(register: Path, names: Iterable[str] = metrics.METRICS) -> dict[str, bytes]:
    """All metrics and tables of the register as it stands."""
    opened = store.reader(register)
    return {
        name: csv.machine(metrics.compute(opened, name, as_of=T, year=T.year)) for name in names
    }


def written(kind: str, rows: list[tuple[object, ...]], headings: str) -> Files:
    """One CSV of a kind; no file where there are no rows."""
    text = io.StringIO(newline="")
    reader.writer(text).writerows([headings.split(","), *rows])
    return {kind: text.getvalue()} if rows else {}


@st.composite
def deliveries(draw: st.DrawFn) -> Files:
    """Some networks, meetings, pauses and confirmations, good or bad, of a few keys that come back."""
    networks = [
        (key, f"Naam {draw(st.integers(0, 9))}", draw(st.sampled_from(TEAMS)), "Houten", "city",
         draw(st.sampled_from(("2019-01-01", "2026-02-01"))),
         draw(st.sampled_from(("", "", "2026-08-31"))), 1, 1, draw(st.integers(0, 9)))
        for key in sorted(draw(st.sets(st.sampled_from(IDS))))
    ]  # fmt: skip
    meetings = [
        (draw(st.sampled_from(IDS)), day, draw(st.sampled_from(("held", "planned", "cancelled"))),
         draw(st.sampled_from(("", "trust", "trust|other"))))
        for day in sorted(draw(st.sets(DAYS, max_size=8)))
    ]  # fmt: skip
    pauses = [
        (draw(st.sampled_from(IDS)), day, draw(DAYS.map(lambda d, day=day: max(d, day))), "Zomer")
        for day in sorted(draw(st.sets(DAYS, max_size=2)))
    ]
    confirmed = [
        (draw(st.sampled_from(TEAMS)), draw(DAYS), day)
        for day in sorted(draw(st.sets(DAYS, max_size=2)))
    ]
    return {
        **written("networks", networks, "network_id,name,basisteam,municipality,scale,started_on,"
                  "ended_on,members_police,members_municipality,members_citizens"),
        **written("meetings", meetings, "network_id,date,status,themes"),
        **written("pauses", pauses, "network_id,paused_from,paused_until,reason"),
        **written("confirmations", confirmed, "basisteam,covers_until,confirmed_on"),
    }  # fmt: skip
