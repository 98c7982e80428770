"""The rows of one quarter's review: frozen where it is closed, else counted now. No words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from bondgenoten import answers, definitions, reviews, store
from bondgenoten.metrics import METRICS
from bondgenoten.periods import Quarter
from bondgenoten.reviews import figures

Row = dict[str, Any]
Tables = dict[str, list[Row]]
Names = Mapping[str, Mapping[str, Row]]  # by kind of code, by code

# What stays text although it may look like a number.
TEXTS = frozenset((
    "network_id", "name", "key", "level", "basisteam", "basisteam_name", "district",
    "municipality", "event_id", "name_nl", "name_en", "event_place",
))  # fmt: skip


@dataclass(frozen=True)
class Edition:
    """Which review it is: what its files are named by."""

    quarter: Quarter
    as_of: date
    closed: reviews.Closed | None
    content: str
    moved: list[reviews.Restatement]

    @property
    def version(self) -> str:
        """The hash of what the figures were counted from, or of the frozen figures themselves."""
        return self.closed.figures_hash if self.closed else self.content

    @property
    def state(self) -> str:
        """`version`, or where figures were restated since, the hash of what they are counted from now."""
        return self.content if self.moved else self.version


@dataclass(frozen=True)
class Review(Edition):
    """What a review says of a quarter, as plain rows; `frequency` has the quarters before it too."""

    is_demo: bool
    tables: Tables
    frequency: list[Row]
    definitions: str  # the version that runs now
    open_before: list[Row]
    decided: list[Row]
    names: Names
    norm: Row

    @property
    def versions(self) -> tuple[str, str]:
        """The versions of the definitions its figures are of, and of those that run now."""
        return self.closed.definitions if self.closed else self.definitions, self.definitions

    @cached_property
    def region(self) -> Row:
        """The row of the whole, in `compliance`."""
        return self.tables["compliance"][0]

    def level(self, metric: str, level: str) -> list[Row]:
        return [row for row in self.tables[metric] if row["level"] == level]

    @cached_property
    def networks(self) -> dict[str, list[Row]]:
        """The rows of the norm by basisteam."""
        found: dict[str, list[Row]] = {}
        for row in self.tables["norm"]:
            found.setdefault(row["basisteam"], []).append(row)
        return found


def gather(reader: store.Reader, quarter: Quarter, as_of: date | None = None) -> Review:
    """The review of a quarter; NotOver where it has not ended on the as-of date.

    A closed quarter keeps the as-of date of its closing, whatever is asked.
    """
    closed = reviews.closed(reader, quarter)
    day = closed.as_of if closed else as_of or store.as_of(reader)
    if not reviews.is_reviewable(quarter, day):
        raise reviews.NotOver(str(quarter))
    showing = reviews.Showing(reader, quarter, day)
    names, norm = reference(reader, quarter)
    return Review(
        quarter=quarter, as_of=day, closed=closed,
        is_demo=store.about(reader)["kind"] == "demo", content=reader.content,
        tables=_tables(showing.values(quarter)), frequency=_frequency(showing),
        moved=reviews.restatements(reader, quarter), definitions=definitions.current(),
        open_before=_open_before(reader, quarter),
        decided=answers.records(reviews.decisions(reader, quarter)),
        names=names, norm=norm,
    )  # fmt: skip


def columns(metric: str) -> list[str]:
    """The columns of a metric that are figures of a quarter, in their order."""
    names = [name for name in METRICS[metric].columns if name not in figures.MOVING]
    (keys,) = (part.key for part in figures.PARTS if part.metric == metric)
    return [*(key for key in keys if key not in names), *names]


def _tables(values: figures.Values) -> Tables:
    """Figures as rows again, each value of its own type."""
    keys = {part.metric: part.key for part in figures.PARTS}
    found: dict[str, dict[str, Row]] = {metric: {} for metric in keys}
    for figure, value in values.items():
        named = dict(zip(keys[figure.metric], figure.key.split("|"), strict=True))
        row = found[figure.metric].setdefault(figure.key, dict(named))
        row[figure.figure] = typed(figure.figure, value)
    return {
        metric: [{name: row.get(name) for name in columns(metric)} for row in rows.values()]
        for metric, rows in found.items()
    }


def typed(column: str, value: str | None) -> Any:
    """A value of the machine CSV as what it was: a boolean, number, date or text."""
    if value is None or column in TEXTS:
        return value
    if value in ("true", "false"):
        return value == "true"
    for read in (int, float, date.fromisoformat):
        try:
            return read(value)
        except ValueError:
            continue
    return value


def _frequency(showing: reviews.Showing) -> list[Row]:
    """This quarter and the ones before it, the earliest first."""
    return [
        row
        for period in reversed(showing.periods)
        for row in _tables(showing.values(period))["frequency"]
    ]


def _open_before(reader: store.Reader, quarter: Quarter) -> list[Row]:
    rows = answers.records(reviews.decisions(reader))
    return [row for row in rows if row["quarter"] < str(quarter)]


def reference(reader: store.Reader, quarter: Quarter) -> tuple[Names, Row]:
    """Names by code and the numbers of the norm in the quarter's year: of a closed quarter as they
    were, with the names of what came later."""
    now = {name: store.written(reader, name) for name in ("themes", "basisteams", "norm")}
    tables = {name: json.loads(text) for name, text in now.items()}
    kept = {name: json.loads(text) for name, text in reviews.reference(reader, quarter).items()}
    names = {
        "theme": {row["theme"]: row for rows in (tables, kept) for row in rows.get("themes", [])},
        "basisteam": {
            row["basisteam"]: row
            for rows in (tables, kept)
            for row in sorted(rows.get("basisteams", []), key=lambda row: str(row["valid_from"]))
        },
    }
    norms = [row for row in {**tables, **kept}["norm"] if row["year_from"] <= quarter.year]
    return names, max(norms, key=lambda row: int(row["year_from"]))
