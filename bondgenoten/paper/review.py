"""The rows of one quarter's review: frozen where it is closed, else counted now. No words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from bondgenoten import answers, metrics, reviews, store
from bondgenoten.metrics import METRICS
from bondgenoten.periods import Quarter
from bondgenoten.reviews import figures

Row = dict[str, Any]
Tables = dict[str, list[Row]]

HISTORY = 9  # quarters in the line of the frequency: this one back to a year before the last year's
# What stays text although it may look like a number.
TEXTS = frozenset((
    "network_id", "name", "key", "level", "basisteam", "basisteam_name", "district",
    "municipality", "event_id", "name_nl", "event_place",
))  # fmt: skip


@dataclass(frozen=True)
class Review:
    """What a review says of a quarter, as plain rows; `frequency` has the quarters before it too."""

    quarter: Quarter
    as_of: date
    closed: reviews.Closed | None
    is_demo: bool
    content: str
    tables: Tables
    frequency: list[Row]
    moved: list[reviews.Restatement]
    open_before: list[Row]
    decided: list[Row]
    names: Mapping[str, Mapping[str, Row]]
    norm: Row

    @property
    def version(self) -> str:
        """The hash of what the figures were counted from, or of the frozen figures themselves."""
        return self.closed.figures_hash if self.closed else self.content

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
    if quarter.ends_on >= day:
        raise reviews.NotOver(str(quarter))
    frequency = _frequency(reader, quarter, day, closed)
    tables = _frozen(reader, quarter) if closed else _counted(reader, quarter, day, frequency)
    return Review(
        quarter=quarter, as_of=day, closed=closed,
        is_demo=store.about(reader)["kind"] == "demo", content=reader.content,
        tables=tables, frequency=frequency, moved=reviews.restatements(reader, quarter),
        open_before=_open_before(reader, quarter),
        decided=answers.records(reviews.decisions(reader, quarter)),
        names=_names(reader), norm=_norm(reader, quarter.year),
    )  # fmt: skip


def columns(metric: str) -> list[str]:
    """The columns of a metric that are figures of a quarter, in their order."""
    return [name for name in METRICS[metric].columns if name not in figures.MOVING]


def _counted(reader: store.Reader, quarter: Quarter, day: date, frequency: list[Row]) -> Tables:
    norm = metrics.compute(reader, "norm", as_of=quarter.ends_on)
    found: Tables = {}
    for part in figures.PARTS:
        if part.metric == "frequency":
            rows = [row for row in frequency if row["period"] == str(quarter)]
        elif part.metric == "norm":
            rows = answers.records(norm)
        elif part.metric == "compliance":
            over = metrics.compute(reader, "compliance", as_of=quarter.ends_on, rows=norm)
            rows = answers.records(over)
        else:
            rows = answers.records(figures.rows(reader, part, quarter, day))
        found[part.metric] = [{name: row[name] for name in columns(part.metric)} for row in rows]
    return found


def _frozen(reader: store.Reader, quarter: Quarter) -> Tables:
    """The frozen figures as rows again, each value of its own type."""
    keys = {part.metric: part.key for part in figures.PARTS}
    found: dict[str, dict[str, Row]] = {metric: {} for metric in keys}
    for figure, value in reviews.frozen(reader, quarter).items():
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


def _frequency(
    reader: store.Reader, quarter: Quarter, day: date, closed: reviews.Closed | None
) -> list[Row]:
    """This quarter and the ones before it; of a closed one's, what was known when it was closed."""
    known_at: datetime | None = closed.closed_at if closed else None
    wanted = [quarter]
    while len(wanted) < HISTORY:
        wanted.insert(0, wanted[0].previous)
    frame = metrics.compute(reader, "frequency", as_of=day, known_at=known_at)
    chosen = frame[frame["period"].isin([str(one) for one in wanted])]
    counted = answers.records(chosen[columns("frequency")])
    frozen = {
        str(one): _frozen(reader, one)["frequency"]
        for one in wanted
        if closed and _stood(reviews.closed(reader, one), closed)
    }
    rows = [row for row in counted if row["period"] not in frozen]
    return sorted(
        [*rows, *(row for kept in frozen.values() for row in kept)], key=lambda row: row["period"]
    )


def _stood(other: reviews.Closed | None, closed: reviews.Closed) -> bool:
    return other is not None and other.closed_at <= closed.closed_at


def _open_before(reader: store.Reader, quarter: Quarter) -> list[Row]:
    rows = answers.records(reviews.decisions(reader))
    return [row for row in rows if row["quarter"] < str(quarter)]


def _names(reader: store.Reader) -> dict[str, dict[str, Row]]:
    themes = answers.records(reader.query("select theme, name_nl, name_en from register.themes"))
    events = answers.records(reader.query("select event_id, name_nl, name_en from named_events()"))
    teams = answers.records(
        reader.query("select basisteam, name from register.basisteams order by valid_from")
    )
    return {
        "theme": {row["theme"]: row for row in themes},
        "basisteam": {row["basisteam"]: row for row in teams},
        "event": {row["event_id"]: row for row in events},
    }


def _norm(reader: store.Reader, year: int) -> Row:
    """The numbers of the norm that held in a year."""
    frame = reader.query(
        "from register.norm where year_from <= $year order by year_from desc limit 1",
        {"year": year},
    )
    return answers.records(frame)[0]
