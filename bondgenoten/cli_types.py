"""What the command line reads from its arguments: days, moments, networks. No command lives here."""

import difflib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import click

from bondgenoten.intake.dates import read_date
from bondgenoten.language import words

NL = words("nl")


class Day(click.ParamType[date]):
    """A date as yyyy-mm-dd, or in another way that a file may write it: the day before the month."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        day = value if isinstance(value, date) else read_date(value.strip())
        return day or self.fail(NL("cli.not_a_date", value=value), param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment in ISO form; without an offset it is UTC. Given back in UTC, without one."""

    name = "time"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(NL("cli.not_a_moment", value=value), param, ctx)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def network(value: str, known: Iterable[str]) -> str:
    """The number of a network among those that are known, in whatever case it is typed. They are many,
    so a refusal (UsageError) names only the nearest."""
    names = sorted(known)
    alike = [name for name in names if name.casefold() == value.strip().casefold()]
    if value in names or len(alike) == 1:
        return value if value in names else alike[0]
    near = alike or difflib.get_close_matches(value.upper(), names, n=1)
    message = NL("cli.near", known=", ".join(near)) if near else ""
    raise click.UsageError(f"{NL('cli.unknown_network', value=value)} {message}".strip())
