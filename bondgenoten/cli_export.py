"""The command `export`: a metric or a table as a file, or all of them as a data package."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Any

import click

from bondgenoten import metrics, store
from bondgenoten.cli_types import NL, Day, Moment, network
from bondgenoten.exports import delivery
from bondgenoten.language import LANGUAGES, words


@click.command()
@click.argument("metric", type=click.Choice([*metrics.METRICS, delivery.PACKAGE]))
@click.option("--year", type=click.IntRange(1900, 2199))
@click.option("--as-of", type=Day())
@click.option("--known-at", type=Moment())
@click.option("--district")
@click.option("--basisteam")
@click.option("--network", "network_id")
@click.option("--grain", type=click.Choice(["month", "quarter", "year"]), default="quarter")
@click.option("--format", "form", type=click.Choice(delivery.FORMS), default="machine")
@click.option("--language", type=click.Choice(LANGUAGES), default="nl")
@click.option(
    "--output", type=click.Path(path_type=Path), help="A file, or a folder to name it in."
)
@click.pass_obj
def export(
    database: Path, /, metric: str, as_of: date | None, form: str, language: str,
    output: Path | None, **asked: Any,
) -> None:  # fmt: skip
    """Write a metric or a table as a file, or all of them as a data package."""
    reader = store.reader(database)
    _known(reader, "district", asked["district"])
    _known(reader, "basisteam", asked["basisteam"])
    if asked["network_id"] is not None:
        asked["network_id"] = network(asked["network_id"], _ever(reader))
    if asked["year"] and not metrics.takes_year(metric):
        click.echo(NL("export.every_year"), err=True)
    question = metrics.Question(metric, as_of or store.as_of(reader), **asked)
    file = delivery.delivery(reader, question, form, words(language))
    parts = file.parts()
    first = next(parts)  # what cannot be answered is refused before a file is begun
    with _sink(output, file) as sink:
        sink.write(first)
        for part in parts:
            sink.write(part)


def _known(reader: store.Reader, column: str, value: str | None) -> None:
    names = {row[0] for row in reader.rows(f"select distinct {column} from register.basisteams")}
    if value is not None and value not in names:
        message = NL(f"cli.unknown_{column}", value=value, known=", ".join(sorted(names)))
        raise click.UsageError(message)


def _ever(reader: store.Reader) -> list[str]:
    """Networks that were ever in the register: what was known of one before can be asked."""
    return [row[0] for row in reader.rows("select distinct network_id from register.networks")]


@contextmanager
def _sink(output: Path | None, file: delivery.Delivery) -> Iterator[IO[bytes]]:
    if output is None:
        yield sys.stdout.buffer
        return
    with (output / file.name if output.is_dir() else output).open("wb") as sink:
        yield sink
