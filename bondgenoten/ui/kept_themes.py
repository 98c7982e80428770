"""The themes of the basisteams over time. Of the quarters before, only one thing changes from one
as-of date to the next: what is confirmed since. So their rows are kept, and few are looked at again.
"""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st

from bondgenoten import metrics, store
from bondgenoten.answers import Scope
from bondgenoten.periods import period_of
from bondgenoten.ui.kept import computed, confirmed, joined, reported

NAME = "themes_by_team"
ADDED = (
    "meetings_with_theme", "meetings_with_any_theme", "meetings_held", "networks_with_theme",
    "networks_that_met",
)  # fmt: skip


def of_quarters(
    path: Path, version: str, as_of: date, horizon: date, quarters: Collection[str]
) -> pd.DataFrame:
    """The rows of `themes_by_team` in some quarters."""
    running, before = _running(path, version, as_of), period_of(as_of, "quarter")
    past = computed(path, version, NAME, None, horizon)
    past = past[past["quarter"].isin([quarter for quarter in quarters if quarter < before])]
    rows = joined(past, running[running["quarter"].isin(quarters)])
    vouched = reported(path, version, as_of, horizon)
    vouched = vouched[vouched["quarter"].isin(quarters)]
    keys = ["quarter", "basisteam"]
    known = rows[keys].merge(vouched[[*keys, "is_complete"]], how="left", on=keys)
    return rows.assign(is_confirmed=known["is_complete"].fillna(rows["is_confirmed"]))


@st.cache_resource(max_entries=32, show_spinner=False)
def themes(
    path: Path,
    version: str,
    as_of: date,
    horizon: date,
    district: str | None,
    basisteam: str | None,
) -> pd.DataFrame:
    """The metric `themes` of a scope, added up from fewer rows: each of them says of its quarter
    whether all of the scope confirmed it."""
    scope = Scope(district, basisteam)
    running, before = _running(path, version, as_of), period_of(as_of, "quarter")
    past = _past(path, version, horizon, district, basisteam)
    rows = joined(past[past["quarter"] < before], scope.of(running))
    is_complete = confirmed(path, version, as_of, horizon, scope)
    known = rows["quarter"].map(is_complete).astype("bool[pyarrow]")
    rows = rows.assign(is_confirmed=known.fillna(rows["is_confirmed"]))
    reader = store.reader(path)
    return metrics.compute(
        reader, "themes", as_of=as_of, district=district, basisteam=basisteam, rows=rows
    )


def _running(path: Path, version: str, as_of: date) -> pd.DataFrame:
    """The rows of the quarter that has the as-of date, if there are."""
    return computed(path, version, NAME, None, as_of, since=as_of)


@st.cache_resource(max_entries=16, show_spinner=False)
def _past(
    path: Path, version: str, horizon: date, district: str | None, basisteam: str | None
) -> pd.DataFrame:
    """The rows of a scope at the horizon; those of all basisteams are added up by quarter."""
    scope = Scope(district, basisteam)
    whole = computed(path, version, NAME, None, horizon)
    if scope.level != "region":
        return scope.of(whole)
    most = {"most_of_one_network": "max"}
    by_theme = whole.groupby(["quarter", "theme"], sort=False, as_index=False)
    return by_theme.agg(dict.fromkeys(ADDED, "sum") | most)
