"""The figures a review shows of one quarter: frozen rows only where it is closed, else counted now."""

from collections.abc import Collection
from datetime import date

from bondgenoten import definitions, store
from bondgenoten.periods import Quarter
from bondgenoten.reviews.closing import closed, frozen, kept_by
from bondgenoten.reviews.figures import Ask, Count, Values, shown


class Showing:
    """A review's figures by period: the quarter itself, those beside it, those in the line."""

    def __init__(
        self,
        connection: store.Connection,
        quarter: Quarter,
        as_of: date,
        *,
        only: Collection[str] = (),
        of: tuple[str, str] | None = None,
        ask: Ask | None = None,
    ) -> None:
        """`only` leaves out other metrics, and `of` (a level and key) other scopes of those that count
        by level; `ask` answers for a metric now, where answers are kept."""
        self._connection = connection
        self._of = of
        self.closed = closed(connection, quarter)
        self.periods = {
            period: tuple(part for part in parts if not only or part.metric in only)
            for period, parts in shown(quarter).items()
        }
        made = self.closed
        self._count = (
            Count(connection, made.as_of, made.closed_at, of=of)
            if made
            else Count(connection, as_of, ask=ask, of=of)
        )

    def values(self, period: Quarter) -> Values:
        """An open review shows frozen figures of an earlier quarter only where they are of the same
        series; what an old closing did not keep is counted from what was known then."""
        keeper = (
            kept_by(self._connection, self.closed, period)
            if self.closed
            else closed(self._connection, period)
        )
        if keeper and (self.closed or keeper.definitions == definitions.current()):
            metrics = [part.metric for part in self.periods[period]]
            return frozen(
                self._connection, Quarter.parse(keeper.quarter), period, metrics, self._of
            )
        return self._count.figures(period, self.periods[period])
