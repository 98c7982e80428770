"""The commands on batches: `history` lists them, `undo` takes one back, `withdraw` takes a pause away."""

import sys
from datetime import date
from pathlib import Path

import click

from bondgenoten import effects, history, intake, retelling, store
from bondgenoten.answers import Row, records
from bondgenoten.cli_types import NL, Day, network

_COUNTS = ("new", "corrected", "unchanged", "duplicate", "held_back", "rejected",
           "brought_back", "taken_back")  # fmt: skip


@click.command("history")
@click.option("--limit", type=click.IntRange(1), default=20, help="How many of the newest.")
@click.pass_obj
def history_(database: Path, limit: int) -> None:
    """List the batches, the newest first: who, when, what, and what undid it."""
    for row in records(history.batches(store.reader(database)).head(limit)):
        click.echo(_line(row))


@click.command("undo")
@click.argument("batch", type=click.IntRange(0))
@click.option("--actor", required=True, help="Who does it: a function, never a person.")
@click.option("--as-of", type=Day(), help="The day that counts as today.")
@click.pass_obj
def undo_(database: Path, batch: int, actor: str, as_of: date | None) -> None:
    """Take a batch back: the figures are again what they were before it."""
    day = as_of or store.today()
    try:
        made = intake.undo(database, batch, as_of=day, actor=actor, effects=effects.effect)
    except intake.NotUndoable as refusal:
        click.echo(refusal.said(NL), err=True)
        sys.exit(1)
    click.echo(NL("cli.undone", batch=batch, made=made))


@click.command("withdraw")
@click.argument("network_id", metavar="NETWORK")
@click.argument("paused_from", type=Day())
@click.option("--actor", required=True, help="Who does it: a function, never a person.")
@click.option("--as-of", type=Day(), help="The day that counts as today.")
@click.pass_obj
def withdraw_(
    database: Path, network_id: str, paused_from: date, actor: str, as_of: date | None
) -> None:
    """Take a pause away that was entered by mistake, by its network and its first day, such as
    LEK-01 13-07-2026; undo brings it back."""
    day = as_of or store.today()
    rows = store.reader(database).rows("select network_id from register.networks")
    network_id = network(network_id, {name for (name,) in rows})
    try:
        made = intake.withdraw_pause(
            database, network_id, paused_from, as_of=day, actor=actor, effects=effects.effect
        )
    except intake.NotWithdrawn as refusal:
        click.echo(refusal.said(NL), err=True)
        sys.exit(1)
    click.echo(NL("withdraw.done", day=NL.date(paused_from), batch=made))


def _line(row: Row) -> str:
    """12  2026-11-23 09:00:00 UTC  bestand, secretaris: opgave.xlsx; 12 nieuw, 1 gecorrigeerd;
    geen BSN (Onderbrekingen D2): zaaknummer"""
    who = ", ".join([NL(f"batch.{row['source']}"), *([row["actor"]] if row["actor"] else [])])
    counts = ", ".join(
        NL(f"batch.rows.{name}", number=NL.number(row[f"rows_{name}"]))
        for name in _COUNTS
        if row[f"rows_{name}"]
    )
    marks = [NL(f"batch.{name}", batch=row[name]) for name in ("undoes", "undone_by") if row[name]]
    # What is typed by hand goes through a file of its own, whose name says nothing.
    files = [] if row["source"] == "entry" else row["file_names"]
    parts = (", ".join(files), ", ".join(retelling.rows(NL, row)), counts,
             *retelling.declarations(NL, row), *marks)  # fmt: skip
    said = "; ".join(part for part in parts if part)
    moment = f"{row['recorded_at']:%Y-%m-%d %H:%M:%S} UTC"
    return f"{row['batch']:6d}  {moment}  {who}{': ' if said else ''}{said}"
