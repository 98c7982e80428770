"""The command `import`: files into the register, with what the sender declares of their cells."""

import errno
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from bondgenoten import effects, intake, store
from bondgenoten.cli_types import NL, Day
from bondgenoten.intake.excel_errors import column_of

_PLACE = re.compile(r"(?:(.*\S)\s+)?([A-Za-z]{1,3})([1-9][0-9]{0,6})")
Declared = tuple[tuple[str, str], ...]


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check only; nothing is written.")
@click.option("--accept-valid", is_flag=True, help="Write the valid rows although others are not.")
@click.option("--as-of", type=Day(), help="The day that counts as today.")
@click.option("--actor", help="Who brings it: a function, never a person.")
@click.option(
    "--declare", "declared", nargs=2, multiple=True, metavar="PLACE REASON",
    help="A cell that only looks like a BSN, and what it is instead. PLACE as the report names it, "
    "such as 'Onderbrekingen D2', or 'D2' of a CSV; of several files with the file's name first. "
    "May be given more than once; the reason is kept, the number is not.",
)  # fmt: skip
@click.option(
    "--copies", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    help="Write a copy of each file here, with what was found at its cells, ready to be mended.",
)  # fmt: skip
@click.option("--report", type=click.Path(path_type=Path), help="Write the report as JSON.")
@click.pass_obj
def import_(
    database: Path, files: tuple[Path, ...], dry_run: bool, accept_valid: bool,
    as_of: date | None, actor: str | None, declared: Declared,
    copies: Path | None, report: Path | None,
) -> None:  # fmt: skip
    """Bring files of a basisteam into the register."""
    reasons = {_place(files, place): reason for place, reason in declared}
    with ExitStack() as stack:
        # What cannot be written refuses the import before anything is.
        write = stack.enter_context(_whole(report)) if report else None
        if copies:
            copies.mkdir(parents=True, exist_ok=True)
        progress = stack.enter_context(_bar())
        result = intake.import_files(
            database, files, as_of=as_of or store.today(),
            dry_run=dry_run, accept_valid=accept_valid, progress=progress,
            effects=effects.effect, actor=actor, declared=reasons,
        )  # fmt: skip
        if write:
            write(json.dumps(result.to_json(), ensure_ascii=False, indent=2) + "\n")
    refused = result.refused  # asked once: it goes through every problem
    made = _copies(copies, files, result) if copies else ()
    for line in [*result.lines("nl"), *_declaring(result, reasons), *made]:
        click.echo(line, err=refused)
    sys.exit(1 if refused else 0)


@contextmanager
def _whole(path: Path) -> Iterator[Callable[[str], object]]:
    """Writes a file in one piece: what stood there stays until the new text is complete, and for good
    where there is none. Raises OSError, in the name of the file itself, where it cannot be written."""
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        yield path.write_text  # a device, which holds nothing
        return
    place = path.resolve()
    draft = place.with_name(f".{place.name}.{os.getpid()}.draft")
    try:
        file = draft.open("x", encoding="utf-8")
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
    try:
        with file:
            yield file.write
        if draft.stat().st_size:
            draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def _copies(folder: Path, files: Sequence[Path], report: intake.Report) -> Iterator[str]:
    """Writes the annotated copies, those of files with the same name each by a number of its own."""
    taken: set[Path] = set()
    for number, (name, copy) in enumerate(intake.annotate(files, report, "nl"), start=1):
        path = folder / name
        path = path.with_stem(f"{number}-{path.stem}") if path in taken else path
        taken.add(path)
        path.write_bytes(copy)
        yield NL("import.copy", path=path)


def _place(files: Sequence[Path], text: str) -> intake.Place:
    """The cell that a text names. Raises UsageError where that is none, or may be of several files."""
    match = _PLACE.fullmatch(text.strip())
    if match is None:
        raise click.UsageError(NL("declare.no_cell", place=text))
    before, letters, row = match.groups()
    number, sheet = _file(files, before or "", text)
    return intake.Place(number, sheet or None, int(row), column_of(letters.encode()) - 1)


def _file(files: Sequence[Path], text: str, place: str) -> tuple[int, str]:
    """The number of the file that a text begins with, and what follows: the sheet."""
    named = {
        number: text[len(name) :].strip()
        for number, file in enumerate(files)
        for name in (str(file), file.name)
        if text == name or text.startswith(f"{name} ")
    }
    if len(files) == 1:
        return 0, named.get(0, text)
    if len(named) != 1:
        raise click.UsageError(NL("declare.which_file", place=place))
    return named.popitem()


def _declaring(report: intake.Report, reasons: dict[intake.Place, str]) -> Iterator[str]:
    """Which declarations had no cell to be about, and how one is made where there is need of it."""
    made = {(d.file_name, d.sheet, d.cell) for d in report.declarations}
    wrong = [p for p in report.problems if p.code == "personal_data" and p.position >= 0]
    for place in reasons:
        cell = (report.files[place.file].name, place.sheet, place.cell)
        if cell not in made and place not in {problem.place for problem in wrong}:
            yield NL("declare.unused", place=_named(report, place))
    left = [p for p in wrong if p.details.get("personal") == "bsn" and p.place not in reasons]
    if left:
        yield NL("declare.how", place=_named(report, left[0].place))


def _named(report: intake.Report, place: intake.Place) -> str:
    file = report.files[place.file].name if len(report.files) > 1 else None
    return " ".join(part for part in (file, place.sheet, place.cell) if part)


@contextmanager
def _bar() -> Iterator[Any]:
    """A progress line on a terminal; nothing where the output is not one."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=100, file=sys.stderr, label=" ") as bar:

        def progress(phase: str, fraction: float) -> None:
            bar.label = NL(f"progress.{phase}")
            bar.update(int(100 * fraction) - bar.pos)

        yield progress
