"""What a metric is: the macro it asks, its columns, filters and order.

Which there are stands in registry.py.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from bondgenoten.periods import BEGAN

Judge = Callable[[pd.DataFrame], pd.DataFrame]


@dataclass(frozen=True)
class Metric:
    """One metric or table: the macro call that makes its rows, and the columns it shows.

    `over` names the metric from whose rows it is counted (the macro's `<over>_rows`).
    `since` is where its periods begin unless asked otherwise.
    `judge` adds the columns of `judged` to what the macro counted.
    """

    name: str
    columns: tuple[str, ...]
    source: str
    order: str
    filters: tuple[str, ...] = ()
    takes_year: bool = False
    since: date = BEGAN
    over: str | None = None
    judge: Judge | None = None
    judged: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """The query as it runs, all filters named as parameters."""
        where = f" where {' and '.join(self.filters)}" if self.filters else ""
        counted = ", ".join(column for column in self.columns if column not in self.judged)
        return f"select {counted} from {self.source}{where} order by {self.order}"

    @cached_property
    def asks(self) -> set[str]:
        """The parameters its query names."""
        return set(re.findall(r"\$(\w+)", self.sql))
