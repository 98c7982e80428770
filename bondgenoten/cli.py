"""The command line: import, undo, withdraw, history, export, template, demo, init, reference, versions,
restore, doctor.

Exit 0 done; 1 refused, nothing written, the reasons on stderr; 2 wrong usage.
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from bondgenoten import (
    cli_export,
    cli_import,
    cli_ledger,
    cli_review,
    demo,
    doctor,
    intake,
    reference,
    reviews,
    store,
    versions,
)
from bondgenoten.cli_types import NL, Day
from bondgenoten.intake.template import template
from bondgenoten.store import teamless
from bondgenoten.store.replacing import replace_reference


@click.group(name="bondgenoten")
@click.option("--database", type=click.Path(path_type=Path), help="The register's file.")
@click.pass_context
def cli(context: click.Context, database: Path | None) -> None:
    """Bondgenoten: the networks of every basisteam, and whether they meet."""
    context.obj = store.location(database)


@cli.command("template")
@click.option("--output", type=click.Path(path_type=Path), default=Path("opgave.xlsx"))
def template_(output: Path) -> None:
    """Write an empty workbook to fill in."""
    template(output)
    click.echo(NL("cli.template", path=output))


@cli.command("demo")
@click.pass_obj
def demo_(database: Path) -> None:
    """Make a register with invented example data."""
    _refuse_to_replace(database)
    demo.build(database)
    click.echo(NL("cli.demo", path=database))


@cli.command()
@click.option("--empty", is_flag=True, required=True, help="A register without any network.")
@click.pass_obj
def init(database: Path, empty: bool) -> None:
    """Make an empty register; an earlier demo is kept as a version."""
    _refuse_to_replace(database)
    now = datetime.now(UTC).replace(tzinfo=None)
    store.create(database, kind="real", as_of=now.date(), recorded_at=now)
    click.echo(NL("cli.empty", path=database))


@cli.command("reference")
@click.argument(
    "folder", type=click.Path(path_type=Path), default=store.ROOT / "data" / "reference"
)
@click.pass_obj
def reference_(database: Path, folder: Path) -> None:
    """Load other basisteams, events, themes and norms into the register."""
    now = datetime.now(UTC).replace(tzinfo=None)
    replace_reference(database, folder, as_of=now.date(), recorded_at=now)
    click.echo(NL("cli.reference_loaded", path=folder))
    if without := teamless.teamless(store.reader(database)):
        click.echo(NL("cli.teamless", n=len(without), named=teamless.named(without)), err=True)


@cli.command("versions")
@click.pass_obj
def versions_(database: Path) -> None:
    """List the earlier versions of the register."""
    found = versions.versions(database)
    for version in found:
        click.echo(
            f"{version.number:6d}  {version.saved_at:%Y-%m-%d %H:%M:%S} UTC  {version.size:12,d}"
        )
    if not found:
        click.echo(NL("cli.no_versions"))


@cli.command()
@click.argument("number", type=int)
@click.pass_obj
def restore(database: Path, number: int) -> None:
    """Bring an earlier version back; the present one is kept."""
    versions.restore(database, number)
    click.echo(NL("cli.restored", number=number))


@cli.command("doctor")
@click.option("--as-of", type=Day())
@click.pass_obj
def doctor_(database: Path, as_of: date | None) -> None:
    """Say whether the register is whole and looked after."""
    findings = doctor.examine(database, as_of or store.today())
    for finding in findings:
        mark = {True: "✓", False: "✗", None: "·"}[finding.is_sound]
        click.echo(f"{mark} {NL(f'doctor.{finding.check}', **finding.values)}")
    sys.exit(1 if any(finding.is_sound is False for finding in findings) else 0)


cli.add_command(cli_export.export)
cli.add_command(cli_import.import_)
cli.add_command(cli_ledger.history_)
cli.add_command(cli_ledger.undo_)
cli.add_command(cli_ledger.withdraw_)
cli.add_command(cli_review.review)
cli.add_command(cli_review.close)


def main() -> None:
    """Runs the command line; a refusal is one line on stderr and exit 1, never a traceback."""
    try:
        cli()
    except tuple(REFUSALS) as refusal:
        message = next(REFUSALS[kind] for kind in type(refusal).__mro__ if kind in REFUSALS)
        click.echo(NL(message, what=refusal), err=True)
        sys.exit(1)


REFUSALS: dict[type[Exception], str] = {
    store.Missing: "cli.missing",
    versions.NoVersion: "cli.no_version",
    store.Damaged: "cli.damaged",
    store.Busy: "cli.busy",
    reference.Faulty: "cli.reference",
    intake.DemoRegister: "cli.demo_register",
    intake.NotAFunction: "cli.not_a_function",
    reviews.AlreadyClosed: "cli.already_closed",
    reviews.NotOver: "cli.not_over",
    OSError: "cli.os",
}


def _refuse_to_replace(database: Path) -> None:
    """Only a demo register may be replaced by another start."""
    if database.exists() and store.about(store.reader(database))["kind"] != "demo":
        click.echo(NL("cli.exists", what=database), err=True)
        sys.exit(1)
