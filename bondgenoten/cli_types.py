"""What the command line reads from its arguments: days and moments. No command lives here."""

from datetime import UTC, date, datetime
from typing import Any

import click

from bondgenoten.language import words

NL = words("nl")


class Day(click.ParamType[date]):
    """A date as yyyy-mm-dd."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(NL("cli.not_a_date", value=value), param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment in ISO form; without an offset it is UTC. Given back in UTC, without one."""

    name = "time"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(NL("cli.not_a_moment", value=value), param, ctx)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
