"""The commands of the quarterly review: `review` writes its files, `close` freezes a quarter."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from bondgenoten import paper, reviews, store
from bondgenoten.cli_types import NL, Day
from bondgenoten.language import LANGUAGES, words
from bondgenoten.periods import Quarter


class QuarterName(click.ParamType[Quarter]):
    """A quarter as 2026-Q3."""

    name = "quarter"

    def convert(self, value: Any, param: Any, ctx: Any) -> Quarter:
        try:
            return value if isinstance(value, Quarter) else Quarter.parse(value)
        except ValueError:
            self.fail(NL("cli.not_a_quarter", value=value), param, ctx)


@click.command()
@click.argument("quarter", type=QuarterName())
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--language", type=click.Choice(LANGUAGES), default="nl")
@click.option("--as-of", type=Day(), help="The day that counts as today, where it is not closed.")
@click.pass_obj
def review(
    database: Path, quarter: Quarter, output: Path, language: str, as_of: date | None
) -> None:
    """Write the review of a quarter as PDF, XLSX and CSV."""
    made = paper.gather(store.reader(database), quarter, as_of)
    for path in paper.save(made, words(language), output):
        click.echo(path)


@click.command()
@click.argument("quarter", type=QuarterName())
@click.option("--as-of", type=Day(), help="The day that counts as today.")
@click.pass_obj
def close(database: Path, quarter: Quarter, as_of: date | None) -> None:
    """Close a quarter: its figures stay as they are now."""
    day = as_of or store.as_of(store.reader(database))
    now = datetime.now(UTC).replace(tzinfo=None)
    reviews.close(database, quarter, as_of=day, closed_at=now)
    click.echo(NL("cli.closed", quarter=quarter))
