"""The rows behind a figure, read when they are asked for and kept by version of the register."""

from pathlib import Path

import pandas as pd
import streamlit as st

from bondgenoten import store
from bondgenoten.metrics import evidence
from bondgenoten.metrics.evidence import Behind, NetworksBehind

__all__ = ["Behind", "NetworksBehind", "counts", "everything", "rows", "whole"]


@st.cache_resource(max_entries=32, show_spinner=False)
def counts(
    path: Path, version: str, behind: Behind | NetworksBehind, by: str = "counts_as"
) -> dict[str, int]:
    """How many rows count as what."""
    return evidence.counts(store.reader(path), behind, by)


@st.cache_resource(max_entries=32, show_spinner=False)
def rows(path: Path, version: str, behind: Behind | NetworksBehind, shown: slice) -> pd.DataFrame:
    """One page of rows."""
    most = shown.stop - shown.start
    return evidence.listed(store.reader(path), behind, first=shown.start, most=most)


@st.cache_resource(max_entries=32, show_spinner=False)
def whole(
    path: Path, version: str, behind: Behind, columns: tuple[str, ...] | None = None
) -> pd.DataFrame:
    """All rows of something small, one basisteam or one network, or only some of their columns."""
    return evidence.listed(store.reader(path), behind, columns=columns)


def everything(path: Path, behind: Behind | NetworksBehind) -> pd.DataFrame:
    """All rows, for the download: made on the click, not kept."""
    return evidence.listed(store.reader(path), behind)
