"""A question to the metrics: which one, on which day, about whom. What it does not use, it drops."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from bondgenoten.metrics.few import Source, few
from bondgenoten.metrics.metric import Metric
from bondgenoten.metrics.registry import METRICS
from bondgenoten.periods import BEGAN

EVERY_PLACE = (1, 2**31 - 1)


@dataclass(frozen=True)
class Question:
    """One question; `compute` says what each choice means."""

    name: str
    as_of: date
    year: int | None = None
    known_at: datetime | None = None
    district: str | None = None
    basisteam: str | None = None
    network_id: str | None = None
    event_id: str | None = None
    since: date | None = None
    grain: str = "quarter"
    places: tuple[int, int] = EVERY_PLACE

    @property
    def metric(self) -> Metric:
        """Raises KeyError for a metric that does not exist."""
        return METRICS[self.name]

    def parameters(self, source: Source) -> dict[str, Any]:
        """The values the metric's query names; a connection says which networks a team has had."""
        only_one = self.network_id is not None and self.year is None
        values = {field.name: getattr(self, field.name) for field in fields(self)} | {
            "year": self.year or self.as_of.year,
            "first_year": BEGAN.year if only_one else self.year or self.as_of.year,
            "last_year": self.year or self.as_of.year,
            "known_at": self.known_at or "infinity",
            "since": self.since or self.metric.since,
            "first_place": self.places[0],
            "last_place": self.places[1],
        }
        known = few(source, self.metric.sql, self.network_id, self.basisteam, self.known_at)
        return {name: value for name, value in values.items() if name in self.metric.asks} | known

    def uses(self, choice: str) -> bool:
        """Whether the answer depends on a choice."""
        others = {"year": {"year", "last_year"}, "network_id": {"network_ids"}}
        return bool(others.get(choice, {choice}) & self.metric.asks)

    def plain(self) -> "Question":
        """The same question, without the choices it does not use and with its year said."""
        dropped: dict[str, Any] = {
            field.name: field.default
            for field in fields(self)[2:]
            if field.name != "places" and not self.uses(field.name)
        }
        year = (self.year or self.as_of.year) if self.uses("year") else None
        return replace(self, **dropped | {"year": year})
