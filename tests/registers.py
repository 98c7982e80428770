"""Random registers for hypothesis: networks with pauses, meetings of every kind, confirmations."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from cast import confirmation, fill, network
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from bondgenoten import store

TEAMS = ("lekpoort", "de-copen", "amersfoort")
DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))
# Round the events of autumn 2025, which touch all of our teams.
STIRRED = st.dates(date(2025, 3, 20), date(2025, 11, 20))
THEMES = ("youth_nuisance", "refugee_shelter", "radicalisation")
SIDES = ("community", "police", "municipality", "joint", None)
PRESENT = st.sampled_from((None, 0, 1, 2))
# Often ten or eleven together, so that the edge is met.
MEMBERS = st.fixed_dictionaries(
    {
        "members_police": st.integers(0, 2),
        "members_municipality": st.integers(0, 2),
        "members_citizens": st.sampled_from((0, 1, 8, 9, 10)),
    }
)

# A register a case is slow: no time is spent on making a failing one smaller.
SEARCH = settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

Rows = dict[str, list[dict[str, Any]]]


def anew(path: Path, rows: Rows) -> store.Reader:
    """The register at `path`, emptied and filled with these rows. Beside it stands an empty one."""
    draft = path.with_name("draft.duckdb")
    shutil.copyfile(path.with_name("blank.duckdb"), draft)
    draft.replace(path)
    fill(path, **rows)
    return store.reader(path)


@st.composite
def meetings(draw: st.DrawFn, day: date) -> dict[str, Any]:
    """One meeting; held twice as often as anything else."""
    return {
        "date": day,
        "status": draw(st.sampled_from(("held", "held", "planned", "cancelled"))),
        "kind": draw(st.sampled_from(("regular", "urgent"))),
        "themes": sorted(draw(st.sets(st.sampled_from(THEMES)))),
        "agenda_from": draw(st.sampled_from(SIDES)),
        **{f"present_{side}": draw(PRESENT) for side in ("police", "municipality", "citizens")},
    }


@st.composite
def networks(draw: st.DrawFn) -> Rows:
    """One network with up to three pauses that do not overlap, and up to thirty meetings."""
    start = draw(st.dates(date(2024, 1, 1), date(2028, 12, 31)) | st.just(date(2025, 3, 1)))
    end = draw(st.none() | DAYS.map(lambda d: max(d, start)))
    edges = sorted(draw(st.sets(DAYS, max_size=6)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    team = draw(st.sampled_from(TEAMS))
    return {
        "networks": [network("?", start, ended_on=end, basisteam=team, **draw(MEMBERS))],
        "pauses": [{"paused_from": a, "paused_until": b, "reason": "x"} for a, b in pairs],
        "meetings": [draw(meetings(day)) for day in draw(st.sets(DAYS | STIRRED, max_size=30))],
    }


@st.composite
def registers(draw: st.DrawFn) -> Rows:
    """Up to six networks, and up to five confirmations by their teams."""
    found: Rows = {"networks": [], "pauses": [], "meetings": []}
    for number, one in enumerate(draw(st.lists(networks(), min_size=1, max_size=6))):
        for kind, rows in one.items():
            found[kind] += [row | {"network_id": f"N{number}"} for row in rows]
    ends = draw(st.lists(st.tuples(st.sampled_from(TEAMS), DAYS, DAYS), max_size=5))
    found["confirmations"] = [confirmation(*one) for one in ends]
    return found
